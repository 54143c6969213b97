import * as z from 'zod/v4';
import { MINUTE_MS } from '../time/durations';

import type { DeliveredHour } from './deliveredHour';
import { FigureColumn, readColumn, storeColumn } from './figureColumn';
import { packNumbers, unpackNumbers } from './packedNumbers';

/** The figures of a window, in the order of rows and columns. */
const FIGURES = [
	'spend',
	'clicks',
	'conversions',
	'revenue',
	'impressions',
	'multiplier',
	'asOf',
	'control',
	'exchangeRate',
] as const;

/** The windows of a campaign in stored state, in order of time. A metric that no window reports is left out. */
export const StoredHours = z.object({
	/**
	 * Runs of adjacent windows of one length, packed: minutes since the start of the previous run (since 1970 for the first), minutes per
	 * window, number of windows.
	 */
	stretches: z.string(),
	/** Micros, like revenue. */
	spend: FigureColumn,
	clicks: FigureColumn.optional(),
	conversions: FigureColumn.optional(),
	revenue: FigureColumn.optional(),
	impressions: FigureColumn.optional(),
	multiplier: FigureColumn.optional(),
	/** Minutes since 1970, only while the window was read before it ended. */
	asOf: FigureColumn.optional(),
	/**
	 * Sum of flags: 1 the multiplier was the planned one, 2 the planned cap stopped the hour, 4 the figures are preliminary, 8 the results
	 * come from a second source, 16 the figures are a share of a longer stretch; null for none.
	 */
	control: FigureColumn.optional(),
	/** The rate at which the amounts were converted, if they were. */
	exchangeRate: FigureColumn.optional(),
});
export type StoredHours = z.output<typeof StoredHours>;

const STEERED = 1;
const CAPPED = 2;
const PRELIMINARY = 4;
const SECOND_SOURCE = 8;
const DIVIDED = 16;

/** A window to be stored: start and length in minutes, then its figures in order. */
export type HourRow = readonly [number, number, number, ...(number | null | undefined)[]];

/** Stores the windows of one campaign. @param hours in order of time */
export const storeHours = (hours: readonly DeliveredHour[]): StoredHours =>
	storeRows(
		hours.map(
			(hour): HourRow => [
				hour.startMs / MINUTE_MS,
				(hour.endMs - hour.startMs) / MINUTE_MS,
				hour.spend,
				hour.clicks,
				hour.conversions,
				hour.revenue,
				hour.impressions,
				hour.multiplier,
				hour.asOfMs === null ? null : Math.floor(hour.asOfMs / MINUTE_MS),
				controlOf(hour) || null,
				hour.exchangeRate,
			],
		),
	);

const controlOf = (hour: DeliveredHour): number =>
	(hour.steered ? STEERED : 0) +
	(hour.capped ? CAPPED : 0) +
	(hour.preliminary ? PRELIMINARY : 0) +
	(hour.secondSource ? SECOND_SOURCE : 0) +
	(hour.divided ? DIVIDED : 0);

/** Stores the windows of one campaign. @param rows in order of time */
export function storeRows(rows: readonly HourRow[]): StoredHours {
	const stored: StoredHours = { stretches: packNumbers(stretchesOf(rows)), spend: storeColumn([]) };
	FIGURES.forEach((name, position) => {
		const figures = rows.map((row) => row[2 + position] ?? null);
		if (figures.some((figure) => figure !== null)) stored[name] = storeColumn(figures);
	});
	return stored;
}

/** The stored windows of a campaign and source; null if the columns do not fit together. */
export function readHours(campaignId: string, stored: StoredHours, source?: string): DeliveredHour[] | null {
	const windows = windowsOf(stored);
	if (windows === null) return null;
	const none = windows.starts.map(() => null);
	const columns = FIGURES.map((name) => {
		const column = stored[name];
		return column === undefined ? none : readColumn(column, none.length);
	});
	if (columns.includes(null) || columns[0]!.includes(null)) return null;
	const [spend, clicks, conversions, revenue, impressions, multiplier, asOf, controls, rates] = columns as (
		| number
		| null
	)[][];
	return windows.starts.map((startMs, position): DeliveredHour => {
		const control = controls![position]!;
		const read = asOf![position]!;
		return {
			campaignId,
			source,
			startMs,
			endMs: startMs + windows.lengths[position]!,
			spend: spend![position]!,
			clicks: clicks![position]!,
			conversions: conversions![position]!,
			revenue: revenue![position]!,
			impressions: impressions![position]!,
			multiplier: multiplier![position]!,
			asOfMs: read === null ? null : read * MINUTE_MS,
			steered: (control & STEERED) > 0,
			capped: (control & CAPPED) > 0,
			preliminary: (control & PRELIMINARY) > 0,
			secondSource: (control & SECOND_SOURCE) > 0,
			divided: (control & DIVIDED) > 0,
			exchangeRate: rates![position]!,
		};
	});
}

/** (stretches, 3) flat: minutes since the start of the previous stretch, minutes per window, number of windows. */
function stretchesOf(rows: readonly HourRow[]): number[] {
	const stretches: number[] = [];
	let before = 0;
	let end = -1;
	for (const [start, minutes] of rows) {
		if (start === end && minutes === stretches.at(-2)) stretches[stretches.length - 1]!++;
		else {
			stretches.push(start - before, minutes, 1);
			before = start;
		}
		end = start + minutes;
	}
	return stretches;
}

/** Start and length of every window in milliseconds; null if there are more windows than figures of spend. */
function windowsOf({ stretches, spend }: StoredHours): { starts: number[]; lengths: number[] } | null {
	const numbers = unpackNumbers(stretches);
	if (numbers === null || numbers.length % 3 !== 0) return null;
	const maxWindows = typeof spend[1] === 'string' ? spend[1].length : spend.length;
	const starts: number[] = [];
	const lengths: number[] = [];
	let startMs = 0;
	for (let position = 0; position < numbers.length; position += 3) {
		const [gap, minutes, count] = numbers.slice(position, position + 3) as [number, number, number];
		if (starts.length + count > maxWindows) return null;
		startMs += gap * MINUTE_MS;
		for (let window = 0; window < count; window++) {
			starts.push(startMs + window * minutes * MINUTE_MS);
			lengths.push(minutes * MINUTE_MS);
		}
	}
	return { starts, lengths };
}
