import type { Note } from './note';

/** What is worth knowing about a budget's definition. Amounts are formatted. */
export const definitionNotes = {
	/** What holds from a date on. */
	since: (date: string, { code, message }: Note): Note => ({ code, message: `From ${date} on: ${message}` }),
	/** @param cap the field that limits a day, as on the screen */
	belowTarget: (cap: string, amount: string, horizon: string, comesTo: string, target: string): Note => ({
		code: 'daily-amount-below-target',
		message: `'${cap}' of ${amount} limits every day: a ${horizon} comes to at most ${comesTo} of ${target}. Leave it empty, or raise it`,
	}),
	noRoom: (cap: string, amount: string, horizon: string, target: string, enough: string): Note => ({
		code: 'daily-amount-below-target',
		message: `'${cap}' of ${amount} limits every day: days that spend less cannot be made up, so a ${horizon} will miss ${target}. Leave it empty, or enter at least ${enough}`,
	}),
};
