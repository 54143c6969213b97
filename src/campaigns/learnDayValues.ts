import { sum } from 'simple-statistics';

import { shrunkRatios } from '../statistics/shrinkage';
import { zeros } from '../statistics/zeros';
import { weekdayOfDate } from '../time/localClock';
import type { CampaignDay } from './campaignDays';
import { hasResult, type ResultDay } from './filterDays';
import type { CampaignDelivery } from './learnDelivery';

/** Elasticity of the results of a day to its spend. */
export const DAY_ELASTICITY = 0.76;

/** Half-life of the evidence, in days: weekdays change slowly. */
const HALF_LIFE = 120;

/** Results that a campaign without any would have, at the common rate. */
const PRIOR_RESULTS = 5;

/** Prior of a cell's ratio: weekdays differ by a quarter at most. */
const WEAKEST_PRIOR = 12;

/** Number of independent results on a usual day, where results are amounts rather than counts. */
const RESULTS_OF_A_DAY = 10;

/** Bounds of the dispersion of results, and its prior while days are few. */
const MAX_DISPERSION = 3;
const PRIOR_DISPERSION = 1.3;
const MIN_DISPERSION_DAYS = 10;

/** What weekdays are worth, relative to each other. */
export interface DayValues {
	/** (weekdays) what is spent where every day has the same budget: the platform's own pattern. */
	readonly usual: readonly number[];
	/** (weekdays) factors on the results of that spend, shrunk to 1. */
	readonly worth: readonly number[];
}

/** (weekdays) factors on the results of the same spend, by which days with results ~ value * spend ^ elasticity have their best amounts. */
export const valuesAt = ({ usual, worth }: DayValues, elasticity: number): number[] =>
	worth.map((factor, weekday) => factor * usual[weekday]! ** (1 - elasticity));

/**
 * What weekdays are worth.
 *
 * Results of a day ~ level * worth(weekday) * usual(weekday)^(1 - e) * spend^e, e = 0.76. A platform that is given the same budget every day spends more on some
 * weekdays; the prior is that this is right. Without evidence the best budgets are therefore even.
 *
 * @param deliveries (campaigns) @param today the day after the last full day
 */
export function learnDayValues(
	histories: readonly (readonly CampaignDay[])[],
	deliveries: readonly CampaignDelivery[],
	today: number,
	isCounted: boolean,
): DayValues {
	const days = histories.map((own) => own.filter(hasResult));
	const all = days.flat();
	const usual = (campaign: number, weekday: number) =>
		Math.exp((1 - DAY_ELASTICITY) * deliveries[campaign]!.rates[weekday]!);
	const results = sum(all.map(({ result }) => result));
	const unit = isCounted || all.length === 0 ? 1 : results / all.length / RESULTS_OF_A_DAY;
	const common = shareOfSpend(histories);
	const pattern = WEEKDAYS.map(
		(weekday) =>
			sum(deliveries.map((_, campaign) => common[campaign]! * usual(campaign, weekday))) ** (1 / (1 - DAY_ELASTICITY)),
	);
	if (results === 0) return { usual: pattern, worth: WEEKDAYS.map(() => 1) };

	const weightOf = ({ day }: CampaignDay) => 0.5 ** ((today - day) / HALF_LIFE);
	const effortOf = (campaign: number, { spend, reported, date }: ResultDay) =>
		spend ** DAY_ELASTICITY * reported * usual(campaign, weekdayOfDate(date));
	const totals = days.map((own, campaign) => ({
		results: sum(own.map((day) => (weightOf(day) * day.result) / unit)),
		effort: sum(own.map((day) => weightOf(day) * effortOf(campaign, day))),
	}));
	const level = sum(totals.map(({ results }) => results)) / sum(totals.map(({ effort }) => effort));
	const levels = totals.map((own) => (level * (PRIOR_RESULTS + own.results)) / (PRIOR_RESULTS + level * own.effort));

	const counted = zeros(7);
	const expected = zeros(7);
	let squares = 0;
	let judged = 0;
	days.forEach((own, campaign) => {
		for (const day of own) {
			const weekday = weekdayOfDate(day.date);
			const mean = levels[campaign]! * effortOf(campaign, day);
			counted[weekday]! += (weightOf(day) * day.result) / unit;
			expected[weekday]! += weightOf(day) * mean;
			if (mean <= 1) continue;
			squares += (day.result / unit - mean) ** 2 / mean;
			judged++;
		}
	});
	const dispersion =
		judged > MIN_DISPERSION_DAYS ? Math.min(MAX_DISPERSION, Math.max(1, squares / judged)) : PRIOR_DISPERSION;
	const ratios = shrunkRatios(
		counted.map((count) => count / dispersion),
		expected.map((mean) => mean / dispersion),
		{ weakest: WEAKEST_PRIOR },
	);
	return { usual: pattern, worth: ratios.map(({ mean }) => mean) };
}

const WEEKDAYS = [0, 1, 2, 3, 4, 5, 6] as const;

/** (campaigns) share of the spend of the last days; equal without any. */
function shareOfSpend(histories: readonly (readonly CampaignDay[])[]): number[] {
	const spends = histories.map((own) => sum(own.slice(-7).map(({ spend }) => spend)));
	const total = sum(spends);
	return spends.map((spend) => (total > 0 ? spend / total : 1 / histories.length));
}
