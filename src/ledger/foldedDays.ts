import { MINUTE_MS } from '../time/durations';
import { localClock } from '../time/localClock';
import type { DeliveredHour } from './deliveredHour';
import type { StoredCampaign } from './ledger';
import { readHours, type HourRow, type StoredHours, storeRows } from './storedHours';

/** Delivery of one campaign on a local day whose hours are folded. Amounts in micros, null is not reported. */
export interface FoldedDay {
	readonly date: string;
	readonly spend: number;
	readonly clicks: number | null;
	readonly conversions: number | null;
	readonly revenue: number | null;
	readonly impressions: number | null;
}

/** Days kept for each campaign: an older response to spend says little about today's. */
const DAYS_KEPT = 120;

const DAY_MINUTES = 1440;

/**
 * The folded days of a campaign after more of its hours were folded.
 *
 * They are stored like windows, a local day as the UTC day of the same date. Spend is exact; results, used for learning only, have six
 * significant digits.
 *
 * @param hours of the campaign, whole local days, in order of time
 */
export function foldDays(
	before: StoredHours | undefined,
	hours: readonly DeliveredHour[],
	timeZone: string,
): StoredHours | undefined {
	if (hours.length === 0) return before;
	const days = new Map(readDays(before).map((day) => [day.date, day]));
	for (const hour of hours) {
		const { date } = localClock(hour.startMs, timeZone);
		const day = days.get(date);
		days.set(date, day === undefined ? { ...hour, date } : sumOf(day, hour));
	}
	const kept = [...days.values()].sort((a, b) => (a.date < b.date ? -1 : 1)).slice(-DAYS_KEPT);
	return storeRows(kept.map(toRow));
}

/** Delivery of a campaign on days whose hours are folded, in order. */
export const foldedDays = ({ foldedDays: stored }: StoredCampaign): readonly FoldedDay[] => readDays(stored);

const readDays = (stored: StoredHours | undefined): FoldedDay[] =>
	stored === undefined
		? []
		: readHours('', stored)!.map((day) => ({ ...day, date: new Date(day.startMs).toISOString().slice(0, 10) }));

const toRow = ({ date, spend, clicks, conversions, revenue, impressions }: FoldedDay): HourRow => [
	Date.parse(date) / MINUTE_MS,
	DAY_MINUTES,
	spend,
	rounded(clicks),
	rounded(conversions),
	rounded(revenue),
	rounded(impressions),
];

const rounded = (result: number | null): number | null => result && Number(result.toPrecision(6));

const sumOf = (day: FoldedDay, hour: DeliveredHour): FoldedDay => ({
	date: day.date,
	spend: day.spend + hour.spend,
	clicks: added(day.clicks, hour.clicks),
	conversions: added(day.conversions, hour.conversions),
	revenue: added(day.revenue, hour.revenue),
	impressions: added(day.impressions, hour.impressions),
});

/** The sum of two results; a result that was not reported adds nothing. */
const added = (one: number | null, other: number | null): number | null =>
	one === null || other === null ? (one ?? other) : one + other;
