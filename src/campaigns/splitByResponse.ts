import { sum } from 'simple-statistics';

import { drawnSShape, sampledResponse, withoutSShapes } from './drawnResponse';
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
 * Splits an amount over campaigns by their expected responses, one of them as an S-shape that was drawn, toward which the campaign grows within its limits.
 * The learning reserve is split by one draw of all responses (Thompson sampling), which varies more the less certain the responses are.
 *
 * @returns (campaigns) amounts that add up to the amount, and the split with the highest expected results; up to floating point
 */
export function splitByResponse(input: ResponseSplitInput): {
	shares: readonly number[];
	expectedBest: readonly number[];
} {
	const { responses, expected, explores, reserve, randoms } = input;
	const expectedBest = split(input, expected);
	if (!explores) return { shares: expectedBest, expectedBest };

	const planned = splitOfDraw(input, testedResponses(input));
	if (reserve === 0) return { shares: planned, expectedBest };

	const sampled = splitOfDraw(
		input,
		responses.map((response, campaign) => sampledResponse(response, randoms[campaign]!)),
	);
	const shares = planned.map((own, campaign) => (1 - reserve) * own + reserve * sampled[campaign]!);
	return { shares, expectedBest };
}

type Values = readonly ValueFunction[];
type Amounts = readonly number[];

/** The best split within bounds. */
const split = ({ lows, highs, amount, unit }: ResponseSplitInput, values: Values, low = lows, high = highs): Amounts =>
	maximizeTotalValue(
		values.map((value, campaign) => ({
			low: low[campaign]!,
			high: high[campaign]!,
			isConcave: value.isConcave,
			of: (units) => value(units * unit),
		})),
		amount,
	);

/**
 * The responses to plan with. Of the S-shapes that were drawn one is tested, that with the most to bring if growth were not limited: a test costs a part of the
 * day, and tests beside each other share what there is to spend. The other campaigns of which one was drawn respond as expected.
 */
function testedResponses(input: ResponseSplitInput): Values {
	const { responses, expected, lows, aims, unit, randoms } = input;
	const drawn = responses.map((response, campaign) => drawnSShape(response, randoms[campaign]!));
	const untested = drawn.map((own, campaign) =>
		own === null ? withoutSShapes(responses[campaign]!) : expected[campaign]!,
	);
	const tests = drawn.flatMap((own, campaign) => (own === null ? [] : [untested.with(campaign, own)]));
	if (tests.length < 2) return tests[0] ?? untested;
	const totals = tests.map((values) =>
		sum(split(input, values, lows, aims).map((units, campaign) => values[campaign]!(units * unit))),
	);
	return tests[totals.indexOf(Math.max(...totals))]!;
}

/**
 * The best split of drawn responses, in which an S-shaped campaign gets its upper bound where it would get more if growth were not limited. A small part of that
 * spend would bring nothing by an S-shape, so that a split within the limits of growth leaves it at nothing.
 */
function splitOfDraw(input: ResponseSplitInput, drawn: Values): Amounts {
	const { lows, highs, aims } = input;
	const canGrow = drawn.map(({ isConcave }, campaign) => !isConcave && aims[campaign]! > highs[campaign]!);
	if (!METHOD.growsTowardDraws || !canGrow.includes(true)) return split(input, drawn);
	const aimed = split(input, drawn, lows, aims);
	const raised = lows.map((low, campaign) =>
		canGrow[campaign]! && aimed[campaign]! > highs[campaign]! ? highs[campaign]! : low,
	);
	return split(input, drawn, raised);
}
