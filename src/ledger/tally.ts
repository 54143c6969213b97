import * as z from 'zod/v4';

/**
 * Sums of delivery over windows, each weighted by its age: the sufficient statistics of every learned rate.
 *
 * A rate divides a result by the exposure of just those windows that reported both, so a window without conversions reported
 * lends its clicks to no conversion rate. Money in micros.
 */
export interface Tally {
	/** Sum of weights: how many hours' worth of evidence. */
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

/** Money is stored in major units, which are shorter to write. */
const MONEY: ReadonlySet<keyof Tally> = new Set(['spend', 'clickSpend', 'conversionSpend', 'revenue', 'revenueSpend']);
const MICROS = 1_000_000;

/** What is left to tell of a tally where every window reported clicks, conversions and revenue: the exposures of all are the same. */
const FIELDS_OF_WHOLE = [
	'hours',
	'spend',
	'clicks',
	'conversions',
	'revenue',
] as const satisfies readonly (keyof Tally)[];

/** A tally in stored state: its fields in order, to six significant digits; only five where the others repeat them; none when nothing was seen. */
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

/** What a window reported, money in micros; null where it was not reported. */
export interface Delivery {
	readonly spend: number;
	readonly clicks: number | null;
	readonly conversions: number | null;
	readonly revenue: number | null;
}

/**
 * Adds a window to a tally with the weight of its age.
 *
 * @param reported share of the window's conversions that is already reported: so much of its clicks and spend is exposure
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
	const isWhole =
		[clickSpend, conversionSpend, revenueSpend].every((exposure) => exposure === spend) &&
		[conversionClicks, revenueClicks].every((exposure) => exposure === clicks);
	return (isWhole ? FIELDS_OF_WHOLE : FIELDS).map((field) =>
		Number((tally[field] / (MONEY.has(field) ? MICROS : 1)).toPrecision(6)),
	);
}

export function readTally(stored: StoredTally): Tally {
	const tally = emptyTally();
	const isWhole = stored.length === FIELDS_OF_WHOLE.length;
	stored.forEach((value, position) => {
		const field = (isWhole ? FIELDS_OF_WHOLE : FIELDS)[position]!;
		tally[field] = value * (MONEY.has(field) ? MICROS : 1);
	});
	if (!isWhole) return tally;
	const { spend, clicks } = tally;
	return {
		...tally,
		...{ clickSpend: spend, conversionSpend: spend, revenueSpend: spend },
		...{ conversionClicks: clicks, revenueClicks: clicks },
	};
}
