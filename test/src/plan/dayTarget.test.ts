import type { DayTotal } from '../../../src/ledger/dayTotals';
import { assertMinimaFit } from '../../../src/plan/assertMinimaFit';
import { dayTarget } from '../../../src/plan/dayTarget';
import { createState } from '../../../src/state/pacingState';
import { definitionOf } from './certainLearning';
import { spreadByWeight } from '../../../src/plan/spreadByWeight';

/** A Wednesday, the third day of its week and the eleventh of its month. */
const TODAY = '2026-11-11';

const EQUAL = spreadByWeight({ of: () => 1 }, 'EUR', { today: TODAY });

/** Spend in major units by local date; reports begin in January. */
const spending = (spend: Record<string, number>): ReadonlyMap<string, DayTotal> =>
	new Map(
		Object.entries({ '2026-01-01': 0, ...spend }).map(([date, amount]) => [
			date,
			{ spend: Math.round(amount * 1_000_000), clicks: null, conversions: null, revenue: null, impressions: null },
		]),
	);

const FLIGHT = { start: '2026-11-10', end: '2026-11-13', amount: '400.00' };

describe('what a day may spend, in cents', () => {
	test.each`
		amounts                                              | date            | spent                                     | amount   | from                | because
		${{ dailyAmount: '10.00' }}                          | ${TODAY}        | ${{}}                                     | ${1000}  | ${'day'}            | ${'a daily amount allows itself'}
		${{ dailyAmount: '10.00' }}                          | ${TODAY}        | ${{ '2026-11-10': 90, '2026-11-11': 90 }} | ${1000}  | ${'day'}            | ${'regardless of spend'}
		${{ dailyAmount: '10.01', utilizationTarget: 0.9 }}  | ${TODAY}        | ${{}}                                     | ${900}   | ${'day'}            | ${'times the utilization target, rounded down'}
		${{ weeklyAmount: '70.00' }}                         | ${'2026-11-09'} | ${{}}                                     | ${1000}  | ${'week'}           | ${'a seventh on the first day'}
		${{ weeklyAmount: '70.00' }}                         | ${TODAY}        | ${{ '2026-11-09': 5, '2026-11-10': 15 }}  | ${1000}  | ${'week'}           | ${'a fifth of what remains after two days'}
		${{ weeklyAmount: '70.00' }}                         | ${TODAY}        | ${{ '2026-11-09': 70 }}                   | ${0}     | ${'week'}           | ${'nothing remains'}
		${{ weeklyAmount: '70.00' }}                         | ${TODAY}        | ${{ '2026-11-09': 90 }}                   | ${0}     | ${'week'}           | ${'the week is overspent'}
		${{ weeklyAmount: '70.00' }}                         | ${TODAY}        | ${{ '2026-11-08': 50, '2026-11-11': 50 }} | ${1400}  | ${'week'}           | ${'the week before and today do not count'}
		${{ weeklyAmount: '70.00' }}                         | ${TODAY}        | ${{ '2026-11-09': 19.999999 }}            | ${1000}  | ${'week'}           | ${'spend is rounded up to the cent'}
		${{ weeklyAmount: '70.00', weekStart: 'sunday' }}    | ${TODAY}        | ${{ '2026-11-08': 30 }}                   | ${1000}  | ${'week'}           | ${'a week that begins on Sunday has four days left'}
		${{ weeklyAmount: '70.00', utilizationTarget: 0.5 }} | ${TODAY}        | ${{ '2026-11-09': 10 }}                   | ${500}   | ${'week'}           | ${'half of the week minus spend'}
		${{ weeklyAmount: '70.00' }}                         | ${'2026-11-13'} | ${{ '2026-11-09': 20 }}                   | ${1000}  | ${'week'}           | ${'a later day gets the same amount'}
		${{ weeklyAmount: '70.00' }}                         | ${'2026-11-18'} | ${{ '2026-11-09': 20 }}                   | ${1000}  | ${'week'}           | ${'the next week starts with its full amount'}
		${{ monthlyAmount: '300.00' }}                       | ${TODAY}        | ${{ '2026-11-01': 100 }}                  | ${1000}  | ${'month'}          | ${'a twentieth of what remains for twenty days'}
		${{ monthlyAmount: '310.00' }}                       | ${'2026-12-24'} | ${{ '2026-11-01': 100 }}                  | ${1000}  | ${'month'}          | ${'the next month starts with its full amount'}
		${{ flight: FLIGHT }}                                | ${TODAY}        | ${{ '2026-11-10': 40 }}                   | ${12000} | ${'flight'}         | ${'a third of what remains'}
		${{ flight: FLIGHT }}                                | ${'2026-11-13'} | ${{ '2026-11-10': 100 }}                  | ${10000} | ${'flight'}         | ${'the last day belongs to the flight'}
		${{ flight: { ...FLIGHT, start: TODAY } }}           | ${TODAY}        | ${{ '2026-11-10': 40 }}                   | ${13333} | ${'flight'}         | ${'the first day belongs to the flight'}
		${{ flight: FLIGHT }}                                | ${'2026-11-14'} | ${{}}                                     | ${0}     | ${'outside-flight'} | ${'the day after a flight'}
		${{ flight: { ...FLIGHT, start: '2026-11-12' } }}    | ${TODAY}        | ${{}}                                     | ${0}     | ${'outside-flight'} | ${'the day before a flight'}
		${{ flight: FLIGHT, dailyAmount: '5.00' }}           | ${'2026-11-14'} | ${{}}                                     | ${0}     | ${'outside-flight'} | ${'a daily amount ends with the flight'}
		${{ weeklyAmount: '70.00', dailyAmount: '9.99' }}    | ${'2026-11-09'} | ${{}}                                     | ${999}   | ${'day'}            | ${'the tightest applies: the day'}
		${{ weeklyAmount: '70.00', dailyAmount: '10.01' }}   | ${'2026-11-09'} | ${{}}                                     | ${1000}  | ${'week'}           | ${'the tightest applies: the week'}
		${{ weeklyAmount: '70.00', dailyAmount: '10.00' }}   | ${'2026-11-09'} | ${{}}                                     | ${1000}  | ${'day'}            | ${'if both are equal, the shorter period is named'}
		${{ weeklyAmount: '70.00', monthlyAmount: '60.00' }} | ${TODAY}        | ${{}}                                     | ${300}   | ${'month'}          | ${'the tightest applies: the month'}
	`('$amounts on $date after $spent is $amount from the $from: $because', (row) => {
		const { amounts, date, spent, amount, from } = row;
		const today = date < TODAY ? date : TODAY;
		expect(dayTarget({ definition: definitionOf(amounts), days: spending(spent), date, today }, EQUAL)).toMatchObject({
			amount,
			from,
		});
	});

	test.each`
		weights                                                    | date            | spentToday | amount  | because
		${{ of: (date: string) => (date === TODAY ? 3 : 1) }}      | ${TODAY}        | ${10}      | ${3000} | ${'three of seven parts of 70.00'}
		${{ of: (date: string) => (date === TODAY ? 3 : 1) }}      | ${'2026-11-12'} | ${10}      | ${1000} | ${'one of seven parts'}
		${{ of: () => 0 }}                                         | ${TODAY}        | ${10}      | ${1400} | ${'without weights all days are equal'}
		${{ of: (date: string) => Number(date === '2026-11-15') }} | ${TODAY}        | ${10}      | ${0}    | ${'a day without weight gets nothing'}
		${{ of: () => 1, restOfToday: () => 1 }}                   | ${TODAY}        | ${10}      | ${2200} | ${'10.00 spent and a fifth of the rest'}
		${{ of: () => 1, restOfToday: () => 0 }}                   | ${TODAY}        | ${10}      | ${1000} | ${'no traffic to come: what is spent'}
		${{ of: () => 1, restOfToday: () => 2 }}                   | ${TODAY}        | ${10}      | ${3000} | ${'10.00 spent and two of six parts of the rest'}
		${{ of: () => 1, restOfToday: () => 2 }}                   | ${'2026-11-12'} | ${10}      | ${1000} | ${'one of six parts of what today has not spent'}
		${{ of: () => 1, restOfToday: () => 9 }}                   | ${'2026-11-17'} | ${10}      | ${1000} | ${'today does not affect the next week'}
		${{ of: () => 1, restOfToday: () => 1 }}                   | ${TODAY}        | ${0.016}   | ${1402} | ${'2 cents after rounding, and a fifth of 69.98'}
		${{ of: () => 1, restOfToday: () => 1 }}                   | ${TODAY}        | ${80}      | ${8000} | ${'all is spent: what is spent'}
	`('a week of 70.00 on $date: $because', ({ weights, date, spentToday, amount }) => {
		const days = spending({ [TODAY]: spentToday });
		const definition = definitionOf({ weeklyAmount: '70.00' });
		expect(
			dayTarget({ definition, days, date, today: TODAY }, spreadByWeight(weights, 'EUR', { today: TODAY })).amount,
		).toBe(amount);
	});

	test('all targets that include a day are listed, whichever is the tightest', () => {
		const definition = definitionOf({
			dailyAmount: '1.00',
			weeklyAmount: '70.00',
			monthlyAmount: '300.00',
			flight: FLIGHT,
		});
		const days = spending({ '2026-11-01': 3.001, '2026-11-09': 2, '2026-11-10': 1, '2026-11-11': 5 });
		const periodsOn = (date: string) => dayTarget({ definition, days, date, today: TODAY }, EQUAL).periods;
		expect(periodsOn(TODAY)).toEqual([
			{
				horizon: 'week',
				period: { start: '2026-11-09', end: '2026-11-15' },
				target: 7000,
				spreadFrom: TODAY,
				spentBefore: 300,
			},
			{
				horizon: 'month',
				period: { start: '2026-11-01', end: '2026-11-30' },
				target: 30_000,
				spreadFrom: TODAY,
				spentBefore: 601,
			},
			{
				horizon: 'flight',
				period: { start: FLIGHT.start, end: FLIGHT.end },
				target: 40_000,
				spreadFrom: TODAY,
				spentBefore: 100,
			},
		]);
		expect(periodsOn('2026-11-14').map(({ horizon }) => horizon)).toEqual(['week', 'month']);
		expect(periodsOn('2026-11-17')[0]).toMatchObject({
			spreadFrom: '2026-11-16',
			spentBefore: 0,
		});
	});
});

