import type { CampaignDay } from './campaignDays';

/** What a campaign spends on full local days, major units; 0 where there is none. */
export interface CampaignSpend {
	/** Geometric mean by day, weighted towards the last days. */
	readonly usual: number;
	readonly largest: number;
	readonly last: number;
	/** Full days of the budget since it last spent half of its largest. */
	readonly restDays: number;
}

/** Of the weights of days in the usual spend. */
const HALF_LIFE_DAYS = 7;

/** @param lastDay of any campaign of the budget */
export function campaignSpend(days: readonly CampaignDay[], lastDay: number): CampaignSpend {
	const last = days.at(-1);
	if (last === undefined) return { usual: 0, largest: 0, last: 0, restDays: 0 };
	let weights = 0;
	let logs = 0;
	for (const { day, spend } of days) {
		const weight = 0.5 ** ((last.day - day) / HALF_LIFE_DAYS);
		weights += weight;
		logs += weight * Math.log(spend);
	}
	const largest = Math.max(...days.map(({ spend }) => spend));
	const active = days.findLast(({ spend }) => spend >= largest / 2)!;
	return { usual: Math.exp(logs / weights), largest, last: last.spend, restDays: lastDay - active.day };
}
