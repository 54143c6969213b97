import { BudgetDefinition, type BudgetDefinitionInput } from '../../../src/budget/budgetDefinition';
import type { DayTotal } from '../../../src/ledger/dayTotals';
import { type EventUplift, learnUplifts } from '../../../src/learning/eventUplift';
import { addDays, localClock } from '../../../src/time/localClock';
import { normalDraws, poissonCounts } from '../../support/random';

const FIRST = '2025-01-01';
const DAYS = 400;
const LAST = addDays(FIRST, DAYS - 1);
const ELASTICITY = 1.3;

/** Weekdays differ by a factor of two. */
const WEEK = [1, 1.1, 1, 0.9, 1.2, 0.7, 0.6];

interface Day {
	readonly spend?: number;
	readonly conversions?: number | null;
}

/** By default every day spends 100.00 and has 100 conversions times its weekday factor. */
function daysOf(special: (date: string, usual: number) => Day | null): ReadonlyMap<string, DayTotal> {
	const days = new Map<string, DayTotal>();
	for (let offset = 0; offset < DAYS; offset++) {
		const date = addDays(FIRST, offset);
		const usual = 100 * WEEK[localClock(Date.parse(date), 'UTC').weekday]!;
		const day = special(date, usual);
		if (day === null) continue;
		const { spend = 100, conversions = usual } = day;
		days.set(date, { spend: Math.round(spend * 1e6), clicks: null, conversions, revenue: null, impressions: null });
	}
	return days;
}

type Events = NonNullable<BudgetDefinitionInput['events']>;

const learned = (days: ReadonlyMap<string, DayTotal>, events: Events, name: string): EventUplift | null =>
	learnUplifts({
		ledger: { campaigns: [], dataUntilMs: Date.parse(addDays(LAST, 1)) },
		definition: BudgetDefinition.parse({
			budgetId: 'b',
			currency: 'EUR',
			timeZone: 'UTC',
			monthlyAmount: 3000,
			events,
		}),
		days,
		elasticity: ELASTICITY,
		dispersion: 1,
	})(name);

const SALE = [{ name: 'Sale', start: '2025-06-06', end: '2025-06-09' }];
const inSale = (date: string) => date >= '2025-06-06' && date <= '2025-06-09';

/** A history whose sale days have `spend` and `results` times the usual. */
const saleOf = (spend: number, results: number) =>
	daysOf((date, usual) => (inSale(date) ? { spend: 100 * spend, conversions: usual * results } : {}));

