import { conformalSpread } from '../../../src/demand/conformalSpread';
import { normalQuantile } from '../../../src/statistics/normalQuantile';
import { fitSpendModel, type SpendModel } from '../../../src/demand/spendModel';
import type { SpendHour } from '../../../src/demand/spendSeries';
import { DAY_MS, HOUR_MS } from '../../support/deliveries';

const MONDAY = Date.UTC(2026, 5, 1);

/** Days of hours, each described by its position; 10.00 with 20 clicks at the neutral bid unless said. */
const series = (days: number, describe: (position: number) => Partial<SpendHour> = () => ({})): SpendHour[] =>
	Array.from({ length: 24 * days }, (_, position) => {
		const startMs = MONDAY + position * HOUR_MS;
		return {
			startMs,
			date: new Date(startMs).toISOString().slice(0, 10),
			localHour: position % 24,
			weekday: Math.floor(position / 24) % 7,
			hours: 1,
			spend: 10,
			clicks: 20,
			logMultiplier: 0,
			bidKnown: true,
			steered: false,
			capped: false,
			reported: 1,
			divided: false,
			complete: true,
			...describe(position),
		};
	});

const everyDay = () => true;

const fitted = (hours: readonly SpendHour[], isOrdinary: (date: string) => boolean = everyDay): SpendModel =>
	fitSpendModel(hours, isOrdinary)!;

/** Bids that go up and down, with what they buy at an elasticity. */
const steered = (elasticity: number, isSteered: boolean) =>
	series(28, (position) => {
		const logMultiplier = 0.4 * Math.sin(position * 1.7);
		return { spend: 10 * Math.exp(elasticity * logMultiplier), logMultiplier, steered: isSteered };
	});

describe('how spend answers bids', () => {
	test.each`
		elasticity | because
		${0.9}     | ${'nearly every auction is won'}
		${1.3}     | ${'the usual account'}
		${2}       | ${'few auctions are won'}
	`('an elasticity of $elasticity is learned from multipliers set in advance: $because', ({ elasticity }) => {
		expect(fitted(steered(elasticity, true)).elasticity).toBeCloseTo(elasticity, 1);
	});

	test('multipliers that a platform chose by itself say nothing', () => {
		expect(fitted(steered(0.9, false)).elasticity).toBe(1.3);
	});

	test('spend is foreseen at the multiplier in force, the last one reported', () => {
		const raised = series(28, (position) =>
			position < 27 * 24 ? {} : { spend: 20, logMultiplier: Math.log(2) / 1.3 },
		);
		const { logSpend, floor } = fitted(raised);
		expect(Math.exp(logSpend[3]!) - floor).toBeCloseTo(20, 0);
	});
});

describe('days of events', () => {
	const SALE = '2026-06-26';
	const isOrdinary = (date: string) => date !== SALE;
	const sale = (day: Partial<SpendHour>) =>
		series(28, (position) => (Math.floor(position / 24) === 25 ? { date: SALE, ...day } : {}));

	test('teach nothing of what is usual', () => {
		const fridayNoon = 4 * 24 + 12;
		const usual = fitted(sale({}), isOrdinary);
		expect(fitted(sale({ spend: 40 }), isOrdinary)).toEqual(usual);
		expect(fitted(sale({ spend: 40 })).logSpend[fridayNoon]).toBeGreaterThan(usual.logSpend[fridayNoon]! + 0.1);
	});

	test('do not hide that a day before them ran out of money', () => {
		const dark = (position: number) => position % 24 >= 10 && Math.floor(position / 24) < 7;
		const hours = series(28, (position) => ({ spend: dark(position) ? 0 : position < 7 * 24 ? 24 : 10 }));
		const withSale = hours.map((hour) => (hour.date === SALE ? { ...hour, spend: 40 } : hour));
		expect(fitted(withSale, isOrdinary).logSpend[15]).toBeCloseTo(fitted(hours, isOrdinary).logSpend[15]!, 6);
		expect(fitted(withSale).logSpend[15]).toBeLessThan(fitted(hours).logSpend[15]! - 0.5);
	});

	test('say which bid is in force', () => {
		const { logMultiplier } = fitted(
			series(28, (position) => (position < 27 * 24 ? {} : { logMultiplier: Math.log(2) })),
			(date) => date !== '2026-06-28',
		);
		expect(logMultiplier).toBeCloseTo(Math.log(2), 12);
	});
});

describe('hours that were stopped', () => {
	const cap = (position: number) => position % 24 === 12 && position % 2 === 0;

	test('a capped hour counts for more than it spent', () => {
		const stopped = series(28, (position) => (cap(position) ? { spend: 5, capped: true } : {}));
		const taken = series(28, (position) => (cap(position) ? { spend: 5 } : {}));
		expect(fitted(stopped).logSpend[12]).toBeGreaterThan(fitted(taken).logSpend[12]! + 0.1);
	});

	test('hours after the money ran out are left out, and silent hours of lesser days are not', () => {
		const dark = (spendBefore: number) =>
			series(28, (position) => {
				if (position < 14 * 24) return {};
				return { spend: position % 24 < 10 ? spendBefore : 0 };
			});
		const usual = fitted(series(28)).logSpend[15]!;
		expect(fitted(dark(24)).logSpend[15]).toBeGreaterThan(usual - 0.5);
		expect(fitted(dark(10)).logSpend[15]).toBeLessThan(usual - 1);
	});
});

describe('a first day', () => {
	test('foresees an hour that was never seen like its neighbours, and says how little that is', () => {
		const morning = series(1, (position) => ({ spend: position < 8 ? 2 : 10 })).slice(0, 12);
		const { logSpend, logSpendVariance } = fitted(morning);
		const monday = (hour: number) => logSpend[hour]!;
		expect(monday(12)).toBeGreaterThan(monday(4) + 0.5);
		expect(logSpendVariance[18]).toBeGreaterThan(10 * logSpendVariance[10]!);
	});

	test('is unknown without any spend', () => {
		expect(
			fitSpendModel(
				series(1, () => ({ spend: 0 })),
				everyDay,
			),
		).toBeNull();
		expect(fitSpendModel([], everyDay)).toBeNull();
	});
});

describe('the spread of forecasts', () => {
	const normal = Array.from({ length: 999 }, (_, position) => 0.2 * normalQuantile((position + 1) / 1000));

	test.each`
		factor | because
		${1}   | ${'what was left out is as the model says'}
		${2}   | ${'it is twice as far away'}
	`('is $factor: $because', ({ factor }) => {
		const leftOut = normal.map((residual) => factor * residual);
		expect(conformalSpread(leftOut, 0.04) / factor).toBeCloseTo(1, 1);
	});

	test('stays near 1 while little was seen', () => {
		expect(conformalSpread([1, -1], 0.04)).toBeLessThan(1.2);
	});
});

test('evidence grows old: after a month a new level is believed', () => {
	const risen = series(56, (position) => ({ spend: position * HOUR_MS < 28 * DAY_MS ? 5 : 10 }));
	const { logSpend, floor } = fitted(risen);
	expect(Math.exp(logSpend[5]!) - floor).toBeGreaterThan(7.5);
});
