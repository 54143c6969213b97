import { sum } from 'simple-statistics';

import type { Campaign } from '../budget/campaign';
import { fromMinorUnits } from '../money/minorUnits';
import { roundShares } from '../money/roundShares';
import { scaleToTotal } from '../money/scaleToTotal';
import { type CampaignBounds, campaignBounds } from './campaignBounds';
import { type CampaignLimits, limitsOf } from './campaignLimits';
import type { CampaignSpend } from './campaignSpend';
import { expectedResponse, type ValueFunction } from './expectedResponse';
import type { CampaignLearning } from './learnCampaigns';
import { splitByResponse } from './splitByResponse';

/** Campaigns to split days over, prepared once for any number of days. */
export interface SplitBasis {
	readonly campaigns: readonly Campaign[];
	readonly currency: string;
	readonly learned: Pick<CampaignLearning, 'spends' | 'responses'>;
	/** (campaigns) */
	readonly limits: readonly CampaignLimits[];
	/** (campaigns) expected responses; null without any learned response. */
	readonly expected: readonly ValueFunction[] | null;
}

/** A day's amount to split. Amounts in minor units. */
export interface DayToSplit {
	/** Amount of the day for all campaigns together. */
	readonly dayAmount: number;
	/** (campaigns) spent today. */
	readonly spent: readonly number[];
	/** (campaigns) the largest amount worth offering, Infinity where demand is no limit; absent if it limits none. */
	readonly demand?: readonly number[];
	/** Whether part of the amount may be spent on exploration; otherwise all of it follows the expected results. */
	readonly explores: boolean;
	/** Share of the amount that is split by a draw of all responses, 0..1. */
	readonly reserve: number;
	/** Uniform numbers on [0, 1) for a campaign; the same ones when the split is repeated. */
	readonly randomFor: (campaignId: string) => () => number;
}

export interface DaySplit {
	/** (campaigns) minor units, including the amounts already spent. */
	readonly amounts: readonly number[];
	/** (campaigns) minor units of the split with the highest expected results. */
	readonly expectedBest: readonly number[];
	readonly bounds: readonly CampaignBounds[];
	/** Minor units that do not fit within the maxima. */
	readonly unallocated: number;
	/** Minor units by which the minima exceed the day's amount; each minimum was reduced proportionally. */
	readonly missing: number;
}

export const splitBasis = (
	campaigns: readonly Campaign[],
	learned: Pick<CampaignLearning, 'spends' | 'responses'>,
	currency: string,
): SplitBasis => ({
	campaigns,
	currency,
	learned,
	limits: limitsOf(campaigns, learned, currency),
	expected: learned.responses?.map(expectedResponse) ?? null,
});

/**
 * The bounds of all campaigns on a day, and the part of its amount that fits within their maxima. Limits of growth are lifted if they leave part of the amount
 * unallocated.
 */
export function boundDay(
	{ limits }: Pick<SplitBasis, 'limits'>,
	dayAmount: number,
	spent: readonly number[],
	demand?: readonly number[],
): { readonly bounds: readonly CampaignBounds[]; readonly highs: readonly number[]; readonly amount: number } {
	const firstAmount = Math.ceil(dayAmount / limits.length);
	const boundsWhen = (mayOutgrow: boolean) =>
		limits.map((own, campaign) =>
			campaignBounds(own, {
				dayAmount,
				spent: spent[campaign]!,
				firstAmount,
				mayOutgrow,
				demand: demand?.[campaign] ?? Infinity,
			}),
		);
	const cautious = boundsWhen(false);
	const bounds = sum(cautious.map(({ high }) => high)) < dayAmount ? boundsWhen(true) : cautious;
	const highs = bounds.map(({ high }) => Math.min(high, dayAmount));
	return { bounds, highs, amount: Math.min(dayAmount, sum(highs)) };
}

/**
 * Splits the amount of a day over campaigns by their learned responses (`splitByResponse`), within every campaign's bounds, exact to the minor unit. Without
 * any learned response, it is split in proportion to usual spend, or evenly if nothing was ever spent.
 */
export function splitDay(basis: SplitBasis, day: DayToSplit): DaySplit {
	const { campaigns, currency, learned, expected } = basis;
	const { spent, explores, reserve, randomFor } = day;
	const { spends, responses } = learned;
	const dayAmount = Math.max(day.dayAmount, sum(spent));
	const { bounds, highs, amount } = boundDay(basis, dayAmount, spent, day.demand);
	const minima = bounds.map(({ low }) => Math.min(low, dayAmount));
	const missing = Math.max(0, sum(minima) - amount);
	const lows = missing > 0 ? reducedMinima(minima, spent, amount) : minima;

	const fixed = sum(lows) === amount ? lows : responses === null ? byUsualSpend(spends, lows, highs, amount) : null;
	const { shares, expectedBest } =
		fixed === null
			? splitByResponse({
					responses: responses!,
					expected: expected!,
					lows,
					highs,
					aims: bounds.map(({ aim }) => Math.min(aim, dayAmount)),
					amount,
					unit: Number(fromMinorUnits(1, currency)),
					explores,
					reserve,
					randoms: campaigns.map(({ campaignId }) => randomFor(campaignId)),
				})
			: { shares: fixed, expectedBest: fixed };
	return {
		amounts: roundShares(shares, amount, lows, highs),
		expectedBest,
		bounds,
		unallocated: dayAmount - amount,
		missing,
	};
}

/** In proportion to usual spend, within bounds; evenly if nothing was ever spent. */
function byUsualSpend(
	spends: readonly CampaignSpend[],
	lows: readonly number[],
	highs: readonly number[],
	amount: number,
): readonly number[] {
	const usual = spends.map((spend) => spend.usual);
	const weights = sum(usual) > 0 ? usual.map((spend) => spend + EPSILON * sum(usual)) : usual.map(() => 1);
	const shapeAt = (scale: number) =>
		weights.map((weight, campaign) => Math.min(highs[campaign]!, Math.max(lows[campaign]!, scale * weight)));
	return scaleToTotal(amount, shapeAt, amount / Math.min(...weights));
}

/** Weight of a campaign that never spent: positive, so that it takes the remainder once the others are at their maxima. */
const EPSILON = 1e-9;

/** The minima, each reduced proportionally toward the amount already spent and rounded down, so that the amount covers them. */
function reducedMinima(minima: readonly number[], spent: readonly number[], amount: number): number[] {
	const fit = (amount - sum(spent)) / (sum(minima) - sum(spent));
	return minima.map((low, campaign) => spent[campaign]! + Math.floor(fit * (low - spent[campaign]!)));
}
