import * as z from 'zod/v4';

import type { BudgetDefinition } from '../budget/budgetDefinition';
import type { Estimate, Interval } from '../statistics/interval';
import { fromMinorUnits, toMinorUnits } from '../money/minorUnits';
import { gammaInterval } from '../statistics/shrinkage';
import { expectedResponse } from './expectedResponse';
import type { CampaignLearning } from './learnCampaigns';
import { responseAt } from './responseAt';
import { splitDay } from './splitDay';

/** Results of the objective that one more unit of spend is to bring at least. */
export const MinimumMarginalReturn = z.number('must be a number').gt(0, 'must be above 0').max(1e9);

/** What a day would bring with another amount. */
export interface WhatIf {
	readonly dayAmount: string;
	/** Results of the objective on a day like the last ones, the chance of the day included. */
	readonly expected: Interval;
	/** Results that one more unit of spend is expected to bring, split as a plan would split it; 0 where the maxima leave no room for it. */
	readonly marginalReturn: number;
	/** What the maxima leave no room for. */
	readonly unspendable: string;
	/** Whether a campaign would get more than twice its largest day, of which nothing is known. */
	readonly isBeyondHistory: boolean;
	/** What each campaign would get; one with an empty id where the budget names none. */
	readonly campaigns: readonly { readonly campaignId: string; readonly amount: string }[];
}

/** Beyond this factor on the largest day nothing is known of a response. */
const KNOWN_GROWTH = 2;

/** The marginal return is measured over a step of a twentieth up and down, for splits move by whole minor units. */
const STEP = 1.05;

/** Halvings of a range until it is less than a thousandth of it. */
const HALVINGS = 10;

/** The least amount that is asked for, as a part of the most that anything is known of. */
const LEAST_PART = 0.01;

/**
 * What days would bring with other amounts, each split over the campaigns for the most expected results. A budget without campaigns responds as a whole.
 *
 * Results of campaigns are independent given their curves: means and variances add up, and the interval is that of a gamma distribution.
 *
 * @param learned of the campaigns of the definition
 * @param amounts major units
 * @returns (amounts), or null while no full day with results is known
 */
export function whatIf(
	learned: CampaignLearning,
	definition: BudgetDefinition,
	amounts: readonly (number | string)[],
): WhatIf[] | null {
	const days = daysOf(learned, definition);
	return days && amounts.map((amount) => days.answer(toMinorUnits(amount, definition.currency, 'nearest')));
}

/**
 * The day amount beyond which the marginal return falls below a minimum, to a thousandth of the range that is looked at: from a hundredth of twice the
 * campaigns' largest days, beyond which nothing is known, to all of it.
 *
 * @param learned of the campaigns of the definition
 * @param minimum marginal return, results per unit of spend
 * @returns the answer for that amount, one end of the range where all or none of it is worth it; null while no full day with results is known
 */
export function worthwhileAmount(
	learned: CampaignLearning,
	definition: BudgetDefinition,
	minimum: number,
): WhatIf | null {
	const days = daysOf(learned, definition);
	if (days === null) return null;
	let high = days.mostKnown;
	let low = Math.ceil(LEAST_PART * high);
	if (days.marginalReturn(high) >= minimum) return days.answer(high);
	if (days.marginalReturn(low) < minimum) return days.answer(low);
	for (let halving = 0; halving < HALVINGS; halving++) {
		const middle = Math.round((low + high) / 2);
		if (days.marginalReturn(middle) >= minimum) low = middle;
		else high = middle;
	}
	return days.answer(low);
}

/** Days of a budget with any amount, in minor units; null while nothing is known of its responses. */
function daysOf(learned: CampaignLearning, definition: BudgetDefinition) {
	const { currency } = definition;
	const campaigns = definition.campaigns ?? [{ campaignId: '' }];
	const { responses, spends } = learned;
	if (responses === null) return null;
	const expected = responses.map(expectedResponse);
	const major = (units: number) => Number(fromMinorUnits(units, currency));
	const splitOf = (dayAmount: number) => {
		const spent = campaigns.map(() => 0);
		return splitDay({
			campaigns,
			learned,
			currency,
			dayAmount,
			spent,
			explores: false,
			reserve: 0,
			randomFor: () => () => 0,
		});
	};
	/** What is spent of an amount, and the results that are expected of it. */
	const expectedOf = (dayAmount: number) => {
		const { amounts, unallocated } = splitOf(dayAmount);
		const means = amounts.map((units, campaign) => expected[campaign]!(major(units)));
		return { spend: major(dayAmount - unallocated), mean: means.reduce((sum, mean) => sum + mean, 0) };
	};
	const marginalReturn = (dayAmount: number): number => {
		const here = expectedOf(dayAmount);
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
			marginalReturn: marginalReturn(dayAmount),
			unspendable: fromMinorUnits(split.unallocated, currency),
			isBeyondHistory: spends.some(({ largest }, campaign) => largest > 0 && spend[campaign]! > KNOWN_GROWTH * largest),
			campaigns: campaigns.map(({ campaignId }, campaign) => ({
				campaignId,
				amount: fromMinorUnits(split.amounts[campaign]!, currency),
			})),
		};
	};
	const largest = spends.reduce((sum, spend) => sum + spend.largest, 0);
	return { answer, marginalReturn, mostKnown: toMinorUnits(KNOWN_GROWTH * largest, currency, 'nearest') };
}

/** The sum of independent results. */
function together(results: readonly Estimate[]): Interval {
	const mean = results.reduce((sum, one) => sum + one.mean, 0);
	const deviation = Math.hypot(...results.map((one) => one.mean * one.relativeDeviation));
	return gammaInterval({ mean, relativeDeviation: mean > 0 ? deviation / mean : 0 });
}
