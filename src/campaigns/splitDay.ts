import type { Campaign } from '../budget/campaign';
import { fromMinorUnits, toMinorUnits } from '../money/minorUnits';
import { roundShares } from '../money/roundShares';
import { scaleToTotal } from '../money/scaleToTotal';
import { type CampaignBounds, campaignBounds } from './campaignBounds';
import type { CampaignSpend, Portfolio } from './learnResponses';
import { splitByResponse } from './splitByResponse';

/** A day to be split. Amounts in minor units. */
export interface DaySplitInput {
	readonly campaigns: readonly Campaign[];
	readonly portfolio: Portfolio;
	readonly currency: string;
	/** What the campaigns may spend together. */
	readonly dayAmount: number;
	/** (campaigns) spent today. */
	readonly spent: readonly number[];
	/** Whether money may go where its results teach something, or only where they are expected to be most. */
	readonly tries: boolean;
	/** Share of the money that goes where a draw of what is not known yet would put it, 0..1. */
	readonly reserve: number;
	/** Uniform on [0, 1). */
	readonly random: () => number;
}

export interface DaySplit {
	/** (campaigns) minor units, what is spent included. */
	readonly amounts: readonly number[];
	/** (campaigns) minor units that each would get if only expected results counted. */
	readonly expectedBest: readonly number[];
	readonly bounds: readonly CampaignBounds[];
	/** Minor units that the maxima leave no room for. */
	readonly unspendable: number;
	/** Minor units that the minima want beyond what there is: they shrank alike. */
	readonly missing: number;
}

/**
 * Splits a day's money over campaigns where it is expected to bring most, today and by what it teaches (`splitByResponse`), within every campaign's bounds, exactly
 * to the minor unit. While nothing is known of any campaign, the money is split as it was spent before, and evenly if it never was.
 */
export function splitDay(input: DaySplitInput): DaySplit {
	const { campaigns, portfolio, currency, spent, tries, reserve, random } = input;
	const { spends, responses } = portfolio;
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
	const money = Math.min(dayAmount, sum(highs));
	const wanted = bounds.map(({ low }) => Math.min(low, dayAmount));
	const missing = Math.max(0, sum(wanted) - money);
	const lows = missing > 0 ? shrunk(wanted, spent, money) : wanted;

	const certain = sum(lows) === money ? lows : responses === null ? asBefore(spends, lows, highs, money) : null;
	const { shares, expectedBest } =
		certain === null
			? splitByResponse({
					responses: responses!,
					lows,
					highs,
					evers: bounds.map(({ ever }) => Math.min(ever, dayAmount)),
					seen: spends.map(({ largest, restDays }) => ({
						largest: toMinorUnits(largest, currency, 'down'),
						restDays,
					})),
					money,
					unit: Number(fromMinorUnits(1, currency)),
					tries,
					reserve,
					random,
				})
			: { shares: certain, expectedBest: certain };
	return {
		amounts: roundShares(shares, money, lows, highs),
		expectedBest,
		bounds,
		unspendable: dayAmount - money,
		missing,
	};
}

/** In proportion to what is usual, within bounds; evenly where nothing was ever spent. */
function asBefore(
	spends: readonly CampaignSpend[],
	lows: readonly number[],
	highs: readonly number[],
	money: number,
): readonly number[] {
	const usual = spends.map((spend) => spend.usual);
	const weights = sum(usual) > 0 ? usual.map((spend) => spend + NOTHING * sum(usual)) : usual.map(() => 1);
	const shapeAt = (scale: number) =>
		weights.map((weight, campaign) => Math.min(highs[campaign]!, Math.max(lows[campaign]!, scale * weight)));
	return scaleToTotal(money, shapeAt, money / Math.min(...weights));
}

/** A campaign that never spent comes last while nothing is known. */
const NOTHING = 1e-9;

/** Minima above what is spent shrink alike, to whole units that the money covers. */
function shrunk(wanted: readonly number[], spent: readonly number[], money: number): number[] {
	const fit = (money - sum(spent)) / (sum(wanted) - sum(spent));
	return wanted.map((low, campaign) => spent[campaign]! + Math.floor(fit * (low - spent[campaign]!)));
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
