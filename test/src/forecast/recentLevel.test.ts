import { checkExhaustion, createState, ingest } from '../../../src/index';
import { mulberry32 } from '../../../src/statistics/seededRandom';
import { DAY_MS, HOUR_MS, hourly } from '../../support/deliveries';

/** The 16th of a month of 30 days. */
const TODAY = Date.UTC(2026, 10, 16);
const DAYS = 45;
const USUAL_DAY = 960;

/** The projection of the month, over what its days left spend usually: of days that spend 960 times `factorOf` the days before today, give or take a few percent. */
function daysLeftOverUsual(factorOf: (daysAgo: number) => number, definition: object = {}) {
	const random = mulberry32(3);
	const perDay = Array.from({ length: DAYS }, (_, day) => (0.95 + 0.1 * random()) * factorOf(DAYS - day));
	const windows = hourly(TODAY - DAYS * DAY_MS, DAYS * 24, (hour) => ({
		spend: ((USUAL_DAY / 24) * perDay[Math.floor(hour / 24)]! * (0.9 + 0.2 * random())).toFixed(6),
		clicks: 80,
		conversions: 2,
	}));
	const { state } = ingest(
		createState({ budgetId: 'b', currency: 'EUR', timeZone: 'UTC', monthlyAmount: '30000.00', ...definition }),
		windows,
		TODAY,
	);
	const { projected, spent } = checkExhaustion(state, { nowMs: TODAY + HOUR_MS / 3 }).exhaustion.horizons.month!;
	const over = (end: number) => (end - Number(spent)) / (15 * USUAL_DAY);
	return { mean: over(projected.mean), low: over(projected.low), high: over(projected.high) };
}

const between = (from: number, to: number, factor: number) => (daysAgo: number) =>
	daysAgo >= from && daysAgo <= to ? factor : 1;

test.each`
	factorOf                | low     | high    | because
	${() => 1}              | ${0.97} | ${1.03} | ${'nothing has changed'}
	${between(1, 10, 0.7)}  | ${0.67} | ${0.76} | ${'days continue as since ten days ago, not as on average'}
	${between(1, 10, 1.5)}  | ${1.4}  | ${1.56} | ${'a level that rose is one too'}
	${between(20, 45, 0.5)} | ${0.97} | ${1.03} | ${'the level before is over'}
	${between(1, 1, 0)}     | ${0.95} | ${1.03} | ${'an outage is no level'}
	${between(1, 2, 2)}     | ${0.97} | ${1.12} | ${'nor is a promotion of two days'}
`('the days left are projected at $low to $high of usual ones: $because', ({ factorOf, low, high }) => {
	const { mean } = daysLeftOverUsual(factorOf as (daysAgo: number) => number);
	expect(mean).toBeGreaterThan(low as number);
	expect(mean).toBeLessThan(high as number);
});

test('while it is open whether the level has shifted, the interval holds both', () => {
	const { low, high } = daysLeftOverUsual(between(1, 3, 0.85));
	expect(low).toBeLessThan(0.88);
	expect(high).toBeGreaterThan(0.95);
});
