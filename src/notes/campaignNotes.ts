import { formatExactPercent } from '../format/formatNumber';
import type { Note } from './note';

/** Why a campaign gets its amount. Amounts are formatted. */
export const campaignNotes = {
	/** @param limit one of `limitPhrases` */
	heldAt: (code: string, amount: string, limit: string): Note => ({ code, message: `Held at ${amount}: ${limit}` }),
	keptAt: (code: string, amount: string, limit: string): Note => ({ code, message: `Kept at ${amount}: ${limit}` }),
	exploration: (amount: string): Note => ({
		code: 'test',
		message: `${amount} of it is exploration: expected results alone would give the campaign less, but only a larger spend can show whether more pays`,
	}),
	limitedByDemand: (usual: string): Note => ({
		code: 'limited-by-demand',
		message: `It does not spend what it is offered: about ${usual} on such a day`,
	}),
	limitedByBudget: (): Note => ({
		code: 'limited-by-budget',
		message: 'It spends what it is offered, and could spend more',
	}),
	noResults: (): Note => ({
		code: 'no-evidence',
		message: 'No campaign has results of a full day yet: the budget is split as it was spent before, or evenly',
	}),
	neverSpent: (): Note => ({
		code: 'no-history',
		message: 'The campaign has never spent: its estimate is that of the other campaigns',
	}),
	unidentified: (days: number): Note => ({
		code: 'unidentified-response',
		message: `${days} full days do not identify how the campaign responds to spend: the estimate borrows from the other campaigns. A Learning Reserve explores more`,
	}),
};

/** The limits of a campaign, as the end of a sentence. */
export const limitPhrases = {
	minimum: (): string => 'its minimum',
	maximum: (): string => 'its maximum',
	change: (fraction: number): string =>
		`at most ${formatExactPercent(fraction)} more or less than on its last full day`,
	growth: (): string => 'four times its largest day so far, until its results at that spend are in',
	firstDay: (): string => 'an even share of the day, until it has results',
	demand: (): string => 'what it can spend on such a day, with room to grow',
	targetCpa: (cpa: string): string => `more spend would raise the average CPA above ${cpa}`,
	targetRoas: (roas: number): string => `more spend would lower the average ROAS below ${roas}`,
};
