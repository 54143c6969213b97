import fc from 'fast-check';

import {
	type BudgetDefinitionInput,
	createState,
	ingest,
	normaliseRows,
	optimizeAllocation,
	type PacingState,
	readState,
	updateDefinition,
} from '../../../src/index';
import { deliveredHours } from '../../../src/ledger/ledger';
import { fromMicros } from '../../../src/money/micros';
import { DAY_MS, HOUR_MS } from '../../support/deliveries';
import { type Fields, google } from '../../support/reportRows';
import { RUNS } from '../../support/runs';

/** Cases are few, because ingesting a report also updates the models. */
const FEWER_RUNS = { ...RUNS, numRuns: Math.min(RUNS.numRuns, 100) };

const DAY = Date.UTC(2026, 10, 22);
const NOON = DAY + 12 * HOUR_MS;

const EURO: BudgetDefinitionInput = { budgetId: 'b', currency: 'EUR', timeZone: 'UTC', dailyAmount: '1000.00' };
const at = (usd: number | string, more: object = {}): BudgetDefinitionInput => ({
	...EURO,
	exchangeRates: { USD: usd, ...more },
});

/** A row of a Google account in dollars, with a cost of 1.00 by default. */
const dollars = (changes: Readonly<Record<string, Fields>> = {}) =>
	google({ ...changes, customer: { currencyCode: 'USD', timeZone: 'UTC', ...changes['customer'] } });

/** A row of a table in minor units, which the yen does not have, and its window with the yen at 0.0061 euros. */
const MAPPED = {
	row: { from: '2026-11-22T09:00Z', cost: 1234, value: 1000, money: 'JPY' },
	fields: { start: 'from', spend: 'cost', revenue: 'value', currency: 'money', spendUnit: 'minor' },
	window: { spend: '7.5274', revenue: '6.1' },
} as const;

describe('a row in another currency', () => {
	const JPY = { JPY: '0.0061' };

	test('of mapped columns is converted, and unreported metrics stay unknown', () => {
		const { row, fields, window } = MAPPED;
		const { windows, rejected } = normaliseRows([row], { fields, budget: { ...EURO, exchangeRates: JPY } });
		expect(rejected).toEqual([]);
		expect(windows).toMatchObject([{ ...window, exchangeRate: 0.0061 }]);
		expect(windows[0]).not.toHaveProperty('conversions');
	});

	test('of mapped columns is rejected without an exchange rate, and the reason says where to add one', () => {
		const { windows, rejected } = normaliseRows([MAPPED.row], { fields: MAPPED.fields, budget: at('0.92') });
		expect(windows).toEqual([]);
		expect(rejected).toMatchObject([
			{
				reason:
					"The currency of the row is JPY, but that of the budget is EUR: add JPY to 'Exchange Rates' in Pacing Budget to convert such rows",
			},
		]);
	});

	test.each`
		currency         | because
		${'usd'}         | ${'codes are capitals'}
		${'constructor'} | ${'a property of every object is not a currency'}
		${'__proto__'}   | ${'this is not one either'}
		${'US Dollar'}   | ${'a name is not a code'}
		${5}             | ${'a number is not a code'}
		${{}}            | ${'an object is not a code'}
	`('that is $currency is rejected with any rates: $because', ({ currency }) => {
		const row = dollars({ customer: { currencyCode: currency } });
		const { windows, rejected } = normaliseRows([row], { budget: at('0.92') });
		expect(windows).toEqual([]);
		expect(rejected[0]!.reason).toMatch(/^The currency of the row is .*, but that of the budget is EUR$/);
	});

	test('is that of the budget if the row names none', () => {
		const { windows } = normaliseRows([dollars({ customer: { currencyCode: undefined } })], { budget: at('0.92') });
		expect(windows).toMatchObject([{ spend: '1' }]);
		expect(windows[0]).not.toHaveProperty('exchangeRate');
	});

	describe('if the row names none but the report currency is stated', () => {
		const unnamed = dollars({ customer: { currencyCode: undefined } });
		test.each`
			row                                               | reportCurrency | spend     | because
			${unnamed}                                        | ${'USD'}       | ${'0.92'} | ${'the query did not select it'}
			${dollars({ customer: { currencyCode: 'EUR' } })} | ${'USD'}       | ${'1'}    | ${'the currency of the row takes precedence'}
		`('is the one stated: $because', ({ row, reportCurrency, spend }) => {
			const { windows, rejected } = normaliseRows([row], { budget: at('0.92'), reportCurrency });
			expect(rejected).toEqual([]);
			expect(windows).toMatchObject([{ spend }]);
		});

		test('is rejected without an exchange rate', () => {
			const { windows, rejected } = normaliseRows([unnamed], { budget: EURO, reportCurrency: 'USD' });
			expect(windows).toEqual([]);
			expect(rejected).toMatchObject([
				{ reason: expect.stringMatching(/row is USD, but .* add USD to 'Exchange Rates'/) },
			]);
		});
	});

	test('and a row in the budget currency belong to two accounts, so they are rejected if no campaign distinguishes them', () => {
		const nameless = (currencyCode: string) =>
			google({ customer: { currencyCode, timeZone: 'UTC', resourceName: currencyCode }, campaign: { id: undefined } });
		const { windows, rejected } = normaliseRows([nameless('USD'), nameless('EUR')], { budget: at('0.92') });
		expect(windows).toEqual([]);
		expect(rejected.map(({ reason }) => reason)).toEqual(
			Array(2).fill('Rows of the same campaign and hour come in different currencies: add the campaign to the report'),
		);
	});

	test('with a converted amount above the maximum of 9 billion is rejected', () => {
		const { windows, rejected } = normaliseRows([dollars({ metrics: { costMicros: '8000000000000000' } })], {
			budget: at('2'),
		});
		expect(windows).toEqual([]);
		expect(rejected[0]!.reason).toMatch(/more than the maximum of 9 billion/);
	});
});

