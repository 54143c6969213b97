import fc from 'fast-check';

import {
	checkExhaustion,
	createState,
	definitionNotes,
	ingest,
	MONTHS,
	optimizeAllocation,
	pacingStatus,
	STRATEGIES,
} from '../../../src/index';
import { type DayTotal, NO_RESULTS } from '../../../src/ledger/dayTotals';
import { toMinorUnits } from '../../../src/money/minorUnits';
import { dayTarget } from '../../../src/plan/dayTarget';
import { spreadByWeight } from '../../../src/plan/spreadByWeight';
import { amountIn, scene } from '../../support/arbitraries';
import { DAY_MS, HOUR_MS, hourly } from '../../support/deliveries';
import { RUNS } from '../../support/runs';
import { definitionOf } from './certainLearning';

const FEW = { ...RUNS, numRuns: Math.ceil(RUNS.numRuns / 4) };

const QUARTER = { quarterlyAmount: '9200.00' };
const YEAR = { yearlyAmount: '36500.00' };
const FISCAL = { ...YEAR, yearStart: 'april' };

describe('what a day may spend, in cents', () => {
	test.each`
		definition                                                                            | date            | spent                                         | amount    | from         | because
		${QUARTER}                                                                            | ${'2026-10-01'} | ${{}}                                         | ${10_000} | ${'quarter'} | ${'an even day of 92'}
		${QUARTER}                                                                            | ${'2026-12-31'} | ${{ '2026-11-29': 9000 }}                     | ${20_000} | ${'quarter'} | ${'the last day has what is left'}
		${QUARTER}                                                                            | ${'2027-01-01'} | ${{ '2026-11-29': 9000 }}                     | ${10_222} | ${'quarter'} | ${'a new quarter of 90 days begins'}
		${{ ...QUARTER, rollover: { maxShare: 1 } }}                                          | ${'2027-01-01'} | ${{ '2026-11-29': 8300 }}                     | ${11_222} | ${'quarter'} | ${'900.00 of the quarter before were unspent'}
		${YEAR}                                                                               | ${'2026-01-01'} | ${{}}                                         | ${10_000} | ${'year'}    | ${'an even day of 365'}
		${{ ...YEAR, rollover: { maxShare: 1 } }}                                             | ${'2027-01-01'} | ${{ '2026-11-29': 100 }}                      | ${10_000} | ${'year'}    | ${'a year rolls nothing over'}
		${FISCAL}                                                                             | ${'2027-03-31'} | ${{ '2026-03-31': 999, '2026-04-01': 36000 }} | ${50_000} | ${'year'}    | ${'the last day of a year from April'}
		${{ ...QUARTER, monthlyAmount: '1500.00' }}                                           | ${'2026-11-01'} | ${{ '2026-10-15': 200 }}                      | ${5_000}  | ${'month'}   | ${'the tightest applies'}
		${{ ...QUARTER, monthlyAmount: '6000.00' }}                                           | ${'2026-12-01'} | ${{ '2026-10-15': 8580 }}                     | ${2_000}  | ${'quarter'} | ${'two dear months leave the third little'}
		${{ ...QUARTER, amountsFrom: [{ from: '2027-01-01', quarterlyAmount: '18000.00' }] }} | ${'2027-01-01'} | ${{ '2026-11-29': 9000 }}                     | ${20_000} | ${'quarter'} | ${'the next quarter has another amount'}
		${{ ...QUARTER, amountsFrom: [{ from: '2027-01-01', yearlyAmount: '36500.00' }] }}    | ${'2027-01-01'} | ${{ '2026-11-29': 9000 }}                     | ${10_000} | ${'year'}    | ${'a year that begins is one more limit'}
	`('$definition on $date is $amount: $because', ({ definition, date, spent, amount, from }) => {
		const days = new Map<string, DayTotal>(
			Object.entries({ '2026-01-01': 0, ...spent }).map(([day, spend]) => [
				day,
				{ ...NO_RESULTS, spend: Number(spend) * 1_000_000 },
			]),
		);
		const context = { definition: definitionOf(definition), days, date, today: date };
		expect(dayTarget(context, spreadByWeight({ of: () => 1 }, 'EUR', { today: date }))).toMatchObject({ amount, from });
	});
});

/** On the last day of a period a daily budget may be this multiple of what the day may spend, where less than it is expected to be spent. */
const OFFER_OF_LAST_DAY = 1.15;

