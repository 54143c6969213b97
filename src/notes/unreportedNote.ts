import type { Note } from './note';

/** Spend that no report covers yet. Amounts and the time are formatted. */
export const unreportedNote = (since: string, expected: string, low: string, high: string): Note => ({
	code: 'unreported',
	message: `Nothing is reported since ${since}: about ${expected} (${low} to ${high}) is expected to have been spent and is reserved`,
});
