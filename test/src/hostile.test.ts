import {
	type BudgetDefinitionInput,
	checkExhaustion,
	createState,
	ingest,
	normaliseRows,
	optimizeAllocation,
	type PacingState,
	parse,
	PerformanceWindow,
	readState,
	type Strategy,
	updateDefinition,
	UserError,
} from '../../src/index';
import { DAY_MS, deepFreeze, HOUR_MS, hourly } from '../support/deliveries';

const NOW = Date.UTC(2026, 10, 23, 12);
const START = NOW - 2 * HOUR_MS;

const DEFINITION = { budgetId: 'b', currency: 'EUR', timeZone: 'Europe/Berlin', dailyAmount: '1000.00' } as const;

const state = deepFreeze(
	ingest(
		createState(DEFINITION),
		hourly(NOW - 3 * DAY_MS, 70, () => ({ spend: '40.00' })),
		NOW,
	).state,
);

/** A document as it lies in a table, changed in one place. */
const stored = (changes: Readonly<Record<string, unknown>>): unknown => ({ ...copy(state), ...changes });
const copy = (value: PacingState) => JSON.parse(JSON.stringify(value)) as Record<string, unknown>;

const nested = (depth: number): unknown => JSON.parse('{"a":'.repeat(depth) + '1' + '}'.repeat(depth));

/** What came of a call: the reasons of its rejections, or its error in words. */
function outcomeOf(call: () => readonly string[]): readonly string[] {
	try {
		return call();
	} catch (error) {
		expect(error instanceof UserError || error instanceof RangeError).toBe(true);
		if (error instanceof UserError) expect(error.description).not.toBe('');
		return [(error as Error).message];
	}
}

const create = (changes: Readonly<Record<string, unknown>>) => () => {
	createState({ ...DEFINITION, ...changes } as BudgetDefinitionInput);
	return [];
};
const window = (changes: Readonly<Record<string, unknown>>) =>
	windows([{ startMs: START, endMs: START + HOUR_MS, spend: '1', ...changes }]);
const windows = (given: readonly unknown[]) => () =>
	ingest(state, given as readonly PerformanceWindow[], NOW).report.rejected.map(({ reason }) => reason);
const rows = (given: readonly unknown[]) => () =>
	normaliseRows(given, { budget: DEFINITION }).rejected.map(({ reason }) => reason);
const mapped = (changes: Readonly<Record<string, unknown>>) => () =>
	normaliseRows([{ date: '2026-11-23', hour: 9, cost: '1', ...changes }], {
		budget: DEFINITION,
		fields: { date: 'date', hour: 'hour', spend: 'cost' },
	}).rejected.map(({ reason }) => reason);
const google = (metrics: unknown, rest: Readonly<Record<string, unknown>> = {}) => ({
	metrics,
	segments: { date: '2026-11-23', hour: 9 },
	...rest,
});
const read = (raw: unknown) => () => {
	readState(raw);
	return [];
};
const plan = (options: Readonly<Record<string, unknown>>) => () => {
	optimizeAllocation(state, { strategy: 'adaptive_ml', nowMs: NOW, ...options } as {
		strategy: Strategy;
		nowMs: number;
	});
	return [];
};

const ownPrototype: unknown = JSON.parse('{"__proto__":{"spent":"polluted"},"version":1}');

