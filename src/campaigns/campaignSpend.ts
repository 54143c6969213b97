import type { CampaignDay } from './campaignDays';

/** Summary of a campaign's spend on full local days, major units; 0 without any. */
export interface CampaignSpend {
	/** Geometric mean of daily spend, weighted toward recent days. */
	readonly usual: number;
	readonly largest: number;
	readonly last: number;
}

/** Half-life of the weights of days in `usual`. */
const HALF_LIFE_DAYS = 7;

export function campaignSpend(days: readonly CampaignDay[]): CampaignSpend {
	const last = days.at(-1);
	if (last === undefined) return { usual: 0, largest: 0, last: 0 };
	let weights = 0;
	let logs = 0;
	for (const { day, spend } of days) {
		const weight = 0.5 ** ((last.day - day) / HALF_LIFE_DAYS);
		weights += weight;
		logs += weight * Math.log(spend);
	}
	const largest = Math.max(...days.map(({ spend }) => spend));
	return { usual: Math.exp(logs / weights), largest, last: last.spend };
}
