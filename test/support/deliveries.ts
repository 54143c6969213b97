import type { DeliveredHour } from '../../src/ledger/deliveredHour';
import type { PerformanceWindow } from '../../src/index';

export const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;

/** Full hours from an instant on, each described by its position. */
export const hourly = (
	fromMs: number,
	count: number,
	describe: (position: number) => Omit<PerformanceWindow, 'startMs' | 'endMs'>,
): PerformanceWindow[] =>
	Array.from({ length: count }, (_, position) => ({
		startMs: fromMs + position * HOUR_MS,
		endMs: fromMs + (position + 1) * HOUR_MS,
		...describe(position),
	}));

/** An hour of the campaign 'a' that spent one unit, with nothing else reported of it, as the ledger reads it. */
export const deliveredHour = (startMs: number, figures: Partial<DeliveredHour> = {}): DeliveredHour => ({
	campaignId: 'a',
	startMs,
	endMs: startMs + HOUR_MS,
	spend: 1_000_000,
	clicks: null,
	conversions: null,
	revenue: null,
	impressions: null,
	multiplier: null,
	asOfMs: null,
	steered: false,
	capped: false,
	preliminary: false,
	secondSource: false,
	divided: false,
	exchangeRate: null,
	...figures,
});

/** Freezes a value and everything in it, so that a write to any part of it throws. */
export function deepFreeze<Value>(value: Value): Value {
	if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
	Object.freeze(value);
	for (const part of Object.values(value)) deepFreeze(part);
	return value;
}
