import { knowledgeGradient, type Prospects } from './knowledgeGradient';
import type { CampaignResponse } from './learnResponses';
import { meanResponse } from './meanResponse';
import { METHOD } from './method';

/** A test is to teach more than so many days of what would be spent anyway. */
const DAYS_WITHOUT_TEST = 14;

/** Spends at which what a test teaches is worked out; in between it is interpolated over ln spend. */
const TESTS = 9;

/** What is tested, and in view of what. Major units. */
export interface Tests extends Prospects {
	/** Spend that is expected to bring most, >= 0. */
	readonly usual: number;
	/** Spends between which tests are worked out, 0 < least < most. */
	readonly least: number;
	readonly most: number;
}

/**
 * What a day is worth to a campaign by its spend: the results that are expected, and what they are expected to teach, used on six days.
 *
 * Expectation alone never tries what it does not expect to pay, and stays with the split it knows. What two weeks of that split would teach anyway needs no test, but a day that teaches less than
 * one of that split costs what it does not teach.
 *
 * @returns of a spend, major units, >= 0
 */
export function worthWithTests(campaign: CampaignResponse, tests: Tests): (spend: number) => number {
	const { usual, least, most } = tests;
	const gainOf = knowledgeGradient(campaign, tests);
	const expected = meanResponse(campaign);
	const ratio = Math.log(most / least) / (TESTS - 1);
	const [usualGain, anyway] = usual > 0 ? [gainOf(usual, 1), gainOf(usual, DAYS_WITHOUT_TEST)] : [0, 0];
	const gains = Array.from({ length: TESTS }, (_, test) => {
		const gain = gainOf(least * Math.exp(ratio * test), 1);
		return Math.min(gain, usualGain) + Math.max(0, gain - anyway);
	});
	const gainAt = (spend: number): number => {
		const place = Math.min(TESTS - 1, Math.log(spend / least) / ratio);
		if (place <= 0) return (gains[0]! * spend) / least;
		const below = Math.min(TESTS - 2, Math.floor(place));
		return gains[below]! + (place - below) * (gains[below + 1]! - gains[below]!);
	};
	return (spend) => (spend > 0 ? expected(spend) + METHOD.daysOfUse * gainAt(spend) : 0);
}
