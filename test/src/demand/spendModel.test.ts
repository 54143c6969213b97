import { conformalSpread } from '../../../src/demand/conformalSpread';
import { normalQuantile } from '../../../src/statistics/normalQuantile';
import { METHOD } from '../../../src/demand/method';
import { fitSpendModel, type SpendModel } from '../../../src/demand/spendModel';
import type { SpendHour } from '../../../src/demand/spendSeries';
import { DAY_MS, HOUR_MS } from '../../support/deliveries';

const MONDAY = Date.UTC(2026, 5, 1);

/** Days of hours, each described by its position; 10.00 with 20 clicks at the neutral bid by default. */
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

describe('the current bid', () => {
	test('is the last one reported, and spend is predicted at its multiplier', () => {
		const raised = series(28, (position) =>
			position < 27 * 24 ? {} : { spend: 20, logMultiplier: Math.log(2) / METHOD.elasticity },
		);
		const { logSpend, floor } = fitted(raised);
		expect(Math.exp(logSpend[3]!) - floor).toBeCloseTo(20, 0);
	});
});

describe('event days', () => {
	const SALE = '2026-06-26';
	const isOrdinary = (date: string) => date !== SALE;
	const sale = (day: Partial<SpendHour>) =>
		series(28, (position) => (Math.floor(position / 24) === 25 ? { date: SALE, ...day } : {}));

	test('are excluded from learning', () => {
		const fridayNoon = 4 * 24 + 12;
		const usual = fitted(sale({}), isOrdinary);
		expect(fitted(sale({ spend: 40 }), isOrdinary)).toEqual(usual);
		expect(fitted(sale({ spend: 40 })).logSpend[fridayNoon]).toBeGreaterThan(usual.logSpend[fridayNoon]! + 0.1);
	});

	test('do not hide that an earlier day exhausted its budget', () => {
		const isOutOfBudget = (position: number) => position % 24 >= 10 && Math.floor(position / 24) < 7;
		const hours = series(28, (position) => ({ spend: isOutOfBudget(position) ? 0 : position < 7 * 24 ? 24 : 10 }));
		const withSale = hours.map((hour) => (hour.date === SALE ? { ...hour, spend: 40 } : hour));
		expect(fitted(withSale, isOrdinary).logSpend[15]).toBeCloseTo(fitted(hours, isOrdinary).logSpend[15]!, 6);
		expect(fitted(withSale).logSpend[15]).toBeLessThan(fitted(hours).logSpend[15]! - 0.5);
	});

	test('count toward the current bid', () => {
		const { logMultiplier } = fitted(
			series(28, (position) => (position < 27 * 24 ? {} : { logMultiplier: Math.log(2) })),
			(date) => date !== '2026-06-28',
		);
		expect(logMultiplier).toBeCloseTo(Math.log(2), 12);
	});
});

describe('hours limited by a cap or budget', () => {
	const cap = (position: number) => position % 24 === 12 && position % 2 === 0;

	test('a capped hour counts as more than its spend', () => {
		const stopped = series(28, (position) => (cap(position) ? { spend: 5, capped: true } : {}));
		const taken = series(28, (position) => (cap(position) ? { spend: 5 } : {}));
		expect(fitted(stopped).logSpend[12]).toBeGreaterThan(fitted(taken).logSpend[12]! + 0.1);
	});

	test('hours after the budget is exhausted are left out, but not idle hours of smaller days', () => {
		const isOutOfBudget = (spendBefore: number) =>
			series(28, (position) => {
				if (position < 14 * 24) return {};
				return { spend: position % 24 < 10 ? spendBefore : 0 };
			});
		const usual = fitted(series(28)).logSpend[15]!;
		expect(fitted(isOutOfBudget(24)).logSpend[15]).toBeGreaterThan(usual - 0.5);
		expect(fitted(isOutOfBudget(10)).logSpend[15]).toBeLessThan(usual - 1);
	});
});

describe('a first day', () => {
	test('predicts an hour without data like its neighbours, with a larger variance', () => {
		const morning = series(1, (position) => ({ spend: position < 8 ? 2 : 10 })).slice(0, 12);
		const { logSpend, logSpendVariance } = fitted(morning);
		const monday = (hour: number) => logSpend[hour]!;
		expect(monday(12)).toBeGreaterThan(monday(4) + 0.5);
		expect(logSpendVariance[18]).toBeGreaterThan(10 * logSpendVariance[10]!);
	});

	test('has no model without spend', () => {
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
		${1}   | ${'left-out residuals match the model'}
		${2}   | ${'left-out residuals are twice as large'}
	`('is $factor: $because', ({ factor }) => {
		const leftOut = normal.map((residual) => factor * residual);
		expect(conformalSpread(leftOut, 0.04) / factor).toBeCloseTo(1, 1);
	});

	test('stays near 1 with few hours', () => {
		expect(conformalSpread([1, -1], 0.04)).toBeLessThan(1.2);
	});
});

test('older hours have less weight: after a month at a new level, that level is predicted', () => {
	const risen = series(56, (position) => ({ spend: position * HOUR_MS < 28 * DAY_MS ? 5 : 10 }));
	const { logSpend, floor } = fitted(risen);
	expect(Math.exp(logSpend[5]!) - floor).toBeGreaterThan(7.5);
});

test('hours without clicks count as evidence, so demand is not overestimated', () => {
	const everyFifth = series(28, (position) => (position % 5 === 0 ? { spend: 3, clicks: 1 } : { spend: 0, clicks: 0 }));
	const { logSpend, floor } = fitted(everyFifth);
	expect(Math.exp(logSpend[3]!) - floor).toBeLessThan(3 / 5);
});
