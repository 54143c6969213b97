import type { Period } from '../time/period';
import type { Note } from './note';

/** When a balance will be gone. Dates are formatted. */
interface RunOut {
	/** Such as: on about 3 December, in 5 days */
	readonly when: string;
	/** Such as: 2 to 5 December; null where all of it is one day. */
	readonly range: string | null;
}

/** How a prepaid balance stands. Amounts and dates are formatted. */
export const balanceNotes = {
	left: (amount: string): string => `${amount} is left of the prepaid balance`,
	willRunOut: ({ when, range }: RunOut): string => `At the present pace it runs out ${when}${inBrackets(range)}`,
	/** @param high null for later than a year from now */
	range: (low: string, high: string | null): string => `${low} to ${high ?? 'more than a year from now'}`,
	lasts: 'At the present pace it lasts for more than a year',
	on: (date: string, days: number): string =>
		days === 0 ? 'today' : `on about ${date}, in ${days} day${days === 1 ? '' : 's'}`,
	isLow: 'The prepaid balance is running low',
	isSpent: 'The prepaid balance is used up',
	spent: (excess: string | null): string =>
		`The prepaid balance is used up${excess === null ? '' : ` and exceeded by ${excess}`}: nothing is left until it is topped up`,
	low: (amount: string, { when, range }: RunOut): string =>
		`The prepaid balance of ${amount} will run out ${when}${inBrackets(range)}`,
	lastsAgain: (amount: string): string => `Resolved. ${amount} is left of the prepaid balance`,
	none: 'Resolved. The budget has no prepaid balance any more',
	/** A warning about a plan, or the reason of a status. */
	spentNote: (message: string): Note => ({ code: 'balance-spent', message }),
	unknownStart: ({ start, end }: Period): Note => ({
		code: 'balance-unknown',
		message: `No spend is reported from ${start} to ${end}: the prepaid balance may be lower than it seems. Enter the balance of a later day`,
	}),
};

const inBrackets = (range: string | null): string => (range === null ? '' : ` (${range})`);