/** Rates from a millionth to a thousand with six digits. */
const rate = fc
	.tuple(fc.integer({ min: 1, max: 999_999 }), fc.integer({ min: 3, max: 6 }))
	.map(([digits, shift]) =>
		new Intl.NumberFormat('en', { useGrouping: false, maximumFractionDigits: 6 }).format(digits / 10 ** shift),
	);
const micros = fc.integer({ min: 0, max: 1_000_000_000_000 });

/** round(micros x rate) in integer arithmetic, halves up. */
const exactly = (amount: number, rateText: string): bigint => {
	const [whole, decimals = ''] = rateText.split('.') as [string, string?];
	const scale = 10n ** BigInt(decimals.length);
	return (2n * BigInt(amount) * BigInt(whole + decimals) + scale) / (2n * scale);
};

describe('for any rows and rates', () => {
	test('parts of an hour are added up, then converted and rounded once', () => {
		fc.assert(
			fc.property(fc.array(micros, { minLength: 1, maxLength: 6 }), rate, (amounts, usd) => {
				const rows = amounts.map((costMicros, position) => ({
					...dollars({ metrics: { costMicros: String(costMicros) } }),
					adGroup: { id: String(position) },
				}));
				const { windows } = normaliseRows(rows, { budget: at(usd) });
				const total = amounts.reduce((sum, amount) => sum + amount, 0);
				expect(windows).toMatchObject([{ spend: fromMicros(Number(exactly(total, usd))).toFixed() }]);
			}),
			RUNS,
		);
	});

	test('the sum of windows is within half a micro per window of the converted sum, and doubling every amount doubles it within the same error', () => {
		const spendOf = (amounts: readonly number[], usd: string) => {
			const rows = amounts.map((costMicros, hour) =>
				dollars({ metrics: { costMicros: String(costMicros) }, segments: { hour } }),
			);
			const { windows } = normaliseRows(rows, { budget: at(usd) });
			return deliveredHours(ingest(createState(at(usd)), windows, DAY + DAY_MS).state.ledger).reduce(
				(sum, { spend }) => sum + spend,
				0,
			);
		};
		fc.assert(
			fc.property(fc.array(micros, { minLength: 1, maxLength: 12 }), rate, (amounts, usd) => {
				const total = amounts.reduce((sum, amount) => sum + amount, 0);
				const spend = spendOf(amounts, usd);
				expect(Math.abs(spend - Number(exactly(total, usd)))).toBeLessThanOrEqual(amounts.length / 2 + 0.5);
				const doubled = spendOf(
					amounts.map((amount) => 2 * amount),
					usd,
				);
				expect(Math.abs(doubled - 2 * spend)).toBeLessThanOrEqual(1.5 * amounts.length);
			}),
			FEWER_RUNS,
		);
	});

	test('the same report with the same rate changes nothing', () => {
		fc.assert(
			fc.property(fc.array(micros, { minLength: 1, maxLength: 12 }), rate, (amounts, usd) => {
				const rows = amounts.map((costMicros, hour) =>
					dollars({ metrics: { costMicros: String(costMicros) }, segments: { hour } }),
				);
				const { windows } = normaliseRows(rows, { budget: at(usd) });
				const once = ingest(createState(at(usd)), windows, DAY + DAY_MS).state;
				const stored = readState(JSON.parse(JSON.stringify(once)));
				const again = ingest(stored, normaliseRows(rows, { budget: at(usd) }).windows, DAY + DAY_MS);
				expect(again.report).toEqual({ accepted: 0, replaced: 0, unchanged: amounts.length, rejected: [] });
				expect(again.state).toEqual(once);
			}),
			FEWER_RUNS,
		);
	});
});