describe('hourly minima', () => {
	const fits = (special: Parameters<typeof definitionOf>[0]) => () =>
		assertMinimaFit(definitionOf(special), '2026-02-01');

	test.each`
		definition                                                                                                     | because
		${{ dailyAmount: '24.00', limits: { minHourlyAmount: '1.00' } }}                                               | ${'24 hours need the whole day'}
		${{ weeklyAmount: '168.00', limits: { minHourlyAmount: '1.00' } }}                                             | ${'seven days of 24 hours'}
		${{ monthlyAmount: '672.00', limits: { minHourlyAmount: '1.00' } }}                                            | ${'28 days of 24 hours'}
		${{ dailyAmount: '24.00', limits: { minHourlyShare: 1 / 24 } }}                                                | ${'24 shares are exactly the day'}
		${{ dailyAmount: '24.00', limits: { minHourlyAmount: '1.00', maxHourlyShare: 1 / 24 } }}                       | ${'a minimum may equal the maximum'}
		${{ dailyAmount: '24.00', limits: { minHourlyShare: 0.04, maxHourlyAmount: '0.96' } }}                         | ${'a share may equal an amount'}
		${{ dailyAmount: '24.00', limits: { maxHourlyAmount: '0.01' } }}                                               | ${'a maximum alone can always be kept'}
		${{ flight: { start: '2026-03-01', end: '2026-03-09', amount: '1.00' }, limits: { minHourlyAmount: '1.00' } }} | ${'outside a flight days have no amount to compare with'}
	`('the limits of $definition fit: $because', ({ definition }) => {
		expect(fits(definition)).not.toThrow();
	});

	test.each`
		definition                                                                                                 | message                                                                                                               | because
		${{ dailyAmount: '24.00', limits: { minHourlyAmount: '1.01' } }}                                           | ${"The limits cannot be kept: 24 hours with a 'Minimum per Hour' of 1.01 need 24.24 EUR, but a day has 24.00 EUR"}    | ${'24 minima are more than the day'}
		${{ dailyAmount: '24.00', utilizationTarget: 0.5, limits: { minHourlyAmount: '0.51' } }}                   | ${"The limits cannot be kept: 24 hours with a 'Minimum per Hour' of 0.51 need 12.24 EUR, but a day has 12.00 EUR"}    | ${'the utilization target is half'}
		${{ dailyAmount: '99', weeklyAmount: '168', limits: { minHourlyAmount: '1.01' } }}                         | ${"The limits cannot be kept: 24 hours with a 'Minimum per Hour' of 1.01 need 24.24 EUR, but a day has 24.00 EUR"}    | ${'the tightest amount applies'}
		${{ dailyAmount: '24.00', limits: { minHourlyAmount: '1.0001' } }}                                         | ${"The limits cannot be kept: 24 hours with a 'Minimum per Hour' of 1.0001 need 24.24 EUR, but a day has 24.00 EUR"}  | ${'minima are rounded up'}
		${{ dailyAmount: '10.00', openHours: [{ from: '08:00', to: '18:30' }], limits: { minHourlyAmount: '1' } }} | ${"The limits cannot be kept: 10.5 hours with a 'Minimum per Hour' of 1 need 10.50 EUR, but a day has 10.00 EUR"}     | ${'closed hours need none'}
		${{ dailyAmount: '24.00', limits: { minHourlyShare: 0.05 } }}                                              | ${"The limits cannot be kept: 24 hours with a 'Minimum Share per Hour' of 5% are more than the whole day"}            | ${'24 shares are more than one'}
		${{ dailyAmount: '24.00', limits: { minHourlyAmount: '1.00', maxHourlyShare: 0.04 } }}                     | ${'The limits cannot be kept: an hour may have at least 1.00 EUR by its minimum and at most 0.96 EUR by its maximum'} | ${'an amount above a share'}
		${{ dailyAmount: '24.00', limits: { minHourlyShare: 0.0405, maxHourlyAmount: '0.959' } }}                  | ${'The limits cannot be kept: an hour may have at least 0.98 EUR by its minimum and at most 0.95 EUR by its maximum'} | ${'a share above an amount: rounded outwards'}
	`('the limits of $definition do not fit: $because', ({ definition, message }) => {
		expect(fits(definition)).toThrow(message);
	});

	test.each`
		limits                                            | description
		${{ minHourlyAmount: '1.01' }}                    | ${"Lower 'Minimum per Hour' or raise the budget."}
		${{ minHourlyShare: 0.05 }}                       | ${"Lower 'Minimum Share per Hour' to at most 4.16%."}
		${{ minHourlyAmount: '1', maxHourlyShare: 0.04 }} | ${'Lower the minimum or raise the maximum; one of each pair is an amount, the other a share of the day.'}
	`('$limits are rejected with advice: $description', ({ limits, description }) => {
		const create = () => createState({ budgetId: 'b', currency: 'EUR', timeZone: 'UTC', dailyAmount: '24.00', limits });
		expect(create).toThrow(expect.objectContaining({ name: 'UserError', description }));
	});
});
