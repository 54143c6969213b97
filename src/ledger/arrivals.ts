import * as z from 'zod/v4';
import { MICROS } from '../money/micros';
import { HOUR_MS } from '../time/durations';

import { type DeliveredHour, isMeasured } from './deliveredHour';

/** Ages in whole hours at which the bins begin: hourly for one day, every three hours for the next, then daily for a month. */
const BIN_STARTS = [
	...Array.from({ length: 24 }, (_, hour) => hour),
	...Array.from({ length: 8 }, (_, step) => 24 + 3 * step),
	...Array.from({ length: 29 }, (_, day) => 48 + 24 * day),
];

export const AGE_BINS = BIN_STARTS.length;

/** The bin of an age, measured from the end of the window. */
export function ageBin(ageMs: number): number {
	const hours = Math.max(0, ageMs / HOUR_MS);
	if (hours < 24) return Math.floor(hours);
	if (hours < 48) return 24 + Math.floor((hours - 24) / 3);
	return Math.min(AGE_BINS - 1, 32 + Math.floor((hours - 48) / 24));
}

/** The age in hours at which a bin begins. */
export const binAgeHours = (bin: number): number => BIN_STARTS[bin]!;

/**
 * Amounts reported by age of the window: at the first complete report, and the later differences by restatements. Trailing zeros are
 * left out.
 */
export const Arrivals = z.object({ entered: z.array(z.number()), added: z.array(z.number()) });
export type Arrivals = z.output<typeof Arrivals>;

/**
 * What reports of running hours showed of their spend, and what was due by the time that had passed: that part of what the hours were reported with once they
 * were over. Major units.
 */
export const RunningSpend = z.object({ shown: z.number(), due: z.number() });
export type RunningSpend = z.output<typeof RunningSpend>;

/** The fields of a window that arrivals are counted from. */
type Reported = Pick<
	DeliveredHour,
	'startMs' | 'endMs' | 'spend' | 'conversions' | 'asOfMs' | 'preliminary' | 'divided'
>;

/** A window as reported now, with the window that it replaced. */
interface TakenWindow {
	readonly hour: Reported;
	readonly before: Reported | undefined;
}

/** The counted amounts of a window: conversions, and spend in major units; null where unknown. */
export const ARRIVING = {
	conversions: (hour: Reported): number | null => (isMeasured(hour) ? hour.conversions : null),
	spend: ({ asOfMs, divided, spend }: Reported): number | null => (asOfMs === null && !divided ? spend / MICROS : null),
};

/**
 * The arrivals including those of one more report.
 *
 * @param amountOf the counted amount of a window
 * @param taken    (windows) as reported now, with the window that each replaced
 * @param untilMs  the latest instant covered by reports, the reference of ages
 */
export function countArrivals(
	arrivals: Arrivals | undefined,
	amountOf: (hour: Reported) => number | null,
	taken: readonly TakenWindow[],
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

/** The sums including those of running hours that are over now. */
export function countRunning(
	running: RunningSpend | undefined,
	taken: readonly TakenWindow[],
): RunningSpend | undefined {
	let { shown, due } = running ?? { shown: 0, due: 0 };
	for (const { hour, before } of taken) {
		const spend = ARRIVING.spend(hour);
		if (spend === null || before === undefined || before.asOfMs === null) continue;
		const elapsed = (before.asOfMs - before.startMs) / (before.endMs - before.startMs);
		shown += before.spend / MICROS;
		due += elapsed * spend;
	}
	return due > 0 ? { shown: Number(shown.toPrecision(9)), due: Number(due.toPrecision(9)) } : running;
}

const filled = (stored: readonly number[] = []): number[] =>
	Array.from({ length: AGE_BINS }, (_, bin) => stored[bin] ?? 0);

const trimmed = (counts: readonly number[]): number[] =>
	counts.slice(0, counts.findLastIndex((count) => count !== 0) + 1).map((count) => Number(count.toPrecision(9)));
