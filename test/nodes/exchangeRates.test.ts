import { googleRows } from '../support/googleRows';
import { creating, runNode } from '../support/runNode';

type Json = Record<string, unknown>;

const NOW = '2026-11-23T10:20:00+01:00';
const options = { asOf: NOW };

const rates = (...rows: readonly (readonly [unknown, unknown])[]) => ({
	exchangeRate: rows.map(([currency, rate]) => ({ currency, rate })),
});

describe('Pacing Budget', () => {
	test('takes rates from a sheet: each client has its own, and an empty cell means no rate', async () => {
		const sheet = [
			{ budgetId: 'euro', currency: 'EUR', usd: 0.92, gbp: '1.16' },
			{ budgetId: 'dollar', currency: 'USD', usd: '', gbp: '1.26' },
			{ budgetId: 'pound', currency: 'GBP', usd: '', gbp: null },
		];
		const { outputs, error } = await runNode(
			'pacingBudget',
			creating({
				budgetId: '={{ $json.budgetId }}',
				currency: '={{ $json.currency }}',
				exchangeRates: rates(['USD', '={{ $json.usd }}'], ['GBP', '={{ $json.gbp }}']),
			}),
			{ items: sheet },
		);
		expect(error).toBeUndefined();
		expect(outputs[0]!.map(({ exchangeRates }) => exchangeRates)).toEqual([
			{ USD: 0.92, GBP: '1.16' },
			{ GBP: '1.26' },
			undefined,
		]);
	});

	test.each`
		rows                                 | message                                           | because
		${[['USD', '0.92'], ['USD', '0.9']]} | ${/'Exchange Rates' name 'USD' twice/}            | ${'one of them would win silently'}
		${[['', '0.92']]}                    | ${/'exchangeRates' name ''/}                      | ${'the rate has no currency'}
		${[['EUR', '1']]}                    | ${/'exchangeRates' must not name EUR/}            | ${'it is the currency of the budget'}
		${[['USD', '0,92']]}                 | ${/'exchangeRates.USD' must be a number above 0/} | ${'a comma is ambiguous'}
		${[['USD', 0]]}                      | ${/'exchangeRates.USD' must be above 0/}          | ${'0 is given, but invalid'}
		${[['{{ x }}', '1']]}                | ${/'exchangeRates' name '{{ x }}'/}               | ${'an expression left as text'}
	`('rejects $rows: $because', async ({ rows, message }) => {
		const parameters = creating({ exchangeRates: rates(...(rows as [string, string][])) });
		const { outputs } = await runNode('pacingBudget', parameters, { continueOnFail: true });
		expect(outputs[0]).toMatchObject([{ error: expect.stringMatching(message) }]);
	});
});

test('Ingest Performance rejects rows without a rate, naming the field on screen, until there is one', async () => {
	const tables = new Map<string, Json[]>();
	const items = googleRows('2026-11-23', 0, Date.parse(NOW), () => ({ spend: 10, clicks: 4, conversions: 1 })).map(
		(row) => ({ ...row, customer: { currencyCode: 'USD', timeZone: 'Europe/Berlin' } }),
	);
	const ingest = async () => await runNode('ingestPerformance', { budgetId: 'brand-de', options }, { items, tables });
	await runNode('pacingBudget', creating(), { tables });
	expect((await ingest()).error!.message).toBe(
		"No row of the report could be used, 10 rows in all: The currency of the row is USD, but that of the budget is EUR: add USD to 'Exchange Rates' in Pacing Budget to convert such rows (10 rows)",
	);
	await runNode('pacingBudget', creating({ exchangeRates: rates(['USD', '0.92']) }), { tables });
	expect((await ingest()).outputs[0]).toMatchObject([{ accepted: 10, rejected: 0, spentToday: 92 }]);
});