describe('the factor of an event', () => {
	test.each`
		spend  | results                        | factor               | because
		${1}   | ${1}                           | ${1}                 | ${'its days were ordinary'}
		${2}   | ${2}                           | ${2}                 | ${'twice the results at twice the spend: the return is unchanged'}
		${1}   | ${2}                           | ${2 ** ELASTICITY}   | ${'twice the results at the same spend: more spend until the return is back to normal'}
		${1}   | ${0.5}                         | ${0.5 ** ELASTICITY} | ${'half of the results'}
		${2}   | ${2 ** (1 - 1 / ELASTICITY)}   | ${1}                 | ${'a raised budget alone is no uplift'}
		${0.5} | ${0.5 ** (1 - 1 / ELASTICITY)} | ${1}                 | ${'a lowered budget alone is no uplift either'}
	`('is about $factor where its days had $spend times the spend and $results times the results: $because', (row) => {
		const { factor } = learned(saleOf(row.spend, row.results), SALE, 'Sale')!;
		expect(Math.abs(factor.mean / row.factor - 1)).toBeLessThan(0.05);
		expect(factor.low).toBeLessThan(row.factor);
		expect(factor.high).toBeGreaterThan(row.factor);
	});

	test.each`
		events                                                         | name       | days  | because
		${SALE}                                                        | ${'SALE'}  | ${4}  | ${'names are not case-sensitive'}
		${[...SALE, { name: 'sale', start: '2026-06-05' }]}            | ${'sale'}  | ${4}  | ${'a future event of the name has no results yet'}
		${[{ name: 'Pay', start: '2026-06-01', repeats: 'monthly' }]}  | ${'Pay'}   | ${13} | ${'the first of each month, except the first known day, which may be incomplete'}
		${[{ name: 'Party', start: '2026-06-06', repeats: 'yearly' }]} | ${'Party'} | ${1}  | ${'a year before its start'}
		${[...SALE, { name: 'Strike', start: '2025-06-08' }]}          | ${'Sale'}  | ${3}  | ${'a day of two events informs neither'}
		${[...SALE, { name: 'Sale', start: '2025-06-08', factor: 3 }]} | ${'Sale'}  | ${4}  | ${'a day with the same name twice counts once'}
		${[{ name: 'Last', start: LAST, end: addDays(LAST, 1) }]}      | ${'Last'}  | ${1}  | ${'the running day is not over'}
	`('is learned from $days days of $name: $because', ({ events, name, days }) => {
		expect(learned(saleOf(1, 2), events, name)!.days).toBe(days);
	});

	test.each`
		days                                                                                        | events                                                                                                 | because
		${saleOf(1, 2)}                                                                             | ${[{ name: 'Sale', start: '2026-06-05' }]}                                                             | ${'no day of it is over'}
		${daysOf((date, usual) => (inSale(date) ? { conversions: null } : { conversions: usual }))} | ${SALE}                                                                                                | ${'its results were not reported, which does not mean 0'}
		${daysOf((date) => (inSale(date) ? null : {}))}                                             | ${SALE}                                                                                                | ${'its days were not reported'}
		${daysOf((date) => (inSale(date) ? { spend: 0, conversions: 0 } : {}))}                     | ${SALE}                                                                                                | ${'it had no spend'}
		${daysOf((date) => (date > '2025-05-29' ? {} : null))}                                      | ${[{ name: 'Sale', start: '2025-06-06' }, { name: 'Season', start: '2025-06-12', end: '2025-12-31' }]} | ${'too few ordinary days surround it'}
		${daysOf(() => ({ conversions: 0 }))}                                                       | ${SALE}                                                                                                | ${'ordinary days have no results to compare with'}
		${new Map()}                                                                                | ${SALE}                                                                                                | ${'nothing was ever reported'}
	`('is unknown if $because', ({ days, events }) => {
		expect(learned(days, events, 'Sale')).toBeNull();
	});

	test('excludes days of other events from the baseline', () => {
		const loud = daysOf((date, usual) => {
			const factor = inSale(date) ? 2 : date >= '2025-06-10' && date <= '2025-06-20' ? 5 : 1;
			return { conversions: usual * factor };
		});
		const fair = [...SALE, { name: 'Fair', start: '2025-06-10', end: '2025-06-20', factor: 5 }];
		expect(learned(loud, fair, 'Sale')!.results.mean).toBeGreaterThan(1.9);
		expect(learned(loud, SALE, 'Sale')!.results.mean).toBeLessThan(1.5);
	});

	test('takes weekdays into account: a quiet Sunday does not lower the factor', () => {
		const sunday = [{ name: 'Sale', start: '2025-06-08' }];
		expect(learned(saleOf(1, 1), sunday, 'Sale')!.results.mean).toBeCloseTo(1, 1);
	});

	test('is closer to 1 and less certain with fewer results', () => {
		const at = (scale: number) =>
			learned(
				daysOf((date, usual) => ({ conversions: Math.round(usual * scale * (inSale(date) ? 2 : 1)) })),
				SALE,
				'Sale',
			)!.factor;
		const [many, some, few] = [at(1), at(0.1), at(0.01)];
		expect(many.mean).toBeGreaterThan(some.mean);
		expect(some.mean).toBeGreaterThan(few.mean);
		expect(few.mean).toBeLessThan(1.3);
		expect(few.mean).toBeGreaterThan(1);
		const width = ({ mean, low, high }: typeof many) => (high - low) / mean;
		expect(width(few)).toBeGreaterThan(width(some));
		expect(width(some)).toBeGreaterThan(width(many));
	});

	test('stays between 1/20 and 20, like a stated factor', () => {
		expect(learned(saleOf(1, 1000), SALE, 'Sale')!.factor.mean).toBe(20);
		expect(learned(saleOf(1, 0), SALE, 'Sale')!.factor.mean).toBeGreaterThanOrEqual(0.05);
	});
});

describe('in simulated worlds whose events follow the prior', () => {
	/** Worlds with a season, weekdays, a day effect of 15% and Poisson results; an event of four days with a drawn uplift. */
	test.each`
		perDay | spends      | because
		${10}  | ${'fixed'}  | ${'every day has the same spend'}
		${60}  | ${'fixed'}  | ${'a larger account'}
		${60}  | ${'demand'} | ${'spend follows demand'}
	`(
		'the 80% interval covers the true factor about 80% of the time with $perDay results a day: $because',
		({ perDay, spends }) => {
			const count = poissonCounts(7 * perDay);
			const normal = normalDraws(perDay);
			const worlds = 100;
			let covered = 0;
			for (let world = 0; world < worlds; world++) {
				const strength = [6, 12, 25][world % 3]!;
				const uplift = Math.max(0.2, 1 + normal() / Math.sqrt(strength));
				const truth = uplift ** ELASTICITY;
				const days = daysOf((date, usual) => {
					const spend = inSale(date) && spends === 'demand' ? truth : 1;
					const season = 1 + 0.2 * Math.sin(Date.parse(date) / 5e9);
					const mean = ((perDay * usual) / 100) * season * (inSale(date) ? uplift : 1) * spend ** (1 - 1 / ELASTICITY);
					return { spend: 100 * spend, conversions: count(mean * Math.exp(0.15 * normal() - 0.15 ** 2 / 2)) };
				});
				const { low, high } = learned(days, SALE, 'Sale')!.factor;
				if (low <= truth && truth <= high) covered++;
			}
			expect(covered / worlds).toBeGreaterThan(0.7);
			expect(covered / worlds).toBeLessThan(0.95);
		},
	);
});
