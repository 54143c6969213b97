import fc from 'fast-check';

import { createState, ingest, optimizeAllocation, pacingStatus, readState, STRATEGIES } from '../../../src/index';
import type { DayTotal } from '../../../src/ledger/dayTotals';
import { dayTarget } from '../../../src/plan/dayTarget';
import { localDay } from '../../../src/time/localDay';
import { datesOf } from '../../../src/time/period';
import { RUNS } from '../../support/runs';
import { definitionOf } from './certainLearning';
import { spreadByWeight } from '../../../src/plan/spreadByWeight';

/** A Wednesday, the third day of its week. */
const TODAY = '2026-11-11';
const EQUAL = spreadByWeight({ of: () => 1 }, 'EUR', { today: TODAY });

/** Spend in major units by local date. */
const spending = (spend: Record<string, number>): ReadonlyMap<string, DayTotal> =>
	new Map(
		Object.entries(spend).map(([date, amount]) => [
			date,
			{ spend: Math.round(amount * 1_000_000), clicks: null, conversions: null, revenue: null, impressions: null },
		]),
	);

const KNOWN = { '2026-09-01': 1 };

describe('rollover of a week or month, in cents', () => {
	test.each`
		definition                                                        | date            | spent                                      | until           | added    | target   | because
		${{ weeklyAmount: '70.00', maxShare: 1 }}                         | ${TODAY}        | ${{ '2026-11-02': 50 }}                    | ${TODAY}        | ${2000}  | ${9000}  | ${'20.00 of the week before were unspent'}
		${{ weeklyAmount: '70.00', maxShare: 0.25 }}                      | ${TODAY}        | ${{ '2026-11-02': 50 }}                    | ${TODAY}        | ${1750}  | ${8750}  | ${'at most a quarter of the amount'}
		${{ weeklyAmount: '70.01', maxShare: 0.25 }}                      | ${TODAY}        | ${{ '2026-11-02': 0 }}                     | ${TODAY}        | ${1750}  | ${8751}  | ${'the share is rounded down'}
		${{ weeklyAmount: '70.00', maxShare: 1 }}                         | ${TODAY}        | ${{ '2026-11-02': 69.991 }}                | ${TODAY}        | ${0}     | ${7000}  | ${'spend is rounded up to the cent'}
		${{ weeklyAmount: '70.00', maxShare: 1 }}                         | ${TODAY}        | ${{ '2026-11-02': 80 }}                    | ${TODAY}        | ${0}     | ${7000}  | ${'overspend is not deducted'}
		${{ weeklyAmount: '70.00', maxShare: 1 }}                         | ${TODAY}        | ${{ '2026-10-26': 0, '2026-11-02': 70 }}   | ${TODAY}        | ${0}     | ${7000}  | ${'two weeks ago is too long ago'}
		${{ weeklyAmount: '70.00', maxShare: 1 }}                         | ${TODAY}        | ${{ '2026-11-08': 30, '2026-11-01': 9 }}   | ${TODAY}        | ${4000}  | ${11000} | ${'the week before is from Monday to Sunday'}
		${{ weeklyAmount: '70.00', maxShare: 1, weekStart: 'sunday' }}    | ${TODAY}        | ${{ '2026-11-08': 30, '2026-11-01': 9 }}   | ${TODAY}        | ${6100}  | ${13100} | ${'or from Sunday to Saturday'}
		${{ weeklyAmount: '70.00', maxShare: 1, utilizationTarget: 0.5 }} | ${TODAY}        | ${{ '2026-11-02': 30 }}                    | ${TODAY}        | ${500}   | ${4000}  | ${'the utilization target is half'}
		${{ monthlyAmount: '300.00', maxShare: 1 }}                       | ${TODAY}        | ${{ '2026-10-01': 100, '2026-10-31': 50 }} | ${TODAY}        | ${15000} | ${45000} | ${'October from its first day to its last'}
		${{ monthlyAmount: '300.00', maxShare: 1 }}                       | ${'2026-03-10'} | ${{ '2026-02-01': 10, '2026-02-28': 20 }}  | ${'2026-03-10'} | ${27000} | ${57000} | ${'a February of 28 days'}
		${{ monthlyAmount: '300.00', maxShare: 1 }}                       | ${'2028-03-10'} | ${{ '2028-02-29': 20 }}                    | ${'2028-03-10'} | ${28000} | ${58000} | ${'a February of 29 days'}
		${{ monthlyAmount: '300.00', maxShare: 1 }}                       | ${'2026-01-01'} | ${{ '2025-12-31': 100 }}                   | ${'2026-01-01'} | ${20000} | ${50000} | ${'over the turn of the year'}
		${{ monthlyAmount: '300.00', maxShare: 1 }}                       | ${'2026-11-01'} | ${{ '2026-10-01': 100 }}                   | ${'2026-10-31'} | ${0}     | ${30000} | ${'the last hours of October are not reported yet'}
		${{ monthlyAmount: '300.00', maxShare: 1 }}                       | ${'2026-12-24'} | ${{ '2026-11-01': 100 }}                   | ${TODAY}        | ${0}     | ${30000} | ${'November is not over'}
	`('$definition on $date after $spent: $added, $because', ({ definition, date, spent, until, added, target }) => {
		const { maxShare, ...amounts } = definition;
		const known = spending({ ...KNOWN, '2025-11-01': 1, ...spent });
		const today = date < until ? date : until;
		const limited = definitionOf({ ...amounts, rollover: { maxShare } });
		const { periods } = dayTarget({ definition: limited, days: known, date, today, reportedUntil: until }, EQUAL);
		expect(periods[0]).toMatchObject({ target, rollover: { added } });
	});

	test('days before the first report do not count as unspent', () => {
		const definition = definitionOf({ weeklyAmount: '70.00', rollover: { maxShare: 1 } });
		const rolled = (first: string) =>
			dayTarget({ definition, days: spending({ [first]: 10 }), date: TODAY, today: TODAY }, EQUAL).periods[0]!.rollover;
		expect(rolled('2026-11-02')).toMatchObject({ unspent: 6000, added: 6000 });
		expect(rolled('2026-11-03')).toMatchObject({ unspent: null, added: 0, unknown: 'not-observed' });
	});

	test('a budget without reports has no known unspent amount', () => {
		const definition = definitionOf({ weeklyAmount: '70.00', rollover: { maxShare: 1 } });
		const { periods } = dayTarget(
			{ definition, days: new Map(), date: TODAY, today: TODAY, reportedUntil: '1970-01-01' },
			EQUAL,
		);
		expect(periods[0]!.rollover).toMatchObject({ added: 0, unknown: 'not-observed' });
	});

	test('a flight has no predecessor, and without the setting nothing is rolled over', () => {
		const flight = { start: '2026-11-10', end: '2026-11-13', amount: '400.00' };
		const periodOf = (amounts: Parameters<typeof definitionOf>[0]) =>
			dayTarget({ definition: definitionOf(amounts), days: spending(KNOWN), date: TODAY, today: TODAY }, EQUAL)
				.periods[0];
		expect(periodOf({ flight, rollover: { maxShare: 1 } })).not.toHaveProperty('rollover');
		expect(periodOf({ weeklyAmount: '70.00' })).not.toHaveProperty('rollover');
	});

	test('never exceeds the unspent amount or its share, and is spread completely', () => {
		const cents = fc.integer({ min: 1, max: 100_000 });
		fc.assert(
			fc.property(
				cents,
				fc.array(cents, { maxLength: 7 }),
				fc.integer({ min: 1, max: 100 }),
				(amount, spent, percent) => {
					const definition = definitionOf({
						weeklyAmount: (amount / 100).toFixed(2),
						rollover: { maxShare: percent / 100 },
					});
					const week = { start: '2026-11-02', end: '2026-11-08' };
					const known = spending({
						...KNOWN,
						...Object.fromEntries(datesOf(week).map((date, day) => [date, (spent[day] ?? 0) / 100])),
					});
					const plan = (date: string) => dayTarget({ definition, days: known, date, today: '2026-11-09' }, EQUAL);
					const { added } = plan('2026-11-09').periods[0]!.rollover!;
					const total = spent.reduce((sum, one) => sum + one, 0);
					expect(added).toBe(Math.min(Math.max(0, amount - total), Math.floor((amount * percent) / 100)));
					const days = datesOf({ start: '2026-11-09', end: '2026-11-15' }).map((date) => plan(date).amount);
					expect(days.reduce((sum, day) => sum + day, 0)).toBe(amount + added);
				},
			),
			RUNS,
		);
	});
});

