import { UserError } from '../errors';
import { dryRunOf } from '../records/pushId';
import { isRow } from '../reports/row';
import { wordsIn } from './answerByStatus';
import type { AnswerReading, PushAnswer } from './pushAnswer';
import type { PushPlatform } from './pushPlatform';

/**
 * What an answer means. Without one the outcome is open: a connection may break after the platform made the change. An error that carries a
 * status is the answer that the platform gave.
 *
 * @throws UserError if there is neither a status nor an error
 */
export function readingOf(
	{ pushId, statusCode, body, error }: PushAnswer,
	{ readAnswer, profile }: PushPlatform,
): AnswerReading {
	const read = (status: number, content: unknown) =>
		readAnswer({ statusCode: status, body: parsed(content), validateOnly: dryRunOf(pushId) !== null });
	if (error === undefined || error === null) {
		if (statusCode !== undefined) return read(statusCode, body);
		throw new UserError(
			`The answer of ${profile.label} has no status, so it says neither that the push arrived nor that it failed`,
			"Switch on 'Include Response Headers and Status' and 'Never Error' in the HTTP Request node before.",
		);
	}
	const status = statusIn(error);
	return status === null ? { code: 'no-answer', words: wordsIn(error) } : read(status, wordsIn(error));
}

/** A body, read if it is JSON that came as text: with 'Response Format' Text, or with another content type. */
function parsed(body: unknown): unknown {
	if (typeof body !== 'string') return body;
	try {
		const value: unknown = JSON.parse(body.trim());
		return typeof value === 'object' ? value : body;
	} catch {
		return body;
	}
}

/** The HTTP status that an error of the HTTP Request node names; null if none came. */
function statusIn(error: unknown): number | null {
	if (!isRow(error)) return null;
	const status = Number(error['httpCode'] ?? error['status']);
	return Number.isInteger(status) && status >= 300 && status <= 599 ? status : null;
}
