import * as z from 'zod/v4';

import { type DeliveredHour, isMeasured } from './deliveredHour';

const HOUR_MS = 3_600_000;

/** Ages in whole hours at which the bins begin: by the hour for a day, by three hours for another, by the day for a month. */
const BIN_STARTS = [
	...Array.from({ length: 24 }, (_, hour) => hour),
	...Array.from({ length: 8 }, (_, step) => 24 + 3 * step),
	...Array.from({ length: 29 }, (_, day) => 48 + 24 * day),
];

export const AGE_BINS = BIN_STARTS.length;

/** The bin of what was reported when a window had ended so long ago. */
export function ageBin(ageMs: number): number {
	const hours = Math.max(0, ageMs / HOUR_MS);
	if (hours < 24) return Math.floor(hours);
	if (hours < 48) return 24 + Math.floor((hours - 24) / 3);
	return Math.min(AGE_BINS - 1, 32 + Math.floor((hours - 48) / 24));
}

/** The age in hours that stands for a bin: where it begins. */
export const binAgeHours = (bin: number): number => BIN_STARTS[bin]!;

/**
 * When figures arrived, by the age of their windows: what a window had when it was first reported whole, and what restatements
 * added, or took away. Zeros at the end are left out.
 */
export const Arrivals = z.object({ entered: z.array(z.number()), added: z.array(z.number()) });
export type Arrivals = z.output<typeof Arrivals>;

/** The part of a window that arrivals are counted of. */
type Reported = Pick<DeliveredHour, 'endMs' | 'spend' | 'conversions' | 'asOfMs' | 'preliminary' | 'divided'>;

const MICROS = 1_000_000;

/** What arrives of a window: conversions, spend in major units, which are shorter to write; null where that cannot be told. */
export const ARRIVING = {
	conversions: (hour: Reported): number | null => (isMeasured(hour) ? hour.conversions : null),
	spend: ({ asOfMs, divided, spend }: Reported): number | null => (asOfMs === null && !divided ? spend / MICROS : null),
};

/**
 * Counts what a report brought.
 *
 * @param amountOf what is counted of a window
 * @param taken    (windows) as they are now, with what they replaced
 * @param untilMs  the latest instant covered by reports, that ages refer to
 */
export function countArrivals(
	arrivals: Arrivals | undefined,
	amountOf: (hour: Reported) => number | null,
	taken: readonly { readonly hour: Reported; readonly before: Reported | undefined }[],
	untilMs: number,
): Arrivals {
	const entered = filled(arrivals?.entered);
	const added = filled(arrivals?.added);
	for (const { hour, before } of taken) {
		const amount = amountOf(hour);
		if (amount === null) continue;
		const bin = ageBin(untilMs - hour.endMs);
		const amountBefore = before === undefined ? null : amountOf(before);
		if (amountBefore === null) entered[bin]! += amount;
		else added[bin]! += amount - amountBefore;
	}
	return { entered: trimmed(entered), added: trimmed(added) };
}

const filled = (stored: readonly number[] = []): number[] =>
	Array.from({ length: AGE_BINS }, (_, bin) => stored[bin] ?? 0);

const trimmed = (counts: readonly number[]): number[] =>
	counts.slice(0, counts.findLastIndex((count) => count !== 0) + 1).map((count) => Number(count.toPrecision(9)));
