import fc from 'fast-check';

import type { BudgetDefinitionInput } from '../../src/budget/budgetDefinition';
import type { PerformanceWindow } from '../../src/ledger/performanceWindow';
import { mulberry32 } from '../../src/statistics/seededRandom';
import { date, timeZone } from './arbitraries';
import { DAY_MS, HOUR_MS } from './deliveries';

/** What a metric looks like over a history. */
const FIGURES = {
	absent: () => undefined,
	zero: () => 0,
	tiny: () => 1e-6,
	huge: (chance) => Math.floor(chance * 9e9),
	usual: (chance) => Math.floor(chance * 5000) / 100,
	rare: (chance) => (chance < 0.97 ? 0 : 1),
	patchy: (chance) => (chance < 0.5 ? undefined : Math.floor(chance * 100)),
	thirds: (chance) => Math.floor(chance * 100) / 3,
} satisfies Record<string, (chance: number) => number | undefined>;

type Kind = keyof typeof FIGURES;

const kinds = Object.keys(FIGURES) as Kind[];
const kind = fc.constantFrom(...kinds);
const spendKind = fc.constantFrom(...kinds.filter((one) => one !== 'absent' && one !== 'patchy'));

const hostile = fc.record({
	timeZone,
	date,
	seed: fc.nat(1_000_000),
	currency: fc.constantFrom('JPY', 'EUR', 'KWD'),
	/** Minutes of a window. */
	grain: fc.constantFrom(15, 30, 60),
	days: fc.constantFrom(0, 1, 1, 3, 9),
	hour: fc.integer({ min: 0, max: 23 }),
	/** Into the hour that runs. */
	elapsedMs: fc.constantFrom(0, 1, 59_999, 60_000, 20 * 60_000, 59 * 60_000),
	campaigns: fc.constantFrom(1, 1, 1, 2, 8),
	named: fc.boolean(),
	/** The share of windows that are not there. */
	gaps: fc.constantFrom(0, 0.05, 0.5, 0.97),
	/** Hours of the day in which the ads are always off, and whether they are reported as zeros. */
	off: fc.constantFrom('none', 'left out', 'zeros'),
	spend: spendKind,
	clicks: kind,
	conversions: kind,
	revenue: kind,
	impressions: kind,
	multiplier: fc.constantFrom(undefined, 1e-9, 0.5, 1, 100),
	/** Conversions and revenue only where there is no exposure. */
	withoutExposure: fc.boolean(),
	/** By how many days the clock of each report is off. */
	clocks: fc.array(fc.constantFrom(0, 0, 0, -3, 2, 45), { minLength: 1, maxLength: 4 }),
	amounts: fc.constantFrom('daily', 'tiny', 'huge', 'month', 'flight', 'past flight'),
	objective: fc.constantFrom('conversions', 'revenue', 'roas', 'cpa', 'clicks', 'reach', 'balanced'),
	limited: fc.boolean(),
});

/** A budget, the reports that it got with the instant of each, and the instant of the decision. */
export interface HostileHistory {
	readonly definition: BudgetDefinitionInput;
	readonly reports: readonly { readonly windows: readonly PerformanceWindow[]; readonly nowMs: number }[];
	readonly nowMs: number;
}

/** Histories that no account should have, and that some have all the same. */
export const hostileHistory: fc.Arbitrary<HostileHistory> = hostile.map((knobs) => {
	const random = mulberry32(knobs.seed);
	const nowMs = Date.parse(knobs.date) + knobs.hour * HOUR_MS + knobs.elapsedMs;
	const grainMs = knobs.grain * 60_000;
	const firstMs = nowMs - (nowMs % grainMs) - knobs.days * DAY_MS;
	const windows: PerformanceWindow[] = [];
	for (let startMs = firstMs; startMs <= nowMs; startMs += grainMs) {
		const isOff = knobs.off !== 'none' && new Date(startMs).getUTCHours() < 7;
		if ((isOff && knobs.off === 'left out') || random() < knobs.gaps) continue;
		for (let campaign = 0; campaign < knobs.campaigns; campaign++) {
			windows.push(windowOf(knobs, random, { startMs, endMs: startMs + grainMs, campaignId: `c${campaign}` }, isOff));
		}
	}
	const size = Math.ceil(windows.length / knobs.clocks.length);
	return {
		definition: definitionOf(knobs),
		reports: knobs.clocks.map((days, report) => ({
			windows: windows.slice(report * size, (report + 1) * size),
			nowMs: nowMs + days * DAY_MS,
		})),
		nowMs,
	};
});

type Knobs = typeof hostile extends fc.Arbitrary<infer Value> ? Value : never;

function windowOf(
	knobs: Knobs,
	random: () => number,
	place: Pick<PerformanceWindow, 'startMs' | 'endMs' | 'campaignId'>,
	isOff: boolean,
): PerformanceWindow {
	const exposed = !isOff && !(knobs.withoutExposure && random() < 0.5);
	const figure = (of: Kind) => FIGURES[of](random());
	const spend = exposed ? figure(knobs.spend)! : 0;
	const clicks = exposed || knobs.clicks === 'absent' ? figure(knobs.clicks) : 0;
	const hasResults = !knobs.withoutExposure || !exposed;
	const given = {
		...place,
		spend: spend.toFixed(6),
		clicks,
		conversions: hasResults ? figure(knobs.conversions) : undefined,
		revenue: hasResults ? figure(knobs.revenue)?.toFixed(6) : undefined,
		impressions: exposed || knobs.impressions === 'absent' ? figure(knobs.impressions) : 0,
		multiplier: knobs.multiplier,
	};
	return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as PerformanceWindow;
}

function definitionOf({ amounts, currency, timeZone: zone, date: day, named, campaigns, ...rest }: Knobs) {
	const year = day.slice(0, 4);
	const spread = {
		daily: { dailyAmount: 1000 },
		tiny: { dailyAmount: currency === 'JPY' ? 1 : '0.01' },
		huge: { dailyAmount: 9e9, monthlyAmount: 9e9 },
		month: { weeklyAmount: 700, monthlyAmount: 30_000 },
		flight: { flight: { start: `${year}-01-01`, end: `${year}-12-31`, amount: 365_000 } },
		'past flight': { flight: { start: '2025-01-01', end: '2025-02-01', amount: 1000 } },
	}[amounts];
	return {
		budgetId: 'b',
		currency,
		timeZone: zone,
		objective: rest.objective,
		...spread,
		...(named && { campaigns: Array.from({ length: campaigns }, (_, position) => ({ campaignId: `c${position}` })) }),
		...(rest.limited && { limits: { maxHourlyShare: 0.2, maxHourlyChange: 0.5, learningReserve: 0.1 } }),
	} as BudgetDefinitionInput;
}
