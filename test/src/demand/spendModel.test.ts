import { METHOD } from '../../../src/demand/method';
import { fitSpendModel } from '../../../src/demand/fitSpendModel';
import { expectedSpend, type SpendModel } from '../../../src/demand/spendModel';
import type { SpendHour } from '../../../src/demand/spendSeries';
import { type DayState, trackDay } from '../../../src/demand/dayState';
import { mulberry32 } from '../../../src/statistics/seededRandom';
import { unconstrainedHours } from '../../../src/demand/unconstrainedHours';
import { DAY_MS, HOUR_MS } from '../../support/deliveries';

const MONDAY = Date.UTC(2026, 5, 1);

/** Days of hours, each described by its position; 10.00 at the neutral bid by default. */
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
	fitSpendModel(hours, { isOrdinary })!;

describe('the current bid', () => {
	test('is the last one reported, and spend is predicted at its multiplier', () => {
		const raised = series(28, (position) =>
			position < 27 * 24 ? {} : { spend: 20, logMultiplier: Math.log(2) / METHOD.elasticity },
		);
		expect(fitted(raised).spend[3]).toBeCloseTo(20, 0);
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
		expect(fitted(sale({ spend: 40 })).spend[fridayNoon]).toBeGreaterThan(1.05 * usual.spend[fridayNoon]!);
	});

	test('do not hide that an earlier day exhausted its budget', () => {
		const isOutOfBudget = (position: number) => position % 24 >= 10 && Math.floor(position / 24) < 7;
		const hours = series(28, (position) => ({ spend: isOutOfBudget(position) ? 0 : position < 7 * 24 ? 24 : 10 }));
		const withSale = hours.map((hour) => (hour.date === SALE ? { ...hour, spend: 40 } : hour));
		expect(fitted(withSale, isOrdinary).spend[15]).toBeCloseTo(fitted(hours, isOrdinary).spend[15]!, 6);
		expect(fitted(withSale).spend[15]).toBeLessThan(0.95 * fitted(hours).spend[15]!);
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
		expect(fitted(stopped).spend[12]).toBeGreaterThan(1.1 * fitted(taken).spend[12]!);
	});

	test('hours after the budget is exhausted are left out, but not idle hours of smaller days', () => {
		const isOutOfBudget = (spendBefore: number) =>
			series(28, (position) => {
				if (position < 14 * 24) return {};
				return { spend: position % 24 < 10 ? spendBefore : 0 };
			});
		const usual = fitted(series(28)).spend[15]!;
		expect(fitted(isOutOfBudget(24)).spend[15]).toBeGreaterThan(0.6 * usual);
		expect(fitted(isOutOfBudget(10)).spend[15]).toBeLessThan(0.6 * usual);
	});
});

describe('a first morning', () => {
	const morning = (spends: (hour: number) => number) =>
		fitted(series(1, (position) => ({ spend: spends(position) })).slice(0, 12));

	test('an hour without data resembles its neighbours, with a larger variance', () => {
		const { spend, hourVariance } = morning((hour) => (hour < 8 ? 2 : 10));
		expect(spend[12]).toBeGreaterThan(1.5 * spend[4]!);
		expect(hourVariance[18]).toBeGreaterThan(10 * hourVariance[10]!);
	});

	test('five hours of a night do not starve the evening: the level is learned before the shape', () => {
		const { spend } = fitted(series(1, (hour) => ({ spend: [4, 3, 2, 2, 2][hour]! })).slice(0, 5));
		const day = spend.slice(0, 24).reduce((sum, hour) => sum + hour, 0);
		const evening = spend.slice(17, 24).reduce((sum, hour) => sum + hour, 0);
		expect(evening / day).toBeGreaterThan(0.25);
	});

	test('has no model without spend', () => {
		const nothing = series(1, () => ({ spend: 0 }));
		expect(fitSpendModel(nothing, { isOrdinary: everyDay })).toBeNull();
		expect(fitSpendModel([], { isOrdinary: everyDay })).toBeNull();
	});
});

describe('small accounts', () => {
	/** One click of 2.60 every `hours` hours on average, by a fixed generator. */
	const clicks = (hours: number) => {
		const random = mulberry32(7);
		return series(28, () => ({ spend: random() < 1 / hours ? 2.6 : 0 }));
	};

	test.each`
		hours | because
		${2}  | ${'every other hour has a click'}
		${5}  | ${'most hours have none'}
		${24} | ${'there is one click a day'}
	`('expected spend adds up to what was spent: $because', ({ hours }) => {
		const model = fitted(clicks(hours));
		const history = unconstrainedHours(clicks(hours));
		const weight = ({ startMs }: SpendHour) =>
			0.5 ** ((history.at(-1)!.startMs - startMs) / DAY_MS / METHOD.halfLifeDays);
		const weighted = (of: (hour: SpendHour) => number) =>
			history.reduce((sum, hour) => sum + weight(hour) * of(hour), 0);
		const expected = weighted(({ weekday, localHour }) => expectedSpend(model, 24 * weekday + localHour));
		expect(expected / weighted(({ spend }) => spend)).toBeCloseTo(1, 6);
	});

	test('the unit is about the cost of a click', () => {
		expect(fitted(clicks(5)).unit).toBeGreaterThan(0.7 * 2.6);
		expect(fitted(clicks(5)).unit).toBeLessThan(1.3 * 2.6);
	});

	test('hours in which the ads are always off get next to nothing, even if they are reported', () => {
		const daytime = series(28, (position) => ({ spend: position % 24 >= 8 && position % 24 < 20 ? 10 : 0 }));
		const { spend } = fitted(daytime);
		const night = spend.reduce((sum, hour, cell) => sum + (cell % 24 < 8 || cell % 24 >= 20 ? hour : 0), 0);
		expect(night / spend.reduce((sum, hour) => sum + hour, 0)).toBeLessThan(0.05);
	});
});