/** A budget with an exchange rate. */
const read = (state: PacingState, rows: readonly unknown[], definition: BudgetDefinitionInput, nowMs: number) => {
	const current = updateDefinition(state, definition);
	return ingest(current, normaliseRows(rows, { budget: definition }).windows, nowMs);
};
const spends = (state: PacingState) => deliveredHours(state.ledger).map(({ spend }) => spend / 1_000_000);

describe('when the rate changes, hours with absolute figures', () => {
	const nine = dollars({ metrics: { costMicros: '10000000' }, segments: { hour: 9 } });
	const ten = dollars({ metrics: { costMicros: '20000000' }, segments: { hour: 10 } });
	const before = read(createState(at('0.92')), [nine], at('0.92'), NOON).state;

	test('keep the rate at which they were ingested until they are ingested again', () => {
		expect(spends(before)).toEqual([9.2]);
		const kept = read(before, [ten], at('0.95'), NOON).state;
		expect(spends(kept)).toEqual([9.2, 19]);
		const anew = read(kept, [nine, ten], at('0.95'), NOON);
		expect(anew.report).toMatchObject({ replaced: 1, unchanged: 1 });
		expect(spends(anew.state)).toEqual([9.5, 19]);
	});

	test('are not mistaken for late spend', () => {
		const { state } = read(before, [nine], at('0.95'), NOON);
		expect(state.ledger.spendArrivals!.added.reduce((sum, added) => sum + added, 0)).toBeCloseTo(0, 9);
	});
});

describe('when the rate changes, changes of an hour', () => {
	const record = (id: string, cost: number) => ({
		idempotency_id: id,
		currency: 'USD',
		campaign_id: '7',
		time_window_start: '2026-11-22T09:00:00Z',
		cost,
	});
	const before = read(createState(at('0.92')), [record('a', 10)], at('0.92'), NOON).state;

	test.each`
		records                              | expected  | because
		${[record('a', 10)]}                 | ${[9.2]}  | ${'a duplicate counts once, at any rate'}
		${[record('b', 5)]}                  | ${[13.8]} | ${'the hour keeps its rate: 15 dollars at 0.92'}
		${[record('b', -10)]}                | ${[0]}    | ${'a correction cancels exactly what was counted'}
		${[record('b', -4), record('c', 1)]} | ${[6.44]} | ${'7 dollars are left'}
	`('$records add up to $expected: $because', ({ records, expected }) => {
		const { state, report } = read(before, records as unknown[], at('0.95'), NOON);
		expect(report.rejected).toEqual([]);
		expect(spends(state)).toEqual(expected);
	});

	test('cancel to 0 when one reverses several, although each was rounded', () => {
		const parts = ['a', 'b', 'c'].map((id) => record(id, 0.333333));
		const taken = read(createState(at('0.92')), parts, at('0.92'), NOON).state;
		const { state, report } = read(taken, [record('d', -0.999999)], at('0.92'), NOON);
		expect(report.rejected).toEqual([]);
		expect(spends(state)).toEqual([0]);
	});

	test('that subtract more than was delivered are rejected at any new rate', () => {
		const { state, report } = read(before, [record('b', -10.01)], at('0.5'), NOON);
		expect(report.rejected).toMatchObject([{ reason: expect.stringMatching(/subtracts more than was delivered/) }]);
		expect(spends(state)).toEqual([9.2]);
	});

	test('that reverse everything leave 0, for any amounts and rate changes up to a hundredfold', () => {
		const factor = fc.integer({ min: -200, max: 200 }).map((hundredths) => 10 ** (hundredths / 100));
		fc.assert(
			fc.property(fc.array(fc.nat(1e9), { minLength: 1, maxLength: 5 }), rate, factor, (amounts, first, times) => {
				const second = Number((Number(first) * times).toPrecision(9));
				const records = amounts.map((amount, position) => record(`+${position}`, amount / 1e6));
				const taken = read(createState(at(first)), records, at(first), NOON).state;
				const back = amounts.map((amount, position) => record(`-${position}`, -amount / 1e6));
				const { state, report } = read(taken, back, at(second), NOON);
				expect(report.rejected).toEqual([]);
				expect(deliveredHours(state.ledger)[0]!.spend).toBeLessThanOrEqual(1000);
			}),
			FEWER_RUNS,
		);
	});
});

