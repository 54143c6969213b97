import type { Horizon } from '../budget/horizon';
import type { Note } from './note';

/** Why delivery is paused or resumed, or left as it is. */
export const statusNotes = {
	/** @param why as a sentence */
	pause: (object: string, why: string): Note => ({
		code: 'pause',
		message: `${object} is paused: ${why}. It resumes when there is budget again`,
	}),
	resume: (object: string): Note => ({
		code: 'resume',
		message: `${object} was paused while it had no budget, and resumes: there is budget again`,
	}),
	/** @param effect what it does to the period, as a sentence; empty if that is not known */
	pausedBySomeone: (object: string, effect: string): Note => ({
		code: 'paused-by-someone',
		message: `${object} is paused, and not by this workflow: it is left alone, and nothing is spent there until somebody resumes it${effect === '' ? '' : `. ${effect}`}`,
	}),
	periodSpent: (horizon: Horizon): string => `the amount of the ${horizon} is spent`,
	balanceSpent: (): string => 'the prepaid balance is used up',
	noShare: (): string => 'the plan allocates nothing to it today',
	notLowered: (): string => "it could overspend, and the platform's quota of edits leaves no room to lower its budget",
};