test('no plan exceeds what is left of the quarter or the year, or the offer of its last day', () => {
	const budget = scene.chain((one) =>
		fc.record({
			one: fc.constant(one),
			amounts: fc.record(
				{
					quarterlyAmount: amountIn(one.definition.currency, 1_000, 400_000),
					yearlyAmount: amountIn(one.definition.currency, 4_000, 1_600_000),
				},
				{ requiredKeys: ['quarterlyAmount'] },
			),
			yearStart: fc.constantFrom(...MONTHS),
			strategy: fc.constantFrom(...STRATEGIES),
			control: fc.constantFrom('bid-multiplier' as const, 'daily-budget' as const),
		}),
	);
	fc.assert(
		fc.property(budget, ({ one, amounts, yearStart, strategy, control }) => {
			const { definition, windows, nowMs } = one;
			const defined = { ...definition, dailyAmount: undefined, limits: {}, ...amounts, yearStart, control };
			const { state } = ingest(createState(defined), windows, nowMs);
			const { plan } = optimizeAllocation(state, { strategy, nowMs });
			const { horizons, day } = pacingStatus(state, { nowMs });
			const units = (amount: string | number) => toMinorUnits(amount, definition.currency, 'nearest');
			for (const horizon of ['quarter', 'year'] as const) {
				const forecast = horizons[horizon];
				if (forecast === undefined) continue;
				expect(units(forecast.target)).toBe(units(amounts[`${horizon}lyAmount`]!));
				const left = units(forecast.target) - units(forecast.spent) - units(forecast.assumed ?? 0);
				const isGone = units(day.spent) + units(day.unreported.mean);
				const isOffer = control === 'daily-budget' && forecast.daysLeft === 1;
				const offer = isOffer ? OFFER_OF_LAST_DAY * (left + units(day.spent)) : 0;
				expect(units(plan.dayAmount)).toBeLessThanOrEqual(Math.max(Math.max(0, left) + isGone, offer) + 1);
			}
		}),
		FEW,
	);
});

const START = Date.parse('2026-10-01T00:00:00Z');

/** 100.00 a day from October on, with a day of unknown history before. */
const spending = (definition: object, days: number, perDay: number) => {
	const base = { budgetId: 'b', currency: 'EUR', timeZone: 'UTC', ...definition };
	const nowMs = START + days * DAY_MS + 12 * HOUR_MS + 20 * 60_000;
	const windows = hourly(START - DAY_MS, (days + 1) * 24 + 12, () => ({ spend: perDay / 24 }));
	return { ...ingest(createState(base), windows, nowMs), nowMs };
};

test.each`
	perDay | days  | kind               | message                                                                                                         | because
	${150} | ${40} | ${'quarter-over'}  | ${/^The quarter is projected at €13,\d{3}.\d\d .* of €9,200.00. From today on, €\d+.\d\d a day would meet it$/} | ${'half as much again'}
	${60}  | ${40} | ${'quarter-under'} | ${/^The quarter is projected at €5,\d{3}.\d\d .* of €9,200.00. From today on, it takes/}                        | ${'too little'}
	${200} | ${46} | ${'quarter-over'}  | ${/^The quarterly budget of €9,200.00 is exceeded by €\d+.\d\d; nothing is left until .*1 January$/}            | ${'it is gone before its last day'}
`('a quarter of 9,200.00 at $perDay a day is told as $kind: $because', ({ perDay, days, kind, message }) => {
	let { state, nowMs } = spending(QUARTER, days - 2, perDay);
	let alerts: readonly { kind: string; state: string; message: string }[] = [];
	for (const later of [days - 1, days]) {
		({ nowMs } = spending(QUARTER, later, perDay));
		state = { ...spending(QUARTER, later, perDay).state, alerts: state.alerts };
		const checked = checkExhaustion(state, { nowMs });
		state = checked.state;
		alerts = checked.exhaustion.alerts;
	}
	expect(alerts.find((alert) => alert.kind === kind)).toMatchObject({
		state: 'firing',
		message: expect.stringMatching(message),
	});
});

test.each`
	definition                                        | message                                                  | because
	${{ quarterlyAmount: '9000', dailyAmount: '90' }} | ${/a quarter comes to at most €8,218.\d\d of €9,000.00/} | ${'90.00 on 91 days'}
	${{ yearlyAmount: '36500', dailyAmount: '100' }}  | ${/so a year will miss €36,500.00/}                      | ${'no room to make up for a day'}
`('$definition: $because', ({ definition, message }) => {
	const { state } = spending(definition, 1, 10);
	expect(definitionNotes(state.definition).map((note) => note.message)).toEqual([expect.stringMatching(message)]);
});
