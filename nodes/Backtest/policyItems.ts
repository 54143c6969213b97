import { type BacktestReport, formatMoney, formatPercent } from '../../src/index';

/** A backtest as items, one for each policy, the best first: amounts as numbers, and the findings ready to print. */
export const policyItems = ({ results, ...report }: BacktestReport) =>
	results.map((result, position) => ({
		...report,
		policy: result.policy,
		rank: position + 1,
		value: result.value,
		againstActual: result.againstActual,
		probabilityBest: result.probabilityBest,
		spend: Number(result.spend),
		overspend: Number(result.overspend),
		daysExhausted: result.daysExhausted,
		outsideSupport: result.outsideSupport,
		display: {
			spend: formatMoney(result.spend, report.currency),
			probabilityBest: formatPercent(result.probabilityBest),
		},
	}));
