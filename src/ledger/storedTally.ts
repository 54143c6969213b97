import * as z from 'zod/v4';
import { MICROS } from '../money/micros';

import { emptyTally, type Tally } from './tally';

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

/** The fields stored if every window reported clicks, conversions and revenue: the exposures of all results are then equal. */
const FIELDS_IF_ALL_REPORTED = [
	'hours',
	'spend',
	'clicks',
	'conversions',
	'revenue',
] as const satisfies readonly (keyof Tally)[];

/** They follow the others, unless no window reported impressions. */
const IMPRESSION_FIELDS = [
	'impressions',
	'impressionSpend',
	'impressionClicks',
	'clickImpressions',
] as const satisfies readonly (keyof Tally)[];

/** The only one of them stored if every window reported impressions and clicks. */
const IMPRESSION_FIELDS_IF_ALL_REPORTED = ['impressions'] as const satisfies readonly (keyof Tally)[];

/** Stored in major units, which take fewer digits. */
const AMOUNTS: ReadonlySet<keyof Tally> = new Set([
	'spend',
	'clickSpend',
	'conversionSpend',
	'revenue',
	'revenueSpend',
	'impressionSpend',
]);

/**
 * A tally in stored state: its fields in order, to six significant digits, without those that repeat others; empty without evidence. Each combination of
 * fields has a length of its own, and one without impressions is what was stored before they were kept.
 */
export const StoredTally = z.array(z.number().min(0)).max(FIELDS.length + IMPRESSION_FIELDS.length);
export type StoredTally = z.output<typeof StoredTally>;

export function storeTally(tally: Tally): StoredTally {
	if (tally.hours === 0) return [];
	const { spend, clicks, impressions } = tally;
	const isAllReported =
		[tally.clickSpend, tally.conversionSpend, tally.revenueSpend].every((exposure) => exposure === spend) &&
		[tally.conversionClicks, tally.revenueClicks].every((exposure) => exposure === clicks);
	const hasAllImpressions =
		tally.impressionSpend === spend && tally.impressionClicks === clicks && tally.clickImpressions === impressions;
	const hasImpressions = IMPRESSION_FIELDS.some((field) => tally[field] > 0);
	return layout(isAllReported, hasImpressions ? (hasAllImpressions ? 'all' : 'some') : 'none').map((field) =>
		Number((tally[field] / (AMOUNTS.has(field) ? MICROS : 1)).toPrecision(6)),
	);
}

type Impressions = 'all' | 'none' | 'some';

function layout(isAllReported: boolean, impressions: Impressions): readonly (keyof Tally)[] {
	const others = isAllReported ? FIELDS_IF_ALL_REPORTED : FIELDS;
	if (impressions === 'none') return others;
	return [...others, ...(impressions === 'all' ? IMPRESSION_FIELDS_IF_ALL_REPORTED : IMPRESSION_FIELDS)];
}

export function readTally(stored: StoredTally): Tally {
	const tally = emptyTally();
	const isAllReported = stored.length < FIELDS.length;
	const others = layout(isAllReported, 'none').length;
	const impressions = stored.length <= others ? 'none' : stored.length === others + 1 ? 'all' : 'some';
	const fields = layout(isAllReported, impressions);
	stored.forEach((value, position) => {
		const field = fields[position]!;
		tally[field] = value * (AMOUNTS.has(field) ? MICROS : 1);
	});
	if (isAllReported) {
		tally.clickSpend = tally.conversionSpend = tally.revenueSpend = tally.spend;
		tally.conversionClicks = tally.revenueClicks = tally.clicks;
	}
	if (impressions === 'all') {
		tally.impressionSpend = tally.spend;
		tally.impressionClicks = tally.clicks;
		tally.clickImpressions = tally.impressions;
	}
	return tally;
}
