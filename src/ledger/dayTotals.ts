import { fromMicros, toMicros } from '../money/micros';
import { addDays, daysBetween, localClock } from '../time/localClock';
import type { DeliveredHour } from './deliveredHour';
import { deliveredHours, type Ledger, type SpendOfDay, type StoredDay } from './ledger';

/** What a spend brought, revenue in micros; null where never reported. */
export interface Results {
	clicks: number | null;
	conversions: number | null;
	revenue: number | null;
	impressions: number | null;
}

/** Delivery of a local day, amounts in micros. */
export interface DayTotal extends Results {
	spend: number;
}

export const NO_RESULTS: Readonly<Results> = { clicks: null, conversions: null, revenue: null, impressions: null };

const RESULTS = Object.keys(NO_RESULTS) as readonly (keyof Results)[];

/** Adds results to others; one that was not reported adds nothing. */
export function addReported(sums: Results, more: Readonly<Results>): void {
	for (const result of RESULTS) if (more[result] !== null) sums[result] = (sums[result] ?? 0) + more[result];
}

/** Delivery by local date. A day without windows is absent. */
export function dayTotals(ledger: Ledger, timeZone: string): ReadonlyMap<string, DayTotal> {
	const days = new Map((ledger.folded?.days ?? []).map(readDay));
	for (const hour of deliveredHours(ledger)) addToDay(days, localClock(hour.startMs, timeZone).date, hour);
	return days;
}

/** Adds a window to the total of its local date. */
export function addToDay(days: Map<string, DayTotal>, date: string, hour: DeliveredHour): void {
	const day = days.get(date) ?? { ...NO_RESULTS, spend: 0 };
	day.spend += hour.spend;
	addReported(day, hour);
	days.set(date, day);
}

/** A stored day, with its date. */
export function readDay(stored: StoredDay | SpendOfDay): [string, DayTotal] {
	if (isSpendOnly(stored)) return [stored[0], { ...NO_RESULTS, spend: stored[1] }];
	const [day, spend, clicks = null, conversions = null, revenue = null, impressions = null] = stored;
	const results = { clicks, conversions, revenue: revenue && toMicros(revenue), impressions };
	return [addDays(EPOCH, day), { spend: toMicros(spend), ...results }];
}

const isSpendOnly = (stored: StoredDay | SpendOfDay): stored is SpendOfDay => typeof stored[0] === 'string';

export function storeDay([date, { spend, clicks, conversions, revenue, impressions }]: [string, DayTotal]): StoredDay {
	const inMajorUnits = revenue && fromMicros(revenue).toNumber();
	const results = [clicks, conversions, inMajorUnits, impressions].map(
		(result) => result && Number(result.toPrecision(6)),
	);
	const stored: StoredDay = [daysBetween(EPOCH, date), fromMicros(spend).toNumber(), ...results];
	while (stored.at(-1) === null) stored.pop();
	return stored;
}

const EPOCH = '1970-01-01';

/** The first local date with a report; today before the first. */
export const firstReportedDate = (days: ReadonlyMap<string, DayTotal>, today: string): string =>
	[...days.keys()].reduce((first, date) => (date < first ? date : first), today);

/** Spend of the days from one local date to another, both included, in micros. */
export function spendBetween(days: ReadonlyMap<string, DayTotal>, from: string, to: string): number {
	let spend = 0;
	for (const [date, day] of days) if (date >= from && date <= to) spend += day.spend;
	return spend;
}
