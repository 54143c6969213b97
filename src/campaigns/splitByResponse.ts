import { drawnResponse, sampledResponse } from './drawnResponse';
import type { ValueFunction } from './expectedResponse';
import type { CampaignResponse } from './learnResponses';
import { maximizeTotalValue } from './maximizeTotalValue';

/** An amount to split by learned responses. Amounts in minor units; bounds leave room for the amount. */
export interface ResponseSplitInput {
	/** (campaigns) */
	readonly responses: readonly CampaignResponse[];
	/** (campaigns) */
	readonly expected: readonly ValueFunction[];
	/** (campaigns) */
	readonly lows: readonly number[];
	readonly highs: readonly number[];
	readonly amount: number;
	/** Major units per minor unit. */
	readonly unit: number;
	/** Whether part of the amount may be spent on exploration; otherwise all of it follows the expected results. */
	readonly explores: boolean;
	/** Share of the amount that is split by a draw of all responses, 0..1. */
	readonly reserve: number;
	/** (campaigns) uniform numbers on [0, 1). */
	readonly randoms: readonly (() => number)[];
}

/**
 * Splits an amount over campaigns by their responses: S-shapes are drawn with their posterior probability (`drawnResponse`). The learning reserve is split by
 * one draw of all responses (Thompson sampling), which varies more the less certain the responses are.
 *
 * @returns (campaigns) amounts that add up to the amount, and the split with the highest expected results; up to floating point
 */
export function splitByResponse(input: ResponseSplitInput): {
	shares: readonly number[];
	expectedBest: readonly number[];
} {
	const { responses, expected, lows, highs, amount, unit, explores, reserve, randoms } = input;
	const split = (values: readonly ValueFunction[]) =>
		maximizeTotalValue(
			values.map((value, campaign) => ({
				low: lows[campaign]!,
				high: highs[campaign]!,
				isConcave: value.isConcave,
				of: (units) => value(units * unit),
			})),
			amount,
		);
	const expectedBest = split(expected);
	if (!explores) return { shares: expectedBest, expectedBest };

	const planned = split(responses.map((response, campaign) => drawnResponse(response, randoms[campaign]!)));
	if (reserve === 0) return { shares: planned, expectedBest };

	const sampled = split(responses.map((response, campaign) => sampledResponse(response, randoms[campaign]!)));
	const shares = planned.map((own, campaign) => (1 - reserve) * own + reserve * sampled[campaign]!);
	return { shares, expectedBest };
}
