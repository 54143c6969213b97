import type { Campaign } from '../budget/campaign';
import { fromMinorUnits } from '../money/minorUnits';
import { roundShares } from '../money/roundShares';
import { scaleToTotal } from '../money/scaleToTotal';
import { allocate } from '../response/allocate';
import { type CampaignBounds, campaignBounds } from './campaignBounds';
import { worthWithTests } from './campaignWorth';
import type { CampaignResponse, Portfolio } from './learnResponses';
import { meanResponse } from './meanResponse';
import { mostWorth } from './mostWorth';
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
	readonly bounds: readonly CampaignBounds[];
	/** Minor units that the maxima leave no room for. */
	readonly unspendable: number;
	/** Minor units that the minima want beyond what there is: they shrank alike. */
	readonly missing: number;
}

/**
 * Splits a day's money over campaigns where it is expected to bring most, today and by what it teaches, within every campaign's bounds, exactly to the minor unit.
 *
 * What is expected and what a day's result would teach decide (`worthWithTests`, `mostWorth`); the learning reserve is split by one draw of all curves (Thompson
 * sampling), which moves more money the less is known. While nothing is known of any campaign, the money is split as it was spent before, and evenly if it never was.
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
		const unit = Number(fromMinorUnits(1, currency));
		const split = (worths: readonly ((spend: number) => number)[]) =>
			mostWorth(
				worths.map((worth, campaign) => ({
					low: lows[campaign]!,
					high: highs[campaign]!,
					of: (amount) => worth(amount * unit),
				})),
				money,
			);
		const expected = split(known.map(meanResponse));
		if (!tries) return expected.amounts;
		const price = expected.price / unit;
		const tested = split(
			known.map((response, campaign) => {
				const most = Math.min(dayAmount, bounds[campaign]!.ever) * unit;
				const spends = PROSPECTS.map((part) => part * most);
				const least = LEAST_TEST * dayAmount;
				const largest = Math.max(highs[campaign]!, 2 * least);
				const usual = expected.amounts[campaign]! * unit;
				return worthWithTests(response, { spends, price }, usual, least * unit, largest * unit);
			}),
		).amounts;
		if (reserve === 0) return tested;
		const drawn = allocate(
			known.map((response, campaign) => ({
				curve: sampledCurve(response, random),
				min: lows[campaign]! * unit,
				max: highs[campaign]! * unit,
			})),
			money * unit,
		).amounts;
		return tested.map((amount, campaign) => (1 - reserve) * amount + reserve * (drawn[campaign]! / unit));
	}
}

/** A test spends at least so much of the day. */
const LEAST_TEST = 1 / 250;

/** Parts of the day, or of what a campaign may get at most, that it may turn out to be worth: sixteen from a five hundredth on. */
const PROSPECTS = Array.from({ length: 16 }, (_, position) => 500 ** (position / 15 - 1));

/** A campaign that never spent comes last while nothing is known. */
const NOTHING = 1e-9;

/** Minima above what is spent shrink alike, to whole units that the money covers. */
function shrunk(wanted: readonly number[], spent: readonly number[], money: number): number[] {
	const fit = (money - sum(spent)) / (sum(wanted) - sum(spent));
	return wanted.map((low, campaign) => spent[campaign]! + Math.floor(fit * (low - spent[campaign]!)));
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
