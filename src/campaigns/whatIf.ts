import { sum } from 'simple-statistics';
import * as z from 'zod/v4';

import type { BudgetDefinition } from '../budget/budgetDefinition';
import type { Estimate, Interval } from '../statistics/interval';
import { fromMinorUnits, toMinorUnits } from '../money/minorUnits';
import { gammaInterval } from '../statistics/shrinkage';
import type { CampaignLearning } from './learnCampaigns';
import { responseAt } from './responseAt';
import { type DaySplit, splitBasis, splitDay } from './splitDay';

/** Minimum marginal return: results of the objective per additional unit of spend. */
export const MinimumMarginalReturn = z.number('must be a number').gt(0, 'must be above 0').max(1e9);

/** Expected results of a day at another amount. */
export interface WhatIf {
	readonly dayAmount: string;
	/** Results of the objective on a day like the recent ones, including the variation from day to day. */
	readonly expected: Interval;
	/** Expected results of one more unit of spend, split over the campaigns; 0 where the maxima leave no room for it. */
	readonly marginalReturn: number;
	/** The amount that does not fit within the maxima. */
	readonly unspendable: string;
	/** Whether a campaign would get more than twice its largest day, beyond the range of its data. */
	readonly isBeyondHistory: boolean;
	/** Amount of each campaign; one entry with an empty id if the budget names none. */
	readonly campaigns: readonly { readonly campaignId: string; readonly amount: string }[];
}

/** Above this factor on a campaign's largest day its data say nothing about the response. */
const MAX_EXTRAPOLATION = 2;

/** Factor of the step up and down over which the marginal return is measured; not smaller, because splits move by whole minor units. */
const STEP = 1.05;

/** Halvings that reduce a range to less than a thousandth. */
const HALVINGS = 10;

/** Lower end of the search, as a fraction of the upper end. */
const MIN_FRACTION = 0.01;

/**
 * Simulates budget scenarios: expected results of a day at other amounts, each split over the campaigns for the highest expected results. A budget without
 * campaigns responds as a whole.
 *
 * Results of campaigns are independent given their curves: means and variances add up, and the interval is that of a gamma distribution.
 *
 * @param learned of the campaigns of the definition
 * @param amounts major units
 * @returns (amounts), or null without any full day with results
 */
export function whatIf(
	learned: CampaignLearning,
	definition: BudgetDefinition,
	amounts: readonly (number | string)[],
): WhatIf[] | null {
	const scenarios = scenariosOf(learned, definition);
	return scenarios && amounts.map((amount) => scenarios.answer(toMinorUnits(amount, definition.currency, 'nearest')));
}

/**
 * The day amount beyond which the marginal return falls below a minimum, to a thousandth of the search range. The range ends at twice the sum of the
 * campaigns' largest days, beyond which there are no data, and begins at a hundredth of that.
 *
 * @param learned of the campaigns of the definition
 * @param minimum marginal return, results per unit of spend
 * @returns the scenario at that amount, or at one end of the range if all or none of it reaches the minimum; null without any full day with results
 */
export function worthwhileAmount(
	learned: CampaignLearning,
	definition: BudgetDefinition,
	minimum: number,
): WhatIf | null {
	const scenarios = scenariosOf(learned, definition);
	if (scenarios === null) return null;
	let high = scenarios.maxAmount;
	let low = Math.ceil(MIN_FRACTION * high);
	if (scenarios.marginalReturn(high) >= minimum) return scenarios.answer(high);
	if (scenarios.marginalReturn(low) < minimum) return scenarios.answer(low);
	for (let halving = 0; halving < HALVINGS; halving++) {
		const middle = Math.round((low + high) / 2);
		if (scenarios.marginalReturn(middle) >= minimum) low = middle;
		else high = middle;
	}
	return scenarios.answer(low);
}

/** Scenarios of a budget at any amount, in minor units; null without any learned response. */
function scenariosOf(learned: CampaignLearning, definition: BudgetDefinition) {
	const { currency } = definition;
	const campaigns = definition.campaigns ?? [{ campaignId: '' }];
	const { responses, spends } = learned;
	if (responses === null) return null;
	const basis = splitBasis(campaigns, learned, currency);
	const major = (units: number) => Number(fromMinorUnits(units, currency));
	const splitOf = (dayAmount: number) =>
		splitDay(basis, {
			dayAmount,
			spent: campaigns.map(() => 0),
			explores: false,
			reserve: 0,
			randomFor: () => () => 0,
		});
	/** Spend out of an amount, and its expected results. */
	const expectedOf = (dayAmount: number, { amounts, unallocated } = splitOf(dayAmount)) => {
		const means = amounts.map((units, campaign) => basis.expected![campaign]!(major(units)));
		return { spend: major(dayAmount - unallocated), mean: sum(means) };
	};
	const marginalReturn = (dayAmount: number, split?: DaySplit): number => {
		const here = expectedOf(dayAmount, split);
		const above = expectedOf(Math.ceil(dayAmount * STEP));
		const below = expectedOf(Math.floor(dayAmount / STEP));
		return above.spend > here.spend ? Math.max(0, (above.mean - below.mean) / (above.spend - below.spend)) : 0;
	};
	const answer = (dayAmount: number): WhatIf => {
		const split = splitOf(dayAmount);
		const spend = split.amounts.map(major);
		const results = spend.flatMap((amount, campaign) =>
			amount > 0 ? [responseAt(responses[campaign]!, amount).results] : [],
		);
		return {
			dayAmount: fromMinorUnits(dayAmount, currency),
			expected: together(results),
			marginalReturn: marginalReturn(dayAmount, split),
			unspendable: fromMinorUnits(split.unallocated, currency),
			isBeyondHistory: spends.some(
				({ largest }, campaign) => largest > 0 && spend[campaign]! > MAX_EXTRAPOLATION * largest,
			),
			campaigns: campaigns.map(({ campaignId }, campaign) => ({
				campaignId,
				amount: fromMinorUnits(split.amounts[campaign]!, currency),
			})),
		};
	};
	const largest = sum(spends.map(({ largest }) => largest));
	return { answer, marginalReturn, maxAmount: toMinorUnits(MAX_EXTRAPOLATION * largest, currency, 'nearest') };
}

/** The sum of independent estimates. */
function together(results: readonly Estimate[]): Interval {
	const mean = sum(results.map(({ mean }) => mean));
	const deviation = Math.hypot(...results.map((one) => one.mean * one.relativeDeviation));
	return gammaInterval({ mean, relativeDeviation: mean > 0 ? deviation / mean : 0 });
}
