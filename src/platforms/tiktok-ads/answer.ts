import { isRow } from '../../reports/row';
import { answerByStatus, isSuccess } from '../../push/answerByStatus';
import { ACCEPTED, type AnswerReading, type PlatformAnswer } from '../../push/pushAnswer';

/** Codes of the answer, not of HTTP, which is 200 for most errors too. */
const OK = 0;
const PARTLY = 20_001;
const TOO_FREQUENT = 40_100;
const FIRST_SERVER_ERROR = 50_000;

/** @see https://business-api.tiktok.com/portal/docs, return codes */
export function tiktokAdsAnswer(answer: PlatformAnswer): AnswerReading {
	const { code, message } = isRow(answer.body) ? answer.body : {};
	const number = typeof code === 'number' || typeof code === 'string' ? Number(code) : NaN;
	if (!Number.isFinite(number)) return answerByStatus(answer);
	if (number === OK) return isSuccess(answer.statusCode) ? ACCEPTED : answerByStatus(answer);
	const words = `${String(message ?? '')} (code ${number})`;
	if (number === PARTLY) return { code: 'partly-applied', words };
	if (number === TOO_FREQUENT || answer.statusCode === 429) return { code: 'rate-limited', words };
	return { code: number >= FIRST_SERVER_ERROR ? 'server-error' : 'refused', words };
}
