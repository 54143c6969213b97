import { drawnResponse, sampledResponse } from './drawnResponse';
import type { ValueFunction } from './expectedResponse';
import type { CampaignResponse } from './learnResponses';
import { maximizeTotalValue } from './maximizeTotalValue';
import { METHOD } from './method';

/** An amount to split by learned responses. Amounts in minor units; bounds leave room for the amount. */
export interface ResponseSplitInput {
	/** (campaigns) */
	readonly responses: readonly CampaignResponse[];
	/** (campaigns) */
	readonly expected: readonly ValueFunction[];
	/** (campaigns) */
	readonly lows: readonly number[];
	readonly highs: readonly number[];
	/** (campaigns) upper bounds if growth were not limited. */
	readonly aims: readonly number[];
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
 * Splits an amount over campaigns by their responses, some of them drawn as S-shaped (`drawnResponse`), toward which a campaign grows within its limits. The learning
 * reserve is split by one draw of all responses (Thompson sampling), which varies more the less certain the responses are.
 *
 * @returns (campaigns) amounts that add up to the amount, and the split with the highest expected results; up to floating point
 */
export function splitByResponse(input: ResponseSplitInput): {
	shares: readonly number[];
	expectedBest: readonly number[];
} {
	const { responses, expected, lows, highs, amount, unit, explores, reserve, randoms } = input;
	const split = (values: readonly ValueFunction[], from = lows, to = highs) =>
		maximizeTotalValue(
			values.map((value, campaign) => ({
				low: from[campaign]!,
				high: to[campaign]!,
				isConcave: value.isConcave,
				of: (units) => value(units * unit),
			})),
			amount,
		);
	const expectedBest = split(expected);
	if (!explores) return { shares: expectedBest, expectedBest };

	const splitOfDraw = (draw: typeof drawnResponse) => {
		const drawn = responses.map((response, campaign) => draw(response, randoms[campaign]!));
		return split(
			drawn,
			raisedToGrow(drawn, input, (to) => split(drawn, lows, to)),
		);
	};
	const planned = splitOfDraw(drawnResponse);
	if (reserve === 0) return { shares: planned, expectedBest };

	const sampled = splitOfDraw(sampledResponse);
	const shares = planned.map((own, campaign) => (1 - reserve) * own + reserve * sampled[campaign]!);
	return { shares, expectedBest };
}

/**
 * Lower bounds that let a campaign grow toward an S-shape that was drawn: its upper bound where the best split would give it more if growth were not limited.
 * A small part of that spend would bring nothing by an S-shape, so that a split within the limits of growth leaves it at nothing.
 */
function raisedToGrow(
	drawn: readonly ValueFunction[],
	{ lows, highs, aims }: Pick<ResponseSplitInput, 'lows' | 'highs' | 'aims'>,
	splitUpTo: (highs: readonly number[]) => readonly number[],
): readonly number[] {
	const canGrow = drawn.map(({ isConcave }, campaign) => !isConcave && aims[campaign]! > highs[campaign]!);
	if (!METHOD.growsTowardDraws || !canGrow.includes(true)) return lows;
	const aimed = splitUpTo(aims);
	return lows.map((low, campaign) =>
		canGrow[campaign]! && aimed[campaign]! > highs[campaign]! ? highs[campaign]! : low,
	);
}
