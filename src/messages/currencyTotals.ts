import { groupBy } from '../groupBy';
import { Decimal } from '../money/decimal';
import { attentionOf, type BudgetOverview, spentOf } from './budgetOverview';
import { longestTarget } from './longestTarget';
import { compareText } from './ranking';

/** Exact sum of the amounts that are known, major units; null if none is. */
interface Total {
	readonly amount: string | null;
	/** Budgets whose amount is not known. */
	readonly unknown: number;
}

/** All budgets of one currency together. */
export interface CurrencyTotal {
	readonly currency: string;
	readonly budgets: number;
	readonly needsPerson: number;
	readonly dayAmount: Total;
	readonly spentToday: Total;
	/** Weeks, months and flights: the longest target of each budget that has one. */
	readonly targets: {
		readonly budgets: number;
		readonly target: Total;
		readonly spent: Total;
		readonly projected: Total;
	};
	readonly revenueAtRisk: Total;
}

/** Totals currency by currency, in alphabetical order. */
export function currencyTotals(budgets: readonly BudgetOverview[]): CurrencyTotal[] {
	const groups = groupBy(budgets, ({ definition }) => definition.currency);
	return [...groups]
		.sort(([one], [other]) => compareText(one, other))
		.map(([currency, own]) => {
			const isReported = (budget: BudgetOverview) => budget.dataUntilMs !== null;
			const isJudged = ({ exhaustion }: BudgetOverview) => exhaustion.status !== 'stale-data';
			const withTarget = own.flatMap((budget) => {
				const longest = longestTarget(budget);
				return longest === null ? [] : [{ budget, ...longest }];
			});
			return {
				currency,
				budgets: own.length,
				needsPerson: own.filter((budget) => attentionOf(budget) !== 'none').length,
				dayAmount: total(own.map(({ day }) => day.amount)),
				spentToday: total(own.map(({ isTodayReported, day }) => (isTodayReported ? day.spent : null))),
				targets: {
					budgets: withTarget.length,
					target: total(withTarget.map(({ horizon }) => horizon.target)),
					spent: total(withTarget.map(({ budget, horizon }) => (isReported(budget) ? spentOf(horizon) : null))),
					projected: total(withTarget.map(({ budget, horizon }) => (isJudged(budget) ? horizon.projected.mean : null))),
				},
				revenueAtRisk: total(own.map(({ exhaustion }) => exhaustion.valueAtRisk.revenue)),
			};
		});
}

function total(amounts: readonly (string | number | null)[]): Total {
	const known = amounts.filter((amount) => amount !== null);
	const sum = known.reduce<Decimal>((total, amount) => total.plus(amount), new Decimal(0));
	return { amount: known.length === 0 ? null : sum.toFixed(), unknown: amounts.length - known.length };
}
