import { isRow } from '../../reports/row';
import { answerByStatus, isSuccess } from '../../push/answerByStatus';
import { ACCEPTED, type AnswerReading, type PlatformAnswer } from '../../push/pushAnswer';

/** Calls of an app, a user or a page, of an ad account, and edits of a budget within an hour. */
const LIMITS = new Set([4, 17, 32, 613]);

/** Limits of a business use case, such as 80004 for ads management. */
const isUseCaseLimit = (code: number): boolean => code >= 80_000 && code <= 80_014;

/** Faults of Meta that pass. */
const PASSING = new Set([1, 2]);

/**
 * A change is answered with `success`; the bare ID of an object is what reading it gives. An error is in `error`, mostly with HTTP 400, also
 * where a limit is reached.
 *
 * @see https://developers.facebook.com/docs/graph-api/guides/error-handling
 * @see https://developers.facebook.com/docs/marketing-api/overview/rate-limiting
 */
export function metaAdsAnswer(answer: PlatformAnswer): AnswerReading {
	const error = isRow(answer.body) ? answer.body['error'] : undefined;
	if (!isRow(error)) {
		const success = isRow(answer.body) ? answer.body['success'] : undefined;
		if (success === false) return { code: 'refused', words: '' };
		return success === true && isSuccess(answer.statusCode) ? ACCEPTED : answerByStatus(answer);
	}
	const code = Number(error['code']);
	const words = [error['error_user_msg'] ?? error['message'], Number.isFinite(code) ? `(error ${code})` : '']
		.filter(Boolean)
		.join(' ');
	if (LIMITS.has(code) || isUseCaseLimit(code)) return { code: 'rate-limited', words };
	if (PASSING.has(code) || error['is_transient'] === true) return { code: 'server-error', words };
	return answer.statusCode < 300 ? { code: 'refused', words } : answerByStatus(answer, words);
}
