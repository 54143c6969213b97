import { formatPercent } from '../format/formatNumber';
import type { Note } from './note';

/** What limits a backtest. */
export const backtestNotes = {
	responseAssumed: (): Note => ({
		code: 'response-assumed',
		message:
			'Spend varied too little to show how results respond to it: the prior, what is known of ads in general, decides',
	}),
	outsideSupport: (policy: string, share: number): Note => ({
		code: 'outside-support',
		message: `${policy} would put ${formatPercent(share)} of its spend into hours beyond twice what they ever took: nothing is known of results there`,
	}),
};

/** What every backtest assumes. */
export const BACKTEST_ASSUMPTIONS: readonly Note[] = [
	{
		code: 'same-demand',
		message:
			'Demand in every hour is what really happened, whatever is spent; hours without spend are as their hour and their day usually are',
	},
	{
		code: 'diminishing-returns',
		message:
			'Results of an hour grow with its spend by one elasticity, learned from the history and from what is known of ads in general',
	},
	{
		code: 'planned-every-hour',
		message:
			'Strategies plan anew when every hour begins, with all figures of the hours before; they learn from results of the day at the next midnight',
	},
	{
		code: 'spend-deviates-as-it-did',
		message:
			'Bids follow the plan, and an hour deviates from its amount as it really deviated from what was then expected of it, up to its cap; an hour that was out of budget spends its amount',
	},
	{ code: 'figures-of-today', message: 'Results count as they are known today, not as they were known on the day' },
];
