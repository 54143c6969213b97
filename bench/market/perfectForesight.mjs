import { sum } from 'simple-statistics';

import { bestBid, expectedDelivery } from './auction.mjs';
import { conversionRateAt } from './conversionRateAt.mjs';

/** Range of shadow prices, in conversions per unit of budget: at the lowest every hour bids its maximum, at the highest practically nothing. */
const CHEAP = 1e-9;
const DEAR = 10;

const HALVINGS = 60;

/** Maximum spend of a day in a flexible period, in daily budgets. */
export const FLEXIBLE_DAY_LIMIT = 2;

/**
 * The maximum value of each judged day with its daily budget under perfect foresight, with every hour known.
 *
 * Each hour bids optimally for clicks of value conversionRate/lambda, with lambda such that the day spends its budget. Whatever the
 * auction, bids that maximise value - lambda x spend are optimal for the budget they spend.
 *
 * @returns (days) of `value`, in true conversions, and `spend`
 * @see H. Everett, Generalized Lagrange Multiplier Method, Operations Research 11(3), 1963, theorem 1
 */
export function dailyOptimum(world) {
	return judgedDays(world).map((hours) => optimumOf(world, hours, world.dayBudget));
}

/** The same if the judged days share their budgets and no day spends more than FLEXIBLE_DAY_LIMIT of them. @returns (days) */
export function flexibleOptimum(world) {
	const days = judgedDays(world);
	const dayLimit = FLEXIBLE_DAY_LIMIT * world.dayBudget;
	const price = priceThatSpends(world.dayBudget * days.length, (tried) =>
		sum(days.map((hours) => Math.min(dayLimit, outcome(world, hours, tried).spend))),
	);
	return days.map((hours) => {
		const unlimited = outcome(world, hours, price);
		return unlimited.spend > dayLimit ? optimumOf(world, hours, dayLimit) : unlimited;
	});
}

const judgedDays = ({ historyHours, conditions }) =>
	Array.from({ length: conditions.judgedDays }, (_, day) =>
		Array.from({ length: 24 }, (_, hour) => historyHours + 24 * day + hour),
	);

function optimumOf(world, hours, budget) {
	return outcome(
		world,
		hours,
		priceThatSpends(budget, (tried) => outcome(world, hours, tried).spend),
	);
}

/** Value and spend of hours that all bid for clicks of value conversionRate/price. */
function outcome(world, hours, price) {
	let value = 0;
	let spend = 0;
	for (const t of hours) {
		const bid = bestBid(world, t, world.conversionRate[t] / price);
		const hour = expectedDelivery(world, t, bid);
		value += conversionRateAt(world, t, bid) * hour.clicks;
		spend += hour.spend;
	}
	return { value, spend };
}

/** The shadow price of the budget: the lowest price at which no more than the budget is spent, by bisection on its logarithm. */
function priceThatSpends(budget, spendAt) {
	if (spendAt(CHEAP) <= budget) return CHEAP;
	let low = CHEAP;
	let high = DEAR;
	for (let halving = 0; halving < HALVINGS; halving++) {
		const middle = Math.sqrt(low * high);
		if (spendAt(middle) > budget) low = middle;
		else high = middle;
	}
	return high;
}
