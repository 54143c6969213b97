import { mean } from 'simple-statistics';

import { type Ceiling, type CeilingDay, ceilings } from '../demand/ceiling';
import { zeros } from '../statistics/zeros';
import { weekdayOfDate } from '../time/localClock';
import type { CampaignDay } from './campaignDays';

/** What limits a campaign's spend: the budget that it is given, or what it can spend. */
export const LIMITS = ['budget', 'demand'] as const;
export type LimitedBy = (typeof LIMITS)[number];

/** How a campaign delivers the daily budgets that it is offered. */
export interface CampaignDelivery {
	/** (weekdays) log of spend over budget where demand is no limit. */
	readonly rates: readonly number[];
	/** (weekdays) what it can spend; null while too few budgets are known. */
	readonly ceilings: readonly Ceiling[] | null;
	/** null while too few budgets are known, or where the last days do not agree. */
	readonly limitedBy: LimitedBy | null;
}

/** A day whose budget is known. */
interface OfferedDay {
	readonly weekday: number;
	/** Days before the day in question. */
	readonly age: number;
	readonly logOffered: number;
	readonly logSpend: number;
	/** Lower for a day whose budget is assumed, which does not say either what limits the campaign. */
	readonly weight: number;
}

/** Half-lives of the evidence, in days. */
const RATE_HALF_LIFE = 28;
const CEILING_HALF_LIFE = 14;

/** Older days weigh too little to matter. */
const MAX_AGE = 70;

/** A day that spends less than this share of what its budget usually becomes did not use it. */
const USED_SHARE = 0.86;

/** Log ratios of spend to budget beyond these are no pattern of a weekday. */
const LOWEST_RATE = -0.7;
const HIGHEST_RATE = 0.5;

/** Over a week a platform spends about what it is given, so that a mean rate far below is demand. */
const LOWEST_MEAN_RATE = -0.03;
const HIGHEST_MEAN_RATE = 0.1;

/** Prior weights, in days: of a weekday's rate at 0, of a campaign's own rate at that of all. */
const RATE_PRIOR_DAYS = 0.5;
const OWN_RATE_PRIOR_DAYS = 4;

/** Weight of a day that demand may have limited in the rates. */
const LIMITED_WEIGHT = 0.05;

/** Weight of a day whose budget is assumed. */
const ASSUMED_WEIGHT = 0.5;

/** Log of the ceiling above the largest day, before a day says more. */
const PRIOR_ROOM = 0.7;

/** Days by which it is judged what limits a campaign: at least the first number of the last ones, and that share of them. */
const MIN_JUDGED_DAYS = 3;
const JUDGED_DAYS = 7;
const JUDGED_SHARE = 0.6;

/**
 * Learns how campaigns deliver their daily budgets, from the days whose budget is known. Rates by weekday are those of all campaigns, and each campaign's
 * own around them. Rates and ceilings are estimated twice, so that days limited by demand do not count as delivery of the platform.
 *
 * @param histories (campaigns) full days in order, numbered from the same first day
 * @param today     the day after the last full day
 * @returns (campaigns)
 */
export function learnDelivery(histories: readonly (readonly CampaignDay[])[], today: number): CampaignDelivery[] {
	const offered = histories.map((days) => offeredDays(days, today));
	let rates = histories.map(() => NO_RATES);
	let own: readonly (readonly Ceiling[] | null)[] = histories.map(() => null);
	for (let round = 0; round < 2; round++) {
		rates = learnRates(offered, own, rates);
		own = offered.map((days, campaign) => learnCeilings(days, rates[campaign]!));
	}
	return offered.map((days, campaign) => ({
		rates: rates[campaign]!,
		ceilings: own[campaign]!,
		limitedBy: limitedBy(days, rates[campaign]!),
	}));
}

const NO_RATES: readonly number[] = zeros(7);

const offeredDays = (days: readonly CampaignDay[], today: number): OfferedDay[] =>
	days.flatMap(({ day, date, spend, offered, isAssumed }) => {
		if (offered === undefined || today - day > MAX_AGE) return [];
		const weight = isAssumed === true ? ASSUMED_WEIGHT : 1;
		return [
			{
				weekday: weekdayOfDate(date),
				age: today - day,
				logOffered: Math.log(offered),
				logSpend: Math.log(spend),
				weight,
			},
		];
	});

function learnRates(
	offered: readonly (readonly OfferedDay[])[],
	limitsOf: readonly (readonly Ceiling[] | null)[],
	before: readonly (readonly number[])[],
): (readonly number[])[] {
	const all = sumsByWeekday();
	const own = offered.map((days, campaign) => {
		const sums = sumsByWeekday();
		const limits = limitsOf[campaign];
		for (const { weekday, age, logOffered, logSpend, weight: known } of days) {
			const limit = limits?.[weekday];
			const isFree = limit === undefined || logOffered + before[campaign]![weekday]! < limit.mean - limit.deviation;
			const weight = known * (isFree ? 1 : LIMITED_WEIGHT) * 0.5 ** (age / RATE_HALF_LIFE);
			const rate = Math.min(HIGHEST_RATE, Math.max(LOWEST_RATE, logSpend - logOffered));
			for (const into of [sums, all]) {
				into[weekday]!.weight += weight;
				into[weekday]!.sum += weight * rate;
			}
		}
		return sums;
	});
	const raw = all.map(({ weight, sum }) => sum / (weight + RATE_PRIOR_DAYS));
	const average = mean(raw);
	const level = Math.min(HIGHEST_MEAN_RATE, Math.max(LOWEST_MEAN_RATE, average));
	return own.map((sums) =>
		raw.map((rate, weekday) => {
			const { weight, sum } = sums[weekday]!;
			return rate - average + level + (sum - weight * rate) / (weight + OWN_RATE_PRIOR_DAYS);
		}),
	);
}

const sumsByWeekday = () => Array.from({ length: 7 }, () => ({ weight: 0, sum: 0 }));

/** (weekdays), or null while too few budgets are known. */
function learnCeilings(days: readonly OfferedDay[], rates: readonly number[]): Ceiling[] | null {
	if (days.length < MIN_JUDGED_DAYS) return null;
	const largest = Math.max(...days.slice(-14).map(({ logSpend }) => logSpend));
	const evidence = days.map(({ weekday, logSpend, logOffered, age, weight }): CeilingDay => {
		return {
			logSpend,
			weekday,
			weight: weight * 0.5 ** (age / CEILING_HALF_LIFE),
			logUsual: logOffered + rates[weekday]!,
		};
	});
	return ceilings(evidence, largest + PRIOR_ROOM);
}

/** Whether a day used its budget. */
const isUsed = ({ weekday, logOffered, logSpend }: OfferedDay, rates: readonly number[]): boolean =>
	logSpend - logOffered - rates[weekday]! > Math.log(USED_SHARE);

/** What limits a campaign, by most of its last days. */
function limitedBy(days: readonly OfferedDay[], rates: readonly number[]): LimitedBy | null {
	const judged = days.slice(-JUDGED_DAYS).filter(({ weight }) => weight === 1);
	if (judged.length < MIN_JUDGED_DAYS) return null;
	const used = judged.filter((day) => isUsed(day, rates)).length;
	const unused = judged.length - used;
	if (unused >= MIN_JUDGED_DAYS && unused >= JUDGED_SHARE * judged.length) return 'demand';
	return used >= JUDGED_SHARE * judged.length ? 'budget' : null;
}
