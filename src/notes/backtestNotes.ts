import { formatPercent } from '../format/formatNumber';
import type { Note } from './note';

/** Limits of a backtest. */
export const backtestNotes = {
	responseAssumed: (): Note => ({
		code: 'response-assumed',
		message:
			'Spend varied too little to show how results respond to it, so the estimate rests on the prior from other ad accounts',
	}),
	outsideSupport: (policy: string, share: number): Note => ({
		code: 'outside-support',
		message: `${policy} would place ${formatPercent(share)} of its spend above twice the highest spend observed in those hours, where results are unknown`,
	}),
};

/** What every backtest assumes. */
export const BACKTEST_ASSUMPTIONS: readonly Note[] = [
	{
		code: 'same-demand',
		message:
			'Demand in every hour is as it actually was, whatever is spent; out-of-budget hours are estimated from what is usual for their hour and day',
	},
	{
		code: 'diminishing-returns',
		message:
			'Results of all hours respond to spend with the same elasticity, learned from the history with a prior from other ad accounts',
	},
	{
		code: 'planned-every-hour',
		message:
			'Strategies plan again at the start of every hour with complete figures of the hours before; they learn from results at the end of each day',
	},
	{
		code: 'spend-deviates-as-it-did',
		message:
			'Bids follow the plan. An hour deviates from its amount as it actually deviated from its forecast, up to its cap; an out-of-budget hour spends its amount',
	},
	{ code: 'figures-of-today', message: 'Results are counted as reported today, not as reported at the time' },
];
