import { HOUR_MS } from './calendar.mjs';

const MINUTE_MS = 60_000;

/**
 * How much of an hour's cost and clicks is visible, by minutes since its end; between these it grows evenly. Google states three hours for
 * most figures; these shares are assumed.
 */
const VISIBLE_COST = [
	[-60, 0],
	[-40, 0.3],
	[20, 0.7],
	[80, 0.95],
	[140, 1],
];

/** When conversions are reported, hours after the click: 55% after 3 to 4, 30% within a day, 15% over days. Assumed. */
const PROMPT_SHARE = 0.55;
const SAME_DAY_SHARE = 0.3;
const LATE_MEAN_HOURS = 60;

/** Spread of the log of a conversion's value. Assumed. */
const VALUE_SD = 0.3;

/** What a campaign delivered in an hour. */
export const createHour = (startMs) => ({
	startMs,
	endMs: startMs + HOUR_MS,
	costMicros: 0,
	clicks: 0,
	expected: 0,
	demandMicros: 0,
	conversions: [],
	settledMs: Infinity,
	row: null,
});

/** Draws the conversions of a complete hour, each with the instant of its report. */
export function closeHour(hour, valuePerConversion, rng) {
	const count = rng.poisson(hour.expected);
	for (let index = 0; index < count; index++) {
		const clickMs = hour.startMs + HOUR_MS * rng.uniform();
		hour.conversions.push({
			atMs: clickMs + HOUR_MS * reportDelay(rng),
			value: valuePerConversion * Math.exp(VALUE_SD * rng.normal() - VALUE_SD ** 2 / 2),
		});
	}
	hour.settledMs = hour.conversions.reduce((latest, { atMs }) => Math.max(latest, atMs), hour.endMs + 140 * MINUTE_MS);
}

function reportDelay({ uniform, exponential }) {
	const kind = uniform();
	if (kind < PROMPT_SHARE) return 3 + uniform();
	if (kind < PROMPT_SHARE + SAME_DAY_SHARE) return 4 + 20 * uniform();
	return 24 + exponential(LATE_MEAN_HOURS);
}

/** The row of a report that is read at `nowMs`, or null while nothing of the hour is visible. Rows that will not change any more are kept. */
export function visibleRow(campaign, hour, nowMs) {
	if (hour.row !== null) return hour.row;
	const clicks = Math.round(hour.clicks * visibleShare((nowMs - hour.endMs) / MINUTE_MS));
	const seen = hour.conversions.filter(({ atMs }) => atMs <= nowMs);
	if (clicks === 0 && seen.length === 0) return null;
	const row = Object.freeze({
		campaignId: campaign.id,
		startMs: hour.startMs,
		endMs: hour.endMs,
		costMicros: hour.clicks === 0 ? 0 : Math.round((hour.costMicros * clicks) / hour.clicks),
		impressions: Math.round(clicks / campaign.clickThroughRate),
		clicks,
		conversions: seen.length,
		value: Math.round(100 * seen.reduce((sum, { value }) => sum + value, 0)) / 100,
	});
	if (nowMs >= hour.settledMs) hour.row = row;
	return row;
}

function visibleShare(minutes) {
	for (let index = 1; index < VISIBLE_COST.length; index++) {
		const [from, before] = VISIBLE_COST[index - 1];
		const [until, after] = VISIBLE_COST[index];
		if (minutes < until) return before + ((after - before) * Math.max(0, minutes - from)) / (until - from);
	}
	return 1;
}

/** Index of the first hour that starts at or after an instant. */
export function firstFrom(hours, fromMs) {
	let low = 0;
	let high = hours.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if (hours[middle].startMs < fromMs) low = middle + 1;
		else high = middle;
	}
	return low;
}