describe('when the rate changes, running totals of a day', () => {
	const total = (spend: string, revenue?: string) => ({
		account_currency: 'USD',
		campaign_id: '7',
		date_start: '2026-11-22',
		date_stop: '2026-11-22',
		spend,
		...(revenue !== undefined && { action_values: [{ action_type: 'omni_purchase', value: revenue }] }),
	});
	const early = DAY + 2 * HOUR_MS;
	const before = read(createState(at('0.92')), [total('100', '500')], at('0.92'), early).state;

	test.each`
		spend    | nowMs              | expected     | because
		${'100'} | ${early}           | ${[92]}      | ${'an unchanged total adds nothing'}
		${'100'} | ${early + HOUR_MS} | ${[92, 0]}   | ${'an hour later too'}
		${'110'} | ${early + HOUR_MS} | ${[92, 9.5]} | ${'10 dollars are converted at 0.95, 100 at 0.92'}
		${'110'} | ${early}           | ${[101.2]}   | ${'additions to a known hour are converted at its rate'}
		${'75'}  | ${early + HOUR_MS} | ${[69, 0]}   | ${'75 dollars are left at 0.92'}
		${'0'}   | ${early + HOUR_MS} | ${[0, 0]}    | ${'everything was reversed'}
	`('$spend dollars are $expected: $because', ({ spend, nowMs, expected }) => {
		const { state } = read(before, [total(spend as string)], at('0.95'), nowMs as number);
		expect(spends(state)).toEqual(expected);
	});

	test('treat revenue the same, and record the rate of each hour', () => {
		const { state } = read(before, [total('100', '700')], at('0.95'), early + HOUR_MS);
		expect(deliveredHours(state.ledger)).toMatchObject([
			{ revenue: 460_000_000, exchangeRate: 0.92 },
			{ revenue: 190_000_000, exchangeRate: 0.95 },
		]);
	});

	test('convert every dollar at the rate in force when it was first reported', () => {
		const reading = fc.record({ cents: fc.integer({ min: 0, max: 100_000 }), usd: rate });
		fc.assert(
			fc.property(fc.array(reading, { minLength: 1, maxLength: 12 }), (readings) => {
				let state = createState(at('1'));
				let cents = 0;
				let expected = 0;
				readings.forEach((next, position) => {
					cents += next.cents;
					expected += (next.cents / 100) * Number(next.usd);
					const nowMs = DAY + (position + 1) * HOUR_MS;
					({ state } = read(state, [total((cents / 100).toFixed(2))], at(next.usd), nowMs));
					const again = read(state, [total((cents / 100).toFixed(2))], at(next.usd), nowMs);
					expect(again.state.ledger).toEqual(state.ledger);
				});
				const got = deliveredHours(state.ledger).reduce((sum, { spend }) => sum + spend, 0);
				const rates = readings.map(({ usd }) => Number(usd));
				const roundings = (2 * (readings.length + 1) * Math.max(...rates)) / Math.min(...rates);
				expect(Math.abs(got - expected * 1e6)).toBeLessThanOrEqual(roundings + expected * 1e-6);
			}),
			FEWER_RUNS,
		);
	});
});

test('every hour keeps its rate in stored state', () => {
	const hour = (at: number, exchangeRate?: number) => ({
		campaignId: '7',
		startMs: DAY + at * HOUR_MS,
		endMs: DAY + (at + 1) * HOUR_MS,
		spend: '1',
		...(exchangeRate !== undefined && { exchangeRate }),
	});
	const rates = [undefined, 0.92, 0.92, 0.95, undefined, undefined, 0.92];
	const { state } = ingest(createState(EURO), rates.map((exchangeRate, at) => hour(at, exchangeRate)).reverse(), NOON);
	const stored = readState(JSON.parse(JSON.stringify(state)));
	expect(deliveredHours(stored.ledger).map(({ exchangeRate }) => exchangeRate ?? undefined)).toEqual(rates);
});

test('decisions depend only on the converted amounts', () => {
	const planned = (exchangeRate?: number) => {
		const window = { campaignId: '7', startMs: DAY, endMs: DAY + HOUR_MS, spend: '9.20', clicks: 4, conversions: 1 };
		const { state } = ingest(createState(EURO), [{ ...window, ...(exchangeRate && { exchangeRate }) }], NOON);
		return optimizeAllocation(state, { strategy: 'adaptive_ml', nowMs: NOON }).plan;
	};
	expect(planned(0.92)).toEqual(planned());
});
