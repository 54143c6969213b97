import * as z from 'zod/v4';

import type { SettledBy } from '../records/pushRecord';

/** What came of a request: the platform's answer, or why there is none. */
export const PushAnswer = z
	.object({
		/** From the request that was sent. */
		pushId: z.string().min(1, 'must be the pushId of a prepared request'),
		statusCode: z.number().int().min(100).max(599).optional(),
		body: z.unknown().optional(),
		headers: z.record(z.string(), z.unknown()).optional(),
		/** Set if no answer came: a timeout, or a connection that was refused. */
		error: z.unknown().optional(),
	})
	.readonly();
export type PushAnswer = z.output<typeof PushAnswer>;

/** An answer of a platform. */
export interface PlatformAnswer {
	readonly statusCode: number;
	/** As parsed from JSON, or text that is not JSON; undefined if the answer has none. */
	readonly body: unknown;
	/** Whether the request was only to be validated. */
	readonly validateOnly: boolean;
}

/** What an answer means, and the platform's own words for it; empty if it has none. */
export interface AnswerReading {
	readonly code: Extract<
		SettledBy,
		'accepted' | 'no-answer' | 'partly-applied' | 'rate-limited' | 'refused' | 'server-error' | 'unreadable'
	>;
	readonly words: string;
	/** Seconds that the body asks to wait. */
	readonly retryAfterSeconds?: number | undefined;
}

/** Reads an answer as its platform means it. */
export type ReadAnswer = (answer: PlatformAnswer) => AnswerReading;

export const ACCEPTED: AnswerReading = { code: 'accepted', words: '' };
