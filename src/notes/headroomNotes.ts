import type { Horizon } from '../budget/horizon';
import type { Note } from './note';

/** What more budget today would bring. Amounts and ratios are formatted. */
export const headroomNotes = {
	/**
	 * @param price what the additional spend costs, such as "a CPA of €21.00"; null if it is not known
	 * @param room  what a longer period leaves for it; null without one
	 */
	more: (amount: string, price: string | null, room: string | null): Note => ({
		code: 'headroom',
		message: `With more budget, about ${amount} more would be spent today${price === null ? '' : ` at ${price}`}${room === null ? '' : `; ${room}`}`,
	}),
	cpa: (cost: string): string => `a CPA of ${cost}`,
	roas: (ratio: string): string => `a ROAS of ${ratio}`,
	cpc: (cost: string): string => `a CPC of ${cost}`,
	cpm: (cost: string): string => `a CPM of ${cost}`,
	/** @param left null if nothing is left */
	room: (horizon: Horizon, left: string | null): string =>
		left === null ? `the ${horizon} has no room for it` : `the ${horizon} has room for ${left}`,
};