describe('Ingest Performance of a LinkedIn account in dollars, whose report does not state its currency', () => {
	const elements = [
		{
			dateRange: { start: { year: 2026, month: 11, day: 23 }, end: { year: 2026, month: 11, day: 23 } },
			pivotValues: ['urn:li:sponsoredCampaign:7'],
			costInLocalCurrency: '50',
		},
	];
	const ingest = async (reportCurrency: string) => {
		const tables = new Map<string, Json[]>();
		await runNode('pacingBudget', creating({ exchangeRates: rates(['USD', '0.92']) }), { tables });
		const parameters = { budgetId: 'brand-de', reportCurrency, options };
		return (await runNode('ingestPerformance', parameters, { items: [{ elements }], tables, continueOnFail: true }))
			.outputs[0];
	};

	test('converts it by Report Currency', async () => {
		expect(await ingest('usd')).toMatchObject([{ rejected: 0, spentToday: 46 }]);
	});

	test('rejects an invalid Report Currency', async () => {
		expect(await ingest('Dollar')).toMatchObject([
			{ error: expect.stringMatching(/'Report Currency' is 'DOLLAR', which is not a currency code/) },
		]);
	});
});

describe('a digest of Check Exhaustion over several currencies', () => {
	const BUDGETS = [
		{ budgetId: 'berlin', currency: 'EUR', thisMorning: 75 },
		{ budgetId: 'tokyo', currency: 'JPY', thisMorning: 75 },
		{ budgetId: 'boston', currency: 'USD', thisMorning: 85 },
	];
	const tables = new Map<string, Json[]>();
	beforeAll(async () => {
		for (const { budgetId, currency, thisMorning } of BUDGETS) {
			const items = googleRows('2026-11-23', 28, Date.parse(NOW), (_hour, date) => ({
				spend: date === '2026-11-23' ? thisMorning : currency === 'JPY' ? 41 : 41.67,
				clicks: 40,
				conversions: 2,
			})).map((row) => ({ ...row, customer: { currencyCode: currency, timeZone: 'Europe/Berlin' } }));
			const amounts = { dailyAmount: '1000' };
			await runNode('pacingBudget', creating({ budgetId, name: budgetId, currency, amounts }), { tables });
			await runNode('ingestPerformance', { budgetId, options }, { items, tables });
		}
	}, 60_000);
	const check = async (parameters: Json, continueOnFail = false) =>
		await runNode(
			'checkExhaustion',
			{ budgetId: '={{ $json.budgetId }}', messages: 'digest', options, ...parameters },
			{ items: BUDGETS, tables: structuredClone(tables), continueOnFail },
		);
	const ranked = (item: Json | undefined) => (item!['budgets'] as Json[]).map(({ budgetId }) => budgetId);

	test('ranks them together in the chosen currency', async () => {
		const { outputs } = await check({
			rankCurrency: 'EUR',
			exchangeRates: rates(['JPY', '0.0061'], ['USD', '0.92']),
		});
		expect(ranked(outputs[0]![0])).toEqual(['boston', 'berlin', 'tokyo']);
		expect(outputs[0]![0]!['text']).toMatch(/currencies are compared in EUR$/);
	});

	test('ranks them by currency without it, and names the missing rate', async () => {
		expect(ranked((await check({})).outputs[0]![0])).toEqual(['berlin', 'tokyo', 'boston']);
		const { outputs } = await check({ rankCurrency: 'EUR', exchangeRates: rates(['USD', '0.92']) });
		expect(ranked(outputs[0]![0])).toEqual(['berlin', 'tokyo', 'boston']);
		expect(outputs[0]![0]!['text']).toMatch(/currencies are not compared: there is no exchange rate for JPY$/);
	});

	test('rejects an invalid currency: the items leave through At Risk', async () => {
		const { outputs } = await check({ rankCurrency: 'Euro' }, true);
		expect(outputs[0]).toHaveLength(3);
		expect(outputs[0]![0]!['error']).toMatch(/'currency' must be three capital letters of ISO 4217/);
		expect(outputs[2]).toEqual([]);
	});
});
