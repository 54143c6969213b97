import { drawnResponse, sampledResponse } from './drawnResponse';
import { expectedResponse, type ValueFunction } from './expectedResponse';
import { type Explored, explorationFloors } from './explorationFloors';
import type { CampaignResponse } from './learnResponses';
import { maximizeTotalValue } from './maximizeTotalValue';

/** An amount to be split by what is known of responses. Amounts in minor units; bounds leave room for the amount. */
export interface ResponseSplitInput {
	readonly responses: readonly CampaignResponse[];
	/** (campaigns) */
	readonly lows: readonly number[];
	readonly highs: readonly number[];
	/** (campaigns) the most that each may get on a later day. */
	readonly lifetimeCaps: readonly number[];
	readonly explored: readonly Explored[];
	readonly amount: number;
	/** Major units of a minor unit. */
	readonly unit: number;
	/** Whether some of the amount may be spent to learn from it, or all of it where most results are expected. */
	readonly explores: boolean;
	/** Share of the amount that is split by a draw of all responses, 0..1. */
	readonly reserve: number;
	/** (campaigns) uniform numbers on [0, 1). */
	readonly randoms: readonly (() => number)[];
}

/**
 * Splits an amount over campaigns by value functions: responses in which S-shapes are drawn as often as they are likely (`drawnResponse`), above floors for campaigns that
 * would be given up untried (`explorationFloors`). The learning reserve is split by one draw of all responses (Thompson sampling), which moves more the less is known.
 *
 * @returns (campaigns) amounts that add up to the amount, and those with the most expected results; up to floating point
 */
export function splitByResponse(input: ResponseSplitInput): {
	shares: readonly number[];
	expectedBest: readonly number[];
} {
	const { responses, lows, highs, amount, unit, explores, reserve, randoms } = input;
	const split = (values: readonly ValueFunction[], floors = lows) =>
		maximizeTotalValue(
			values.map((value, campaign) => ({
				low: floors[campaign]!,
				high: highs[campaign]!,
				of: (units) => value(units * unit),
			})),
			amount,
		);
	const expectedBest = split(responses.map(expectedResponse));
	if (!explores) return { shares: expectedBest, expectedBest };

	const drawn = responses.map((response, campaign) => drawnResponse(response, randoms[campaign]!));
	const unfloored = split(drawn);
	const floors = explorationFloors(input, unfloored);
	const planned = floors.some((floor, campaign) => unfloored[campaign]! < floor) ? split(drawn, floors) : unfloored;
	if (reserve === 0) return { shares: planned, expectedBest };

	const sampled = split(responses.map((response, campaign) => sampledResponse(response, randoms[campaign]!)));
	const shares = planned.map((own, campaign) => (1 - reserve) * own + reserve * sampled[campaign]!);
	return { shares, expectedBest };
}
