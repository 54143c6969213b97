import { isRow } from '../reports/row';
import { ACCEPTED, type AnswerReading, type PlatformAnswer } from './pushAnswer';

const TOO_MANY_REQUESTS = 429;
const REQUEST_TIMEOUT = 408;

/**
 * Reads an answer that is no documented success by its HTTP status. With 2xx it is unreadable: a page of a proxy has that status too.
 *
 * @param words what the body says; by default its `message`, `error`, `detail` or text
 */
export function answerByStatus(
	{ statusCode, body }: Omit<PlatformAnswer, 'validateOnly'>,
	words = wordsIn(body),
): AnswerReading {
	if (isSuccess(statusCode)) return { code: 'unreadable', words: asText(body) };
	if (statusCode === TOO_MANY_REQUESTS) return { code: 'rate-limited', words };
	if (statusCode >= 500 || statusCode === REQUEST_TIMEOUT) return { code: 'server-error', words };
	return { code: 'refused', words };
}

/** Whether an HTTP status is one of success. */
export const isSuccess = (statusCode: number): boolean => statusCode >= 200 && statusCode < 300;

const asText = (body: unknown): string =>
	body === undefined || body === '' ? 'no body' : typeof body === 'string' ? body : JSON.stringify(body);

/** The words of a body, wherever interfaces usually put them; empty if there are none. */
export function wordsIn(body: unknown): string {
	if (typeof body === 'string') return body;
	if (Array.isArray(body)) return body.map(wordsIn).filter(Boolean).join('; ');
	if (!isRow(body)) return '';
	const fields = ['message', 'Message', 'error', 'error_description', 'detail', 'details', 'description'];
	for (const field of fields) {
		const words = wordsIn(body[field]);
		if (words !== '') return words;
	}
	return '';
}

/**
 * Reads the outcomes of the operations of one request: all failed, some, or none.
 *
 * @param failed words of the operations that failed
 * @param operations their number; undefined if the answer does not say
 */
export function answerByOperation(failed: readonly string[], operations: number | undefined): AnswerReading {
	if (failed.length === 0) return ACCEPTED;
	const all = operations === undefined || failed.length >= operations;
	return { code: all ? 'refused' : 'partly-applied', words: [...new Set(failed)].join('; ') };
}

/** The list in a field; empty if it is none. */
export const listIn = (value: unknown): readonly unknown[] => (Array.isArray(value) ? (value as unknown[]) : []);
