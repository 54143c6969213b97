import type { Campaign } from '../budget/campaign';
import { fromMinorUnits, toMinorUnits } from '../money/minorUnits';
import { roundShares } from '../money/roundShares';
import { scaleToTotal } from '../money/scaleToTotal';
import { type CampaignBounds, campaignBounds } from './campaignBounds';
import type { CampaignSpend } from './campaignSpend';
import type { CampaignLearning } from './learnCampaigns';
import { splitByResponse } from './splitByResponse';

/** A day to be split. Amounts in minor units. */
export interface DaySplitInput {
	readonly campaigns: readonly Campaign[];
	readonly learned: Pick<CampaignLearning, 'spends' | 'responses'>;
	readonly currency: string;
	/** What the campaigns may spend together. */
	readonly dayAmount: number;
	/** (campaigns) spent today. */
	readonly spent: readonly number[];
	/** Whether some of the amount may be spent to learn from it, or all of it where most results are expected. */
	readonly explores: boolean;
	/** Share of the amount that is split by a draw of all responses, 0..1. */
	readonly reserve: number;
	/** Uniform numbers on [0, 1) for a campaign, the same ones whenever the split is asked for again. */
	readonly randomFor: (campaignId: string) => () => number;
}

export interface DaySplit {
	/** (campaigns) minor units, what is spent included. */
	readonly amounts: readonly number[];
	/** (campaigns) minor units that each would get if only expected results counted. */
	readonly expectedBest: readonly number[];
	readonly bounds: readonly CampaignBounds[];
	/** Minor units that the maxima leave no room for. */
	readonly unallocated: number;
	/** Minor units by which the minima exceed the day: each was reduced proportionally. */
	readonly missing: number;
}

/**
 * Splits the amount of a day over campaigns by what is known of their responses (`splitByResponse`), within every campaign's bounds, exactly
 * to the minor unit. While nothing is known of any campaign, it is split as it was spent before, and evenly if it never was.
 */
export function splitDay(input: DaySplitInput): DaySplit {
	const { campaigns, learned, currency, spent, explores, reserve, randomFor } = input;
	const { spends, responses } = learned;
	const dayAmount = Math.max(input.dayAmount, sum(spent));
	const boundsWhen = (mayOutgrow: boolean) =>
		campaigns.map((campaign, position) =>
			campaignBounds({
				campaign,
				spend: spends[position]!,
				response: responses?.[position] ?? null,
				currency,
				dayAmount,
				spent: spent[position]!,
				firstAmount: Math.ceil(dayAmount / campaigns.length),
				mayOutgrow,
			}),
		);
	const cautious = boundsWhen(false);
	const bounds = sum(cautious.map(({ high }) => high)) < dayAmount ? boundsWhen(true) : cautious;
	const highs = bounds.map(({ high }) => Math.min(high, dayAmount));
	const amount = Math.min(dayAmount, sum(highs));
	const wanted = bounds.map(({ low }) => Math.min(low, dayAmount));
	const missing = Math.max(0, sum(wanted) - amount);
	const lows = missing > 0 ? shrunk(wanted, spent, amount) : wanted;

	const certain = sum(lows) === amount ? lows : responses === null ? asBefore(spends, lows, highs, amount) : null;
	const { shares, expectedBest } =
		certain === null
			? splitByResponse({
					responses: responses!,
					lows,
					highs,
					lifetimeCaps: bounds.map(({ lifetimeCap }) => Math.min(lifetimeCap, dayAmount)),
					explored: spends.map(({ largest, restDays }) => ({
						largest: toMinorUnits(largest, currency, 'down'),
						restDays,
					})),
					amount,
					unit: Number(fromMinorUnits(1, currency)),
					explores,
					reserve,
					randoms: campaigns.map(({ campaignId }) => randomFor(campaignId)),
				})
			: { shares: certain, expectedBest: certain };
	return {
		amounts: roundShares(shares, amount, lows, highs),
		expectedBest,
		bounds,
		unallocated: dayAmount - amount,
		missing,
	};
}

/** In proportion to what is usual, within bounds; evenly where nothing was ever spent. */
function asBefore(
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

/** A campaign that never spent comes last while nothing is known. */
const EPSILON = 1e-9;

/** Minima above what is spent, each reduced proportionally, to whole units that the amount covers. */
function shrunk(wanted: readonly number[], spent: readonly number[], amount: number): number[] {
	const fit = (amount - sum(spent)) / (sum(wanted) - sum(spent));
	return wanted.map((low, campaign) => spent[campaign]! + Math.floor(fit * (low - spent[campaign]!)));
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
