import * as z from 'zod/v4';

/**
 * Sums of delivery over windows, each weighted by its age: the sufficient statistics of every learned rate.
 *
 * A rate divides a result by the exposure of only those windows that reported both: the clicks of a window without reported conversions do
 * not enter a conversion rate. Amounts in micros.
 */
export interface Tally {
	/** Sum of weights: the evidence in hours. */
	hours: number;
	spend: number;
	/** Clicks, and the spend of the windows that reported them. */
	clicks: number;
	clickSpend: number;
	/** Conversions, and the spend and clicks of the windows that reported them. */
	conversions: number;
	conversionSpend: number;
	conversionClicks: number;
	/** Revenue, and the spend and clicks of the windows that reported it. */
	revenue: number;
	revenueSpend: number;
	revenueClicks: number;
}

const FIELDS = [
	'hours',
	'spend',
	'clicks',
	'clickSpend',
	'conversions',
	'conversionSpend',
	'conversionClicks',
	'revenue',
	'revenueSpend',
	'revenueClicks',
] as const satisfies readonly (keyof Tally)[];

/** Stored in major units, which take fewer digits. */
const AMOUNTS: ReadonlySet<keyof Tally> = new Set([
	'spend',
	'clickSpend',
	'conversionSpend',
	'revenue',
	'revenueSpend',
]);
const MICROS = 1_000_000;

/** The fields stored if every window reported clicks, conversions and revenue: the exposures of all results are then equal. */
const FIELDS_IF_ALL_REPORTED = [
	'hours',
	'spend',
	'clicks',
	'conversions',
	'revenue',
] as const satisfies readonly (keyof Tally)[];

/** A tally in stored state: its fields in order, to six significant digits; only five if the others repeat them; empty without evidence. */
export const StoredTally = z.array(z.number().min(0)).max(FIELDS.length);
export type StoredTally = z.output<typeof StoredTally>;

export const emptyTally = (): Tally => ({
	hours: 0,
	spend: 0,
	clicks: 0,
	clickSpend: 0,
	conversions: 0,
	conversionSpend: 0,
	conversionClicks: 0,
	revenue: 0,
	revenueSpend: 0,
	revenueClicks: 0,
});

/** Delivery of a window, amounts in micros; null is not reported. */
export interface Delivery {
	readonly spend: number;
	readonly clicks: number | null;
	readonly conversions: number | null;
	readonly revenue: number | null;
}

/**
 * Adds a window to a tally with the weight of its age.
 *
 * @param reported share of the window's conversions that is already reported; it scales the exposure, clicks and spend
 */
export function addDelivery(tally: Tally, delivery: Delivery, weight: number, reported = 1): void {
	const { spend, clicks, conversions, revenue } = delivery;
	const exposure = weight * reported;
	tally.hours += weight;
	tally.spend += weight * spend;
	if (clicks !== null) {
		tally.clicks += weight * clicks;
		tally.clickSpend += weight * spend;
	}
	if (conversions !== null) {
		tally.conversions += weight * conversions;
		tally.conversionSpend += exposure * spend;
		if (clicks !== null) tally.conversionClicks += exposure * clicks;
	}
	if (revenue !== null) {
		tally.revenue += weight * revenue;
		tally.revenueSpend += exposure * spend;
		if (clicks !== null) tally.revenueClicks += exposure * clicks;
	}
}

/** Adds one tally to another, scaled. */
export function addTally(into: Tally, from: Tally, weight = 1): void {
	for (const field of FIELDS) into[field] += weight * from[field];
}

export function storeTally(tally: Tally): StoredTally {
	if (tally.hours === 0) return [];
	const { spend, clickSpend, conversionSpend, revenueSpend, clicks, conversionClicks, revenueClicks } = tally;
	const allReported =
		[clickSpend, conversionSpend, revenueSpend].every((exposure) => exposure === spend) &&
		[conversionClicks, revenueClicks].every((exposure) => exposure === clicks);
	return (allReported ? FIELDS_IF_ALL_REPORTED : FIELDS).map((field) =>
		Number((tally[field] / (AMOUNTS.has(field) ? MICROS : 1)).toPrecision(6)),
	);
}

export function readTally(stored: StoredTally): Tally {
	const tally = emptyTally();
	const allReported = stored.length === FIELDS_IF_ALL_REPORTED.length;
	stored.forEach((value, position) => {
		const field = (allReported ? FIELDS_IF_ALL_REPORTED : FIELDS)[position]!;
		tally[field] = value * (AMOUNTS.has(field) ? MICROS : 1);
	});
	if (!allReported) return tally;
	const { spend, clicks } = tally;
	return {
		...tally,
		...{ clickSpend: spend, conversionSpend: spend, revenueSpend: spend },
		...{ conversionClicks: clicks, revenueClicks: clicks },
	};
}