describe('what cannot be used is refused in words, and changes nothing', () => {
	test.each([
		// Budgets
		{ given: "a zone 'CET+1'", call: create({ timeZone: 'CET+1' }), says: /'timeZone' must be a time zone such as/ },
		{ given: 'an empty zone', call: create({ timeZone: '' }), says: /'timeZone' must be a time zone/ },
		{ given: 'a zone that does not exist', call: create({ timeZone: 'Europe/Atlantis' }), says: /'timeZone' must be/ },
		{ given: "the currency 'euro'", call: create({ currency: 'euro' }), says: /three capital letters of ISO 4217/ },
		{ given: "the currency 'XQZ'", call: create({ currency: 'XQZ' }), says: /'currency' must be/ },
		{ given: 'an amount of 0', call: create({ dailyAmount: 0 }), says: /'dailyAmount' must be above 0/ },
		{ given: 'a negative amount', call: create({ dailyAmount: -5 }), says: /'dailyAmount' must not be negative/ },
		{ given: 'an amount of NaN', call: create({ dailyAmount: NaN }), says: /'dailyAmount'/ },
		{ given: 'an infinite amount', call: create({ dailyAmount: Infinity }), says: /'dailyAmount'/ },
		{ given: 'an amount of 1e308', call: create({ dailyAmount: 1e308 }), says: /'dailyAmount'/ },
		{ given: "an amount '1,000.50'", call: create({ dailyAmount: '1,000.50' }), says: /'dailyAmount'/ },
		{ given: "an amount 'plenty'", call: create({ dailyAmount: 'plenty' }), says: /'dailyAmount'/ },
		{ given: 'an amount of half a cent', call: create({ dailyAmount: '1.005' }), says: /whole minor units of EUR/ },
		{ given: 'no amount', call: create({ dailyAmount: undefined }), says: /needs an amount/ },
		{ given: 'an empty id', call: create({ budgetId: '  ' }), says: /'budgetId' must not be empty/ },
		{ given: 'a field that does not exist', call: create({ dailyBudget: 5 }), says: /dailyBudget/ },
		{
			given: 'a flight that ends before it starts',
			call: create({ flight: { start: '2026-12-01', end: '2026-11-01', amount: 100 } }),
			says: /ends on 2026-11-01, before it starts on 2026-12-01/,
		},
		{
			given: 'a flight of two years',
			call: create({ flight: { start: '2026-01-01', end: '2027-12-31', amount: 100 } }),
			says: /lasts 730 days: at most 366/,
		},
		{
			given: 'a flight from a day that does not exist',
			call: create({ flight: { start: '2026-02-30', end: '2026-03-31', amount: 100 } }),
			says: /must be a date such as/,
		},
		{
			given: 'minima of more than the day',
			call: create({ limits: { minHourlyAmount: 50 } }),
			says: /24 hours with a 'Minimum per Hour' of 50 need 1200.00 EUR, but a day has 1000.00 EUR/,
		},
		{
			given: 'minimum shares of more than the day',
			call: create({ limits: { minHourlyShare: 0.05 } }),
			says: /'Minimum Share per Hour' of 5% are more than the whole day/,
		},
		{
			given: 'a minimum above the maximum',
			call: create({ limits: { minHourlyAmount: 30, maxHourlyAmount: 20 } }),
			says: /'Minimum per Hour' of 30 above the 'Maximum per Hour' of 20/,
		},
		{
			given: 'a minimum share above the maximum share',
			call: create({ limits: { minHourlyShare: 0.03, maxHourlyShare: 0.02 } }),
			says: /'Minimum Share per Hour' of 3% above the 'Maximum Share per Hour' of 2%/,
		},
		{
			given: 'a minimum amount above the maximum share',
			call: create({ limits: { minHourlyAmount: 40, maxHourlyShare: 0.02 } }),
			says: /at least 40.00 EUR by its minimum and at most 20.00 EUR by its maximum/,
		},
		{ given: 'a share of 110%', call: create({ limits: { maxHourlyShare: 1.1 } }), says: /must be at most 1/ },
		{
			given: 'another currency for a budget that has delivered',
			call: () => [updateDefinition(state, { ...DEFINITION, currency: 'USD' }).definition.currency],
			says: /cannot change its currency from EUR to USD/,
		},

		// Windows
		{ given: 'a spend of NaN', call: window({ spend: NaN }), says: /'spend' of the window/ },
		{ given: 'an infinite spend', call: window({ spend: Infinity }), says: /'spend' of the window/ },
		{ given: 'a spend of 1e308', call: window({ spend: 1e308 }), says: /'spend' of the window/ },
		{ given: 'a negative spend', call: window({ spend: -1 }), says: /'spend' of the window: must not be negative/ },
		{ given: 'a spend in words', call: window({ spend: 'ten' }), says: /'spend' of the window/ },
		{ given: 'no spend', call: window({ spend: undefined }), says: /'spend' of the window/ },
		{ given: 'clicks as text', call: window({ clicks: '20' }), says: /'clicks' of the window/ },
		{ given: 'an hour to come', call: window({ startMs: NOW, endMs: NOW + HOUR_MS }), says: /future/ },
		{
			given: 'half an hour over another',
			call: window({ startMs: START - HOUR_MS / 2, endMs: START }),
			says: /overlaps/,
		},
		{ given: 'a whole day', call: window({ startMs: START - DAY_MS, endMs: START }), says: /lasts 24 hours/ },
		{ given: 'a start of NaN', call: window({ startMs: NaN }), says: /'startMs' of the window/ },
		{ given: 'a start beyond all calendars', call: window({ startMs: 9e15, endMs: 9e15 + 1 }), says: /window|future/ },
		{ given: 'null for a window', call: windows([null]), says: /The window/ },
		{ given: 'text for a window', call: windows(['spend']), says: /The window/ },
		{ given: 'a window nested 5,000 deep', call: windows([nested(5000)]), says: /'startMs' of the window/ },
		{
			given: 'an instant of NaN for a report',
			call: () => ingest(state, [], NaN).report.rejected.map(({ reason }) => reason),
			says: /NaN is not an instant/,
		},

		// Rows
		{
			given: 'a sign for thousands or decimals',
			call: mapped({ cost: '1.000' }),
			says: /1\.000 can be 1 or 1,000: choose Number Format/,
		},
		{ given: 'two signs for decimals', call: mapped({ cost: '1,000,5' }), says: /'1,000,5', not a number/ },
		{ given: 'the sign of another currency', call: mapped({ cost: '$41.27' }), says: /but its currency is EUR/ },
		{ given: 'a number with an exponent as text', call: mapped({ cost: '1e3' }), says: /not a number/ },
		{ given: 'an empty spend', call: mapped({ cost: '' }), says: /spend is missing: 'cost' is empty/ },
		{ given: 'a negative row', call: mapped({ cost: '-3' }), says: /must not be negative/ },
		{ given: 'a row of 1e308', call: mapped({ cost: 1e308 }), says: /more than the maximum of 9 billion/ },
		{ given: 'a row of NaN', call: mapped({ cost: NaN }), says: /not a number/ },
		{ given: 'true for a spend', call: mapped({ cost: true }), says: /not a number/ },
		{ given: 'an object for a spend', call: mapped({ cost: {} }), says: /an object, not a number/ },
		{ given: 'hour 24', call: mapped({ hour: 24 }), says: /hour is '24': it must be between 0 and 23/ },
		{ given: 'hour -1', call: mapped({ hour: -1 }), says: /hour is '-1'/ },
		{ given: 'hour 9.5', call: mapped({ hour: 9.5 }), says: /hour is '9.5'/ },
		{ given: 'an empty hour', call: mapped({ hour: '' }), says: /hour is missing/ },
		{ given: 'the 30th of February', call: mapped({ date: '2026-02-30' }), says: /date is '2026-02-30': it must look/ },
		{
			given: 'a date that may begin with its month',
			call: mapped({ date: '03/11/2026' }),
			says: /can be 3 November 2026 or 11 March 2026: choose Date Format/,
		},
		{ given: 'an empty date', call: mapped({ date: '' }), says: /date is missing/ },
		{ given: 'rows of null', call: rows([null]), says: /contains texts or numbers instead of rows/ },
		{ given: 'rows of text', call: rows(['a', 'b']), says: /contains texts or numbers instead of rows/ },
		{ given: 'null among rows', call: rows([google({ costMicros: '1' }), null]), says: /not a row of Google Ads/ },
		{ given: 'rows without fields', call: rows([{}]), says: /format of the rows is unknown.*\(none\)/ },
		{ given: 'rows of an unknown kind', call: rows([{ foo: 1, bar: 2 }]), says: /they have the fields foo, bar/ },
		{
			given: 'rows of two platforms',
			call: rows([google({}), { date_start: 'x' }]),
			says: /mix Google Ads and Meta Ads/,
		},
		{ given: 'rows without hours', call: rows([{ costMicros: '5', id: '1' }]), says: /they have no hours/ },
		{ given: 'a row of a day', call: rows([google({}, { segments: { date: '2026-11-23' } })]), says: /total of a day/ },
		{ given: 'metrics as text', call: rows([google('none')]), says: /spend is missing/ },
		{
			given: 'a platform in another zone',
			call: rows([google({ costMicros: '1' }, { customer: { timeZone: 'America/New_York' } })]),
			says: /time zone of the row is America\/New_York, but that of the budget is Europe\/Berlin/,
		},
		{
			given: 'a platform in another currency',
			call: rows([google({ costMicros: '1' }, { customer: { currencyCode: 'USD' } })]),
			says: /currency of the row is USD/,
		},
		{ given: 'a row twice', call: rows([google({ costMicros: '1' }), google({ costMicros: '1' })]), says: /duplicate/ },
		{
			given: "a platform's error with HTTP 200",
			call: rows([{ error: { code: 401, message: 'Request had invalid authentication credentials.' } }]),
			says: /answered with an error instead of a report: Request had invalid authentication/,
		},
		{ given: 'a row nested 5,000 deep', call: rows([nested(5000)]), says: /format of the rows is unknown/ },
		{
			given: 'columns without a time',
			call: () => normaliseRows([{ cost: 1 }], { budget: DEFINITION, fields: { spend: 'cost' } }).rejected.map(String),
			says: /No column is recognised as 'Date': the columns are cost/,
		},
		{
			given: 'a column that only the prototype has',
			call: () =>
				normaliseRows([{ s: START }], { budget: DEFINITION, fields: { start: 's', spend: '__proto__' } }).rejected.map(
					({ reason }) => reason,
				),
			says: /no column '__proto__'/,
		},

		// Stored states
		{ given: 'no state', call: read(undefined), says: /state is damaged/ },
		{ given: 'null for a state', call: read(null), says: /state is damaged/ },
		{ given: 'text for a state', call: read('{"version":1}'), says: /state is damaged/ },
		{ given: 'a list for a state', call: read([]), says: /state is damaged/ },
		{
			given: 'a state of version 4',
			call: read(stored({ version: 4 })),
			says: /version 4, but this package reads up to version 3/,
		},
		{
			given: 'a state of version 0',
			call: read(stored({ version: 0 })),
			says: /pacing state cannot be used: 'version'/,
		},
		{ given: 'a state without a ledger', call: read(stored({ ledger: undefined })), says: /'ledger'/ },
		{
			given: 'a ledger with text for hours',
			call: read(stored({ ledger: { campaigns: 'x' } })),
			says: /'ledger.campaigns'/,
		},
		{
			given: 'a ledger with a negative spend',
			call: read(stored({ ledger: { campaigns: [{ campaignId: '', hours: { stretches: 'B8BB', spend: [-5] } }] } })),
			says: /'ledger.campaigns.0.hours.spend'/,
		},
		{
			given: 'a ledger of version 1 with a negative spend',
			call: read(stored({ version: 1, ledger: { campaigns: [{ campaignId: '', hours: [[1, 60, -5]] }] } })),
			says: /'ledger.campaigns.0.hours.0.2'/,
		},
		{
			given: 'a ledger that says it has more hours than figures',
			call: read(
				stored({ ledger: { campaigns: [{ campaignId: '', hours: { stretches: 'B8B__', spend: [6, 'B'] } }] } }),
			),
			says: /'ledger.campaigns.0.hours' its columns do not fit together/,
		},
		{
			given: 'a state with a broken list of pushes',
			call: read(stored({ pushes: [{ atMs: 'today' }] })),
			says: /'pushes/,
		},
		{ given: 'a state with another prototype', call: read(ownPrototype), says: /pacing state cannot be used/ },
		{ given: 'a state nested 5,000 deep', call: read(stored({ ledger: nested(5000) })), says: /'ledger.campaigns'/ },

		// Plans
		{ given: 'an unknown strategy', call: plan({ strategy: 'magic' }), says: /'magic' is not a strategy/ },
		{ given: 'an empty strategy', call: plan({ strategy: '' }), says: /'' is not a strategy/ },
		{ given: 'a strategy that objects inherit', call: plan({ strategy: 'constructor' }), says: /is not a strategy/ },
		{ given: 'a day that is over', call: plan({ date: '2026-11-22' }), says: /2026-11-22 cannot be planned/ },
		{ given: 'a day that does not exist', call: plan({ date: '2026-02-30' }), says: /2026-02-30/ },
		{ given: 'a day in words', call: plan({ date: 'tomorrow' }), says: /tomorrow/ },
		{ given: 'an instant of NaN', call: plan({ nowMs: NaN }), says: /NaN is not an instant/ },
		{ given: 'an infinite instant', call: plan({ nowMs: Infinity }), says: /Infinity is not an instant/ },
		{
			given: 'an instant of NaN for a forecast',
			call: () => [checkExhaustion(state, { nowMs: NaN }).exhaustion.status],
			says: /NaN is not an instant/,
		},
	])('$given: $says', ({ call, says }) => {
		const before = JSON.stringify(state);
		const outcome = outcomeOf(call);
		expect(outcome).not.toEqual([]);
		for (const sentence of outcome) {
			expect(sentence).toMatch(says);
			expect(sentence.length).toBeLessThan(600);
		}
		expect(JSON.stringify(state)).toBe(before);
		expect(Object.prototype).not.toHaveProperty('spent');
	});

	test('a window that is refused leaves the very same state', () => {
		const given = [{ startMs: START, endMs: START, spend: '1' }];
		expect(ingest(state, given, NOW).state).toEqual(state);
	});

	test('campaigns named like parts of every object are campaigns like others', () => {
		const ids = ['__proto__', 'constructor', 'toString'];
		const given = ids.map((campaignId) => ({ campaignId, startMs: START, endMs: START + HOUR_MS, spend: '1.00' }));
		const { state: next, report } = ingest(state, given, NOW);
		expect(report).toMatchObject({ accepted: 3, rejected: [] });
		expect(next.ledger.campaigns.map(({ campaignId }) => campaignId)).toEqual(['', ...ids].sort());
		expect(readState(JSON.parse(JSON.stringify(next)))).toEqual(next);
	});

	test('10 MB of rows are read, and those that cannot be are told one by one', () => {
		const filler = 'x'.repeat(600);
		const many = Array.from({ length: 16_000 }, (_, position) => ({
			...google({ costMicros: position % 2 === 0 ? '1000000' : '1,000' }, { campaign: { id: String(position) } }),
			adGroup: { id: filler },
		}));
		expect(JSON.stringify(many).length).toBeGreaterThan(10_000_000);
		const { windows: found, rejected } = normaliseRows(many, { budget: DEFINITION });
		expect(found).toHaveLength(8_000);
		expect(rejected).toHaveLength(8_000);
		expect(rejected.every(({ reason }) => reason.length < 300)).toBe(true);
	});

	test('a fault of a window names its field', () => {
		expect(() => parse(PerformanceWindow, { startMs: 0, endMs: 1, spend: 'x' }, 'window')).toThrow(/'spend'/);
	});
});

describe('a budget whose delivery is not known is never on pace', () => {
	const spending = hourly(NOW - 10 * DAY_MS, 9 * 24 + 16, () => ({ spend: '40.00' }));
	test.each([
		{ given: createState(DEFINITION), nowMs: NOW, because: /Nothing was ever reported/ },
		{ given: ingest(createState(DEFINITION), spending, NOW).state, nowMs: NOW, because: /ended 8 hours ago/ },
		{ given: state, nowMs: NOW + 30 * DAY_MS, because: /ended \d+ hours ago/ },
	])('stale data is told: $because', ({ given, nowMs, because }) => {
		const { exhaustion } = checkExhaustion(given, { nowMs });
		expect(exhaustion.status).toBe('stale-data');
		expect(exhaustion.reasons[0]!.message).toMatch(because);
		expect(exhaustion.pacingMultiplier).toBeLessThanOrEqual(1);
	});
});