test('older hours have less weight: after a month at a new level, that level is predicted', () => {
	const risen = series(56, (position) => ({ spend: position * HOUR_MS < 28 * DAY_MS ? 5 : 10 }));
	expect(fitted(risen).spend[5]).toBeGreaterThan(7.5);
});

test('half hours count half: a zone that changes by half an hour has an hour of 30 minutes', () => {
	const usual = fitted(series(28));
	const halved = fitted(series(28, (position) => (position % 24 === 2 ? { hours: 0.5, spend: 5 } : {})));
	expect(halved.spend[2]).toBeCloseTo(usual.spend[2]!, 6);
});

describe('the state of a day', () => {
	const model = fitted(
		series(28, (position) => ({
			spend: 10 * (1 + 0.3 * Math.sin(position * 12.9898)) * (1 + 0.1 * (Math.floor(position / 24) % 3)),
		})),
	);
	const today = (describe: (hour: number) => Partial<SpendHour>, hours = 6) =>
		series(29, (position) => (position < 28 * 24 ? {} : describe(position - 28 * 24))).slice(28 * 24, 28 * 24 + hours);
	const effect = ({ day, drift }: DayState) => day + drift;

	test.each`
		hour                           | direction | because
		${{ spend: 20 }}               | ${1}      | ${'every hour spent more'}
		${{ spend: 0 }}                | ${-1}     | ${'nothing was spent'}
		${{ spend: 5, capped: true }}  | ${0}      | ${'capped hours below their expectation say nothing'}
		${{ spend: 5, reported: 0.5 }} | ${0}      | ${'half of the spend is reported so far'}
		${{ spend: 3, divided: true }} | ${0}      | ${'hours that were prorated were not measured'}
		${{ spend: 1, hours: 0.1 }}    | ${0}      | ${'six minutes say too little'}
	`('moves by sign $direction: $because', ({ hour, direction }) => {
		const before = effect(trackDay(model, [], 0));
		const moved =
			effect(
				trackDay(
					model,
					today(() => hour, 1),
					0,
				),
			) - before;
		if (direction === 0) expect(Math.abs(moved)).toBeLessThan(0.05);
		else expect(Math.sign(moved) * Math.abs(moved)).toBeCloseTo(direction * Math.abs(moved), 12);
		if (direction !== 0) expect(Math.abs(moved)).toBeGreaterThan(0.1);
	});

	test('an hour without spend where hardly any is expected moves it little', () => {
		const random = mulberry32(7);
		const small = fitted(series(28, () => ({ spend: random() < 0.2 ? 2.6 : 0 })));
		const moved =
			effect(
				trackDay(
					small,
					today(() => ({ spend: 0 }), 1),
					0,
				),
			) - effect(trackDay(small, [], 0));
		expect(moved).toBeLessThan(0);
		expect(moved).toBeGreaterThan(-0.05);
	});

	test('a jump is followed at once where bids are unknown', () => {
		const doubled = (bidKnown: boolean) =>
			effect(
				trackDay(
					model,
					today(() => ({ spend: 30, bidKnown }), 1),
					0,
				),
			);
		expect(doubled(false)).toBeGreaterThan(doubled(true) + 0.1);
	});

	test('a jump beyond anything seen, in an account of a few clicks, leaves a day that can be forecast', () => {
		const rare = { ...model, unit: 1e4 };
		const { dayVariance } = trackDay(
			rare,
			today(() => ({ spend: 1e9, bidKnown: false }), 1),
			0,
		);
		expect(dayVariance).toBeLessThan(20);
	});
});

test.each<[multiplier: number, reason: string]>([
	[0.01, 'the hours before had a bid a hundred times as high, and no clicks'],
	[1e-9, 'the multiplier is a mistake'],
])('variances stay those of traffic when the first known multiplier is %d: %s', (multiplier) => {
	const logMultiplier = Math.log(multiplier);
	const model = fitted(
		series(3, (position) => (position < 25 ? { spend: 0, bidKnown: false } : { spend: position % 4, logMultiplier })),
	);
	expect(Math.max(model.dayVariance, model.driftVariance, model.noiseVariance)).toBeLessThan(3);
	expect(model.levelVariance).toBeLessThan(20);
});
