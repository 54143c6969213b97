import { localClock } from '../time/localClock';
import { deliveredHours, type Ledger } from './ledger';

/** What a local day delivered, money in micros; null where it was never reported. */
export interface DayTotal {
	spend: number;
	clicks: number | null;
	conversions: number | null;
	revenue: number | null;
}

/** Delivery by local date: spend of all days, results of those of the last month. A day without windows is absent. */
export function dayTotals(ledger: Ledger, timeZone: string): ReadonlyMap<string, DayTotal> {
	const days = new Map<string, DayTotal>();
	for (const [date, spend] of ledger.folded?.days ?? []) {
		days.set(date, { spend, clicks: null, conversions: null, revenue: null });
	}
	for (const hour of deliveredHours(ledger)) {
		const { date } = localClock(hour.startMs, timeZone);
		const day = days.get(date) ?? { spend: 0, clicks: null, conversions: null, revenue: null };
		day.spend += hour.spend;
		if (hour.clicks !== null) day.clicks = (day.clicks ?? 0) + hour.clicks;
		if (hour.conversions !== null) day.conversions = (day.conversions ?? 0) + hour.conversions;
		if (hour.revenue !== null) day.revenue = (day.revenue ?? 0) + hour.revenue;
		days.set(date, day);
	}
	return days;
}

/** Spend of the days from one local date to another, both included, in micros. */
export function spendBetween(days: ReadonlyMap<string, DayTotal>, from: string, to: string): number {
	let spend = 0;
	for (const [date, day] of days) if (date >= from && date <= to) spend += day.spend;
	return spend;
}
