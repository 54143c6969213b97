import { allocate } from '../allocator/allocate';
import { worthWithTests } from './campaignWorth';
import { type FirstTestsInput, lowsOfFirstTests } from './firstTests';
import type { CampaignResponse } from './learnResponses';
import { meanResponse } from './meanResponse';
import { mostWorth } from './mostWorth';
import { sampledCurve } from './sampledCurve';

/** Money to be split by what is known of responses. Amounts in minor units; bounds leave room for the money. */
export interface ResponseSplitInput {
	readonly responses: readonly CampaignResponse[];
	/** (campaigns) */
	readonly lows: readonly number[];
	readonly highs: readonly number[];
	/** (campaigns) the most that each may get on a later day. */
	readonly evers: readonly number[];
	readonly seen: FirstTestsInput['seen'];
	readonly money: number;
	/** Major units of a minor unit. */
	readonly unit: number;
	/** Whether money may go where its results teach something, or only where they are expected to be most. */
	readonly tries: boolean;
	/** Share of the money that goes where a draw of what is not known yet would put it, 0..1. */
	readonly reserve: number;
	/** Uniform on [0, 1). */
	readonly random: () => number;
}

/** A test spends at least so much of the money. */
const LEAST_TEST = 1 / 250;

/** Parts of the most that a campaign may get later, at which it may turn out to be worth its money: sixteen from a five hundredth on. */
const PROSPECTS = Array.from({ length: 16 }, (_, position) => 500 ** (position / 15 - 1));

/**
 * Splits money where it is expected to bring most, today and by what it teaches.
 *
 * What is expected and what a day's result would teach decide (`worthWithTests`, `mostWorth`), and no campaign is given up untried (`lowsOfFirstTests`); the learning reserve is split by one draw of
 * all curves (Thompson sampling), which moves more money the less is known.
 *
 * @returns (campaigns) amounts that add up to the money, and those if only expected results counted; up to floating point
 */
export function splitByResponse(input: ResponseSplitInput): {
	shares: readonly number[];
	expectedBest: readonly number[];
} {
	const { responses, lows, highs, evers, seen, money, unit, tries, reserve, random } = input;
	const split = (worths: readonly ((spend: number) => number)[], minima = lows) =>
		mostWorth(
			worths.map((worth, campaign) => ({
				low: minima[campaign]!,
				high: highs[campaign]!,
				of: (amount) => worth(amount * unit),
			})),
			money,
		);
	const { amounts: expectedBest, price } = split(responses.map(meanResponse));
	if (!tries) return { shares: expectedBest, expectedBest };

	const least = LEAST_TEST * money * unit;
	const worths = responses.map((response, campaign) =>
		worthWithTests(response, {
			spends: PROSPECTS.map((part) => part * evers[campaign]! * unit),
			price: price / unit,
			usual: expectedBest[campaign]! * unit,
			least,
			most: Math.max(highs[campaign]! * unit, 2 * least),
		}),
	);
	const { amounts } = split(worths);
	const minima = lowsOfFirstTests({ money, lows, highs, evers, seen, amounts });
	const tested = minima.some((low, campaign) => amounts[campaign]! < low) ? split(worths, minima).amounts : amounts;
	if (reserve === 0) return { shares: tested, expectedBest };

	const { amounts: drawn } = allocate(
		responses.map((response, campaign) => ({
			curve: sampledCurve(response, random),
			min: lows[campaign]! * unit,
			max: highs[campaign]! * unit,
		})),
		money * unit,
	);
	const shares = tested.map((amount, campaign) => (1 - reserve) * amount + reserve * (drawn[campaign]! / unit));
	return { shares, expectedBest };
}
