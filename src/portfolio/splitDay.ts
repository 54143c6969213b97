import type { Campaign } from '../budget/campaign';
import { fromMinorUnits } from '../money/minorUnits';
import { roundShares } from '../money/roundShares';
import { scaleToTotal } from '../money/scaleToTotal';
import { allocate } from '../response/allocate';
import type { ResponseCurve } from '../response/responseCell';
import { type CampaignBounds, campaignBounds } from './campaignBounds';
import { hopefulCurve } from './hopefulCurve';
import type { CampaignResponse, Portfolio } from './learnResponses';
import { sampledCurve } from './sampledCurve';

/** A day to be split. Amounts in minor units. */
export interface DaySplitInput {
	readonly campaigns: readonly Campaign[];
	readonly portfolio: Portfolio;
	readonly currency: string;
	/** What the campaigns may spend together. */
	readonly dayAmount: number;
	/** (campaigns) spent today. */
	readonly spent: readonly number[];
	/** Share of the money that goes where a draw of what is not known yet would put it, 0..1. */
	readonly reserve: number;
	/** Uniform on [0, 1). */
	readonly random: () => number;
}

export interface DaySplit {
	/** (campaigns) minor units, what is spent included. */
	readonly amounts: readonly number[];
	readonly bounds: readonly CampaignBounds[];
	/** Minor units that the maxima leave no room for. */
	readonly unspendable: number;
	/** Minor units that the minima want beyond what there is: they shrank alike. */
	readonly missing: number;
}

/** Rounds of making the curves for the amounts that came out of the round before. */
const ROUNDS = 4;

/**
 * Splits a day's money over campaigns where the next unit may be hoped to bring most, within every campaign's bounds, exactly to the minor unit.
 *
 * What is expected and a part of what is not known yet decide (`hopefulCurve`, `allocate`); the learning reserve is split by one draw of all curves (Thompson
 * sampling), which moves more money the less is known. While nothing is known of any campaign, the money is split as it was spent before, and evenly if it never was.
 */
export function splitDay(input: DaySplitInput): DaySplit {
	const { campaigns, portfolio, currency, spent, reserve, random } = input;
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

	const shares =
		sum(lows) === money
			? lows
			: responses === null
				? asBefore(lows, highs, money)
				: byResponse(responses, lows, highs, money);
	return { amounts: roundShares(shares, money, lows, highs), bounds, unspendable: dayAmount - money, missing };

	function asBefore(lows: readonly number[], highs: readonly number[], money: number): readonly number[] {
		const usual = spends.map((spend) => spend.usual);
		const weights = sum(usual) > 0 ? usual.map((spend) => spend + NOTHING * sum(usual)) : usual.map(() => 1);
		const shapeAt = (scale: number) =>
			weights.map((weight, campaign) => Math.min(highs[campaign]!, Math.max(lows[campaign]!, scale * weight)));
		return scaleToTotal(money, shapeAt, money / Math.min(...weights));
	}

	function byResponse(
		known: readonly CampaignResponse[],
		lows: readonly number[],
		highs: readonly number[],
		money: number,
	): readonly number[] {
		const major = (units: number) => Number(fromMinorUnits(units, currency));
		const unit = major(1);
		const by = (curves: readonly ResponseCurve[]) =>
			allocate(
				curves.map((curve, campaign) => ({ curve, min: major(lows[campaign]!), max: major(highs[campaign]!) })),
				major(money),
			).amounts.map((amount) => amount / unit);
		const usual = known.map(({ usualSpend }) => usualSpend);
		let amounts = usual.map((spend) => (spend * money) / sum(usual));
		for (let round = 0; round < ROUNDS; round++) {
			amounts = by(known.map((response, campaign) => hopefulCurve(response, Math.max(1, amounts[campaign]!) * unit)));
		}
		if (reserve === 0) return amounts;
		const drawn = by(known.map((response) => sampledCurve(response, random)));
		return amounts.map((amount, campaign) => (1 - reserve) * amount + reserve * drawn[campaign]!);
	}
}

/** A campaign that never spent comes last while nothing is known. */
const NOTHING = 1e-9;

/** Minima above what is spent shrink alike, to whole units that the money covers. */
function shrunk(wanted: readonly number[], spent: readonly number[], money: number): number[] {
	const fit = (money - sum(spent)) / (sum(wanted) - sum(spent));
	return wanted.map((low, campaign) => spent[campaign]! + Math.floor(fit * (low - spent[campaign]!)));
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
