import type { Note } from './note';

/** Spend that no report covers yet. Amounts and the time are formatted. */
export const unreportedNote = (since: string, expected: string, low: string, high: string): Note => ({
	code: 'unreported',
	message: `No spend has been reported since ${since}: about ${expected} (${low} to ${high}) is expected for that time and reserved`,
});
