import { type BacktestReport, POLICY_NAMES } from '../backtest/backtestReport';
import type { BudgetDefinition } from '../budget/budgetDefinition';
import { formatMoney } from '../format/formatMoney';
import { formatProbability } from '../format/formatNumber';
import { displayName } from '../format/displayName';
import { htmlPage, paragraph } from './page';
import { chart, panel, whisker } from './picture';

/** A backtest as one page: what each policy would have delivered, with intervals and assumptions. */
export function backtestPage(report: BacktestReport, { name = '' }: Pick<BudgetDefinition, 'name'>): string {
	const { results, currency, counted, days, from, to, elasticity, conclusive } = report;
	const best = results[0]!;
	const count = (value: number) =>
		counted === 'revenue' ? formatMoney(value, currency) : String(Number(value.toPrecision(4)));
	const between = ({ low, high }: { low: number; high: number }) => `${count(low)} to ${count(high)}`;
	const leads = `${POLICY_NAMES[best.policy]} leads with a probability of ${formatProbability(best.probabilityBest)}`;
	const verdict = conclusive
		? `${leads}: it would have delivered the most.`
		: report.warnings.length > 0
			? `${leads}, but the history does not support calling it the best:`
			: `${leads}: not enough evidence to call it the best.`;
	return htmlPage({
		title: `Backtest of ${displayName(name) || displayName(report.budgetId)}`,
		lead: `${days} days, ${from} to ${to}`,
		cards: [
			{ value: POLICY_NAMES[best.policy], label: 'leads' },
			{ value: formatProbability(best.probabilityBest), label: 'probability of being the best' },
			{ value: count(best.value.mean), label: `${counted}, ${between(best.value)}` },
			{
				value: elasticity.mean.toFixed(2),
				label: `elasticity, ${elasticity.low.toFixed(2)} to ${elasticity.high.toFixed(2)}`,
			},
		],
		sections: [
			{
				heading: conclusive ? 'The best policy' : 'Inconclusive',
				content: [verdict, ...report.warnings.map(({ message }) => `${message}.`)].map(paragraph).join(''),
			},
			{
				heading: 'Results by policy',
				content: panel(
					[
						chart({
							title: `Expected ${counted} by policy, with 80% intervals`,
							description: verdict,
							labels: results.map(({ policy }) => POLICY_NAMES[policy]),
							labelEvery: 1,
							max: Math.max(...results.map(({ value }) => value.high)),
							format: count,
							legend: [{ name: 'estimate and 80% interval', style: 'whisker' }],
							body: (x, y) =>
								results
									.map(({ value: { mean, low, high } }, position) =>
										whisker(x(position + 0.5), y(mean), y(low), y(high)),
									)
									.join(''),
						}),
					],
					{
						heads: [
							'Policy',
							counted,
							'80% interval',
							'Compared with actual',
							'Probability of being the best',
							'Spent',
							'Overspend',
							'Days exhausted',
						],
						rows: results.map((result) => [
							POLICY_NAMES[result.policy],
							count(result.value.mean),
							between(result.value),
							result.againstActual === null
								? '-'
								: `${count(result.againstActual.mean)} (${between(result.againstActual)})`,
							formatProbability(result.probabilityBest),
							formatMoney(result.spend, currency),
							formatMoney(result.overspend, currency),
							String(result.daysExhausted),
						]),
					},
				),
			},
			{
				heading: 'Assumptions',
				content: report.assumptions.map(({ message }) => paragraph(`${message}.`)).join(''),
			},
		],
	});
}
