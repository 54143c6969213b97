import { fieldsOf, isRow, type Row } from '../../reports/row';
import { answerByOperation, answerByStatus, isSuccess, listIn } from '../../push/answerByStatus';
import { ACCEPTED, type AnswerReading, type PlatformAnswer } from '../../push/pushAnswer';

/**
 * `results` has an entry for each operation, and is left out if a request was only validated. An error is in `error`. With `partialFailure` the
 * status is 200, the operations that failed are in `partialFailureError`, and their places in `results` are empty.
 *
 * @see https://developers.google.com/google-ads/api/docs/best-practices/partial-failures
 * @see https://developers.google.com/google-ads/api/docs/best-practices/error-types
 */
export function googleAdsAnswer(answer: PlatformAnswer): AnswerReading {
	const [body] = [answer.body].flat() as unknown[];
	if (!isRow(body)) return answerByStatus(answer);
	if (isRow(body['error'])) return asError(answer, body['error']);
	const partial = body['partialFailureError'];
	const results = listIn(body['results']);
	if (!isSuccess(answer.statusCode)) return answerByStatus(answer);
	if (!isRow(partial)) return results.length > 0 || isValidated(answer, body) ? ACCEPTED : answerByStatus(answer);
	const errors = errorsIn(partial);
	const places = new Set(errors.map(placeOf));
	const words = errors.length === 0 ? [String(partial['message'] ?? '')] : errors.map(wordsOf);
	const applied = results.filter((result) => isRow(result) && Object.keys(result).length > 0).length;
	const temporary = temporarily(errors);
	if (applied === 0 && temporary !== null) return { code: temporary, words: words.join('; '), ...waitIn(errors) };
	const all = applied === 0 || places.size >= Math.max(results.length, 1);
	return answerByOperation(words, all ? words.length : words.length + 1);
}

/** Whether a body has nothing but the empty results of a request that was only validated. */
const isValidated = ({ validateOnly }: PlatformAnswer, body: Row): boolean =>
	validateOnly && Object.keys(body).every((field) => field === 'results');

function asError(answer: PlatformAnswer, error: Row): AnswerReading {
	const errors = errorsIn(error);
	const words = errors.length === 0 ? String(error['message'] ?? '') : errors.map(wordsOf).join('; ');
	const temporary = temporarily(errors);
	return temporary === null ? answerByStatus(failed(answer), words) : { code: temporary, words, ...waitIn(errors) };
}

/** A body that is an error is one, whatever the status. */
const failed = (answer: PlatformAnswer): PlatformAnswer =>
	answer.statusCode < 300 ? { ...answer, statusCode: 400 } : answer;

/** The errors of a GoogleAdsFailure in the details of a status. */
const errorsIn = (status: Row): Row[] =>
	listIn(status['details']).flatMap((detail) => (isRow(detail) ? listIn(detail['errors']).filter(isRow) : []));

/** The operation that an error belongs to. */
const placeOf = (error: Row): unknown => {
	const elements = listIn(fieldsOf(error, 'location')['fieldPathElements']).filter(isRow);
	return (
		elements.find(({ fieldName }) => fieldName === 'operations' || fieldName === 'mutate_operations')?.['index'] ?? 0
	);
};

const codeOf = (error: Row): string => String(Object.values(fieldsOf(error, 'errorCode'))[0] ?? '');

const wordsOf = (error: Row): string => `${String(error['message'] ?? '')} (${codeOf(error)})`;

const QUOTAS = new Set(['RESOURCE_EXHAUSTED', 'RESOURCE_TEMPORARILY_EXHAUSTED']);
const PASSING = new Set(['TRANSIENT_ERROR', 'INTERNAL_ERROR', 'CONCURRENT_MODIFICATION', 'DEADLINE_EXCEEDED']);

/** Whether an error passes by itself, and its kind. */
function temporarily(errors: readonly Row[]): 'rate-limited' | 'server-error' | null {
	const codes = errors.map(codeOf);
	if (codes.some((code) => QUOTAS.has(code))) return 'rate-limited';
	return codes.some((code) => PASSING.has(code)) ? 'server-error' : null;
}

/** The seconds that a quota error asks to wait, such as "30s". */
function waitIn(errors: readonly Row[]): { readonly retryAfterSeconds?: number } {
	for (const error of errors) {
		const delay = fieldsOf(fieldsOf(error, 'details'), 'quotaErrorDetails')['retryDelay'];
		const seconds = typeof delay === 'string' ? Number.parseFloat(delay) : NaN;
		if (seconds > 0) return { retryAfterSeconds: seconds };
	}
	return {};
}