describe('a plan with a rollover', () => {
	/** A budget whose October spent 10.00 on each day that it was reported. */
	const stateOf = (timeZone: string, firstDay: string, share = 1) => {
		const state = createState({
			budgetId: 'b',
			currency: 'EUR',
			timeZone,
			monthlyAmount: '400.00',
			rollover: { maxShare: share },
		});
		const windows = datesOf({ start: firstDay, end: '2026-10-31' }).flatMap((date) =>
			localDay(date, timeZone).map(({ startMs, endMs }, hour) => ({
				startMs,
				endMs,
				spend: hour === 12 ? '10.00' : '0',
			})),
		);
		const nowMs = localDay('2026-11-01', timeZone)[0]!.startMs;
		return { nowMs, state: ingest(state, windows, nowMs).state };
	};

	test.each`
		timeZone              | firstDay        | share  | dayAmount  | detail
		${'Europe/Berlin'}    | ${'2026-10-01'} | ${1}   | ${'16.33'} | ${'€90.00 left unspent by the month from 2026-10-01 to 2026-10-31 is added to this month'}
		${'America/New_York'} | ${'2026-10-01'} | ${1}   | ${'16.33'} | ${'€90.00 left unspent by the month from 2026-10-01 to 2026-10-31 is added to this month'}
		${'Europe/Berlin'}    | ${'2026-10-01'} | ${0.1} | ${'14.67'} | ${'€40.00 of the €90.00 left unspent by the month from 2026-10-01 to 2026-10-31 is added to this month: the limit allows no more'}
		${'Europe/Berlin'}    | ${'2026-10-02'} | ${1}   | ${'13.33'} | ${'Nothing is rolled over from the month from 2026-10-01 to 2026-10-31: reports begin after its start, and unknown spend is not unspent budget'}
	`('in $timeZone after reports from $firstDay with a share of $share: $detail', (row) => {
		const { nowMs, state } = stateOf(row.timeZone, row.firstDay, row.share);
		for (const strategy of STRATEGIES) {
			const { plan } = optimizeAllocation(state, { strategy, nowMs });
			expect(plan.constraints).toContainEqual({ code: 'rollover', detail: row.detail });
			if (strategy === 'even_distribution') expect(plan.dayAmount).toBe(row.dayAmount);
		}
	});

	test('notes for a later month that this one is not over', () => {
		const { nowMs, state } = stateOf('Europe/Berlin', '2026-10-01');
		const { plan } = optimizeAllocation(state, { strategy: 'even_distribution', nowMs, date: '2026-12-01' });
		expect(plan.constraints).toEqual([
			{
				code: 'rollover',
				detail:
					'What the month from 2026-11-01 to 2026-11-30 leaves unspent is added to the next month once it is over and fully reported',
			},
		]);
	});

	test('has the same target as the status, from a stored state too', () => {
		const { nowMs, state } = stateOf('Europe/Berlin', '2026-10-01');
		const stored = readState(JSON.parse(JSON.stringify(state)));
		for (const one of [state, stored]) {
			expect(pacingStatus(one, { nowMs }).horizons.month).toMatchObject({ target: '490.00', rolledOver: '90.00' });
		}
	});
});
