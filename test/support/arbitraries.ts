import fc from 'fast-check';

import type { BudgetDefinitionInput } from '../../src/budget/budgetDefinition';
import type { PerformanceWindow } from '../../src/ledger/performanceWindow';
import { localDay } from '../../src/time/localDay';

/** Zones with clocks set both ways, by an hour and by half an hour, at night and at midnight, and zones off the full hour. */
export const timeZone = fc.constantFrom(
	'UTC',
	'Europe/Berlin',
	'America/New_York',
	'Australia/Lord_Howe',
	'Asia/Kolkata',
	'Asia/Kathmandu',
	'Pacific/Auckland',
	'America/Santiago',
	'Africa/Cairo',
);

/** Currencies with no, two and three decimals. */
export const currency = fc.constantFrom('JPY', 'EUR', 'KWD');

const DIGITS: Record<string, number> = { JPY: 0, EUR: 2, KWD: 3 };

/** An amount of whole minor units of a currency. */
export const amountIn = (code: string, low: number, high: number) =>
	fc.integer({ min: low, max: high }).map((units) => (units / 10 ** DIGITS[code]!).toFixed(DIGITS[code]));

/** Days around every kind of clock change of 2026, and plain ones. */
export const date = fc.constantFrom(
	'2026-03-08',
	'2026-03-28',
	'2026-03-29',
	'2026-04-04',
	'2026-04-05',
	'2026-04-24',
	'2026-09-05',
	'2026-09-06',
	'2026-09-27',
	'2026-10-04',
	'2026-10-25',
	'2026-10-29',
	'2026-11-01',
	'2026-11-23',
	'2026-12-31',
);

/** A number with two decimals. */
const hundredths = (low: number, high: number) => fc.integer({ min: low, max: high }).map((count) => count / 100);

const limits = fc.record(
	{
		maxHourlyShare: hundredths(5, 100),
		minHourlyShare: hundredths(0, 3),
		maxHourlyChange: hundredths(5, 100),
		learningReserve: hundredths(0, 50),
	},
	{ requiredKeys: [] },
);

export interface Scene {
	readonly definition: BudgetDefinitionInput;
	readonly windows: readonly PerformanceWindow[];
	readonly nowMs: number;
	readonly date: string;
}

/** A budget some way into a local day, with a few days of history that has gaps and unreported fields. */
export const scene: fc.Arbitrary<Scene> = fc
	.record({
		timeZone,
		currency,
		date,
		limits,
		hour: fc.integer({ min: 0, max: 22 }),
		minute: fc.integer({ min: 0, max: 59 }),
	})
	.chain(({ timeZone: zone, currency: code, date: day, limits: bounds, hour, minute }) => {
		const hours = localDay(day, zone);
		const nowMs = hours[hour]!.startMs + Math.min(minute, 29) * 60_000;
		const starts = [...Array(36).keys()].map((step) => nowMs - (nowMs % 3_600_000) - (step + 1) * 3_600_000);
		const window = (startMs: number) =>
			fc.record({
				startMs: fc.constant(startMs),
				endMs: fc.constant(startMs + 3_600_000),
				campaignId: fc.constantFrom('a', 'b'),
				spend: amountIn(code, 0, 5_000),
				clicks: fc.option(fc.integer({ min: 0, max: 200 }), { nil: undefined }),
				conversions: fc.option(hundredths(0, 2000), { nil: undefined }),
				revenue: fc.option(amountIn(code, 0, 100_000), { nil: undefined }),
			});
		return fc.record({
			definition: fc.record({
				budgetId: fc.constant('b'),
				currency: fc.constant(code),
				timeZone: fc.constant(zone),
				dailyAmount: amountIn(code, 500, 200_000),
				limits: fc.constant(bounds),
			}),
			windows: fc.subarray(starts).chain((chosen) => fc.tuple(...chosen.map(window))),
			nowMs: fc.constant(nowMs),
			date: fc.constant(day),
		});
	});
