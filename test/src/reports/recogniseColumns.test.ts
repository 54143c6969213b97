import fc from 'fast-check';

import { normaliseRows, UserError } from '../../../src/index';

type Row = Readonly<Record<string, unknown>>;
type Options = Partial<Parameters<typeof normaliseRows>[1]>;

const BUDGET = { budgetId: 'b', currency: 'EUR', timeZone: 'Europe/Berlin', dailyAmount: '1000.00' } as const;

const read = (rows: readonly Row[], options: Options = {}) =>
	normaliseRows(rows, { budget: BUDGET, format: 'mapped', ...options });

/** A row with a date, an hour and a spend, and with others. */
const row = (others: Row = {}, spend = 'Cost') => ({ Date: '2026-11-27', Hour: 14, [spend]: 13.5, ...others });

const rowOf = (columns: readonly string[]) =>
	Object.fromEntries(columns.map((column, position) => [column, ['2026-11-27', 14, 13.5, 40, 3, 150][position]]));

describe('columns are recognised by their names', () => {
	test.each`
		columns                                                                                             | because
		${['Date', 'Hour', 'Cost', 'Clicks', 'Conversions', 'Revenue']}                                     | ${'English'}
		${['Day', 'Hour of the day', 'Cost', 'Clicks', 'Conversions', 'Conv. value']}                       | ${'an export of Google Ads'}
		${['Day', 'Hour', 'Amount spent (EUR)', 'Clicks', 'Conversions', 'Conversion value']}               | ${'an export of Meta, with the currency'}
		${['Datum', 'Stunde', 'Kosten', 'Klicks', 'Conversions', 'Umsatz']}                                 | ${'German'}
		${['Tag', 'Uhrzeit', 'Ausgaben', 'Klicks', 'Konversionen', 'Conv.-Wert']}                           | ${'German, other words'}
		${['Tag', 'Stunde', 'Ausgegebener Betrag (EUR)', 'Klicks', 'Conversions', 'Conversion-Wert']}       | ${'a German export of Meta'}
		${['Date', 'Heure', 'Coût', 'Clics', 'Conversions', "Chiffre d'affaires"]}                          | ${'French, with an accent'}
		${['Jour', 'Heure de la journée', 'Dépenses', 'Clics', 'Conversions', 'Valeur de conversion']}      | ${'French, other words'}
		${['Fecha', 'Hora', 'Coste', 'Clics', 'Conversiones', 'Ingresos']}                                  | ${'Spanish'}
		${['Día', 'Hora del día', 'Importe gastado (EUR)', 'Clics', 'Conversiones', 'Valor de conversión']} | ${'a Spanish export of Meta'}
		${['DATUM', 'stunde', 'Kosten in €', 'KLICKS', 'conversions', 'Umsatz (€)']}                        | ${'capitals do not matter, and the sign of the currency may follow'}
		${['date', 'hour', 'cost', 'clicks', 'conversions', 'revenue']}                                     | ${'small letters, as databases have them'}
		${['Date', 'Hour', 'ad_spend_EUR', 'clicks', 'conversions', 'conversion_value']}                    | ${'underscores are spaces'}
		${[' Datum ', 'Stunde', 'Kosten:', 'Klicks', 'Conversions', 'Umsatz']}                              | ${'spaces and punctuation do not matter'}
		${['Datum', 'Stunde', 'Kosten'.normalize('NFD'), 'Klicks', 'Conversions', 'Umsatz']}                | ${'accents may be written either way'}
	`('$columns: $because', ({ columns }: { columns: string[] }) => {
		const { windows, rejected, columns: how } = read([rowOf(columns)]);
		expect(rejected).toEqual([]);
		expect(windows).toMatchObject([
			{ startMs: Date.parse('2026-11-27T14:00:00+01:00'), spend: '13.5', clicks: 40, conversions: 3, revenue: '150' },
		]);
		expect(Object.values(how!.fields)).toEqual(columns);
	});

	test.each`
		given                                                                    | means                                            | because
		${{ Campaign: 'Brand', 'Campaign ID': '111' }}                           | ${{ campaignId: '111' }}                         | ${'an ID identifies, a name may change'}
		${{ Kampagne: 'Brand' }}                                                 | ${{ campaignId: 'Brand' }}                       | ${'without an ID the name does'}
		${{ Impressionen: 900 }}                                                 | ${{ impressions: 900 }}                          | ${'impressions too'}
		${{ 'All conv.': 9, 'Cost / conv.': 4.5, Results: 7, 'Link clicks': 5 }} | ${{ conversions: undefined, clicks: undefined }} | ${'what is only similar is not recognised'}
		${{ 'Cost (USD)': 99 }}                                                  | ${{ spend: '13.5' }}                             | ${'spend in another currency is not the spend'}
		${{ cost_micros: 99 }}                                                   | ${{ spend: '13.5' }}                             | ${'nor is one in another unit'}
	`('$given is $means: $because', ({ given, means }: { given: Row; means: Row }) => {
		const [window] = read([row(given)]).windows as unknown as Row[];
		expect({ ...window, ...means }).toEqual(window);
	});

	test.each`
		given                                                             | at                             | because
		${{ Date: '2026-11-27', Hour: 14 }}                               | ${'2026-11-27T14:00:00+01:00'} | ${'the hour of a date'}
		${{ Date: '2026-11-27 14:00' }}                                   | ${'2026-11-27T14:00:00+01:00'} | ${'a date with its time'}
		${{ Zeitstempel: '2026-11-27T13:00:00Z' }}                        | ${'2026-11-27T14:00:00+01:00'} | ${'an instant'}
		${{ Start: '2026-11-27T13:00:00Z', End: '2026-11-27T13:30:00Z' }} | ${'2026-11-27T14:00:00+01:00'} | ${'a start and an end'}
		${{ Date: '2026-11-27', Hour: 14, Start: 'launch', End: 'x' }}    | ${'2026-11-27T14:00:00+01:00'} | ${'a date and an hour suffice, whatever Start is'}
		${{ Date: '2026-11-20', Start: '2026-11-27T13:00:00Z' }}          | ${'2026-11-27T14:00:00+01:00'} | ${'a date alone is no time, a start is'}
	`('the time of $given is $at: $because', ({ given, at }: { given: Row; at: string }) => {
		const { windows, rejected } = read([{ Cost: 1, ...given }]);
		expect(rejected).toEqual([]);
		expect(windows).toMatchObject([{ startMs: Date.parse(at) }]);
	});

	test('a table is detected without choosing a format', () => {
		expect(normaliseRows([row()], { budget: BUDGET })).toMatchObject({
			format: 'mapped',
			windows: [{ spend: '13.5' }],
		});
	});

	test('a table without rows is an empty report', () => {
		expect(read([])).toEqual({ format: 'empty', windows: [], rejected: [], notices: [] });
	});

	test('columns that the user names come first, and the others are recognised', () => {
		const rows = [{ Datum: '2026-11-27', Stunde: 14, Kosten: 1, Netto: 2, Klicks: 7 }];
		expect(read(rows, { fields: { spend: 'Netto' } }).windows).toMatchObject([{ spend: '2', clicks: 7 }]);
		expect(read(rows, { fields: { spend: 'Netto', revenue: 'Kosten' } }).windows).toMatchObject([
			{ spend: '2', revenue: '1' },
		]);
		expect(read([{ ...rows[0], Umsatz: 9 }], { fields: { conversions: 'Umsatz' } }).columns!.fields).not.toHaveProperty(
			'revenue',
		);
	});

	test('the order of columns, and columns of other names, change nothing', () => {
		const columns = [
			['Datum', '27.11.2026'],
			['Stunde', 14],
			['Kosten', '1.240,50'],
			['Klicks', 40],
			['Umsatz', '9,50'],
		];
		const [window] = read([Object.fromEntries(columns)]).windows;
		const others = fc.array(
			fc.tuple(fc.constantFrom('Notiz', 'Kosten pro Klick', 'CTR', 'Ziel', 'Results'), fc.string()),
		);
		const order = fc.shuffledSubarray(columns, { minLength: columns.length });
		fc.assert(
			fc.property(order, others, others, (shuffled, before, after) => {
				const { windows, rejected } = read([Object.fromEntries([...before, ...shuffled, ...after])]);
				expect({ windows, rejected }).toEqual({ windows: [window], rejected: [] });
			}),
		);
	});

	test('the currency of the report decides which amounts are recognised', () => {
		const rows = [row({ 'Cost (USD)': 99, Cost: undefined }), row({ 'Cost (USD)': 98, Cost: undefined, Hour: 15 })];
		const given = rows.map((one) => Object.fromEntries(Object.entries(one).filter(([name]) => name !== 'Cost')));
		const budget = { ...BUDGET, exchangeRates: { USD: '0.5' } };
		expect(() => read(given, { budget })).toThrow(/No column is recognised as 'Spend'.*Cost \(USD\)/);
		expect(read(given, { budget, reportCurrency: 'USD' }).windows).toMatchObject([{ spend: '49.5' }, { spend: '49' }]);
	});
});

describe('what is ambiguous or unknown is an error that names the columns and the field on the screen', () => {
	test.each`
		rows                                             | says                                                                          | because
		${[row({ Spend: 14 })]}                          | ${/^Both 'Cost' and 'Spend' could be the column 'Spend'$/}                    | ${'two amounts, and only one is what was spent'}
		${[row({ Kosten: 14 })]}                         | ${/^Both 'Cost' and 'Kosten' could be the column 'Spend'$/}                   | ${'in two languages'}
		${[row({ 'Cost (EUR)': 14 })]}                   | ${/^Both 'Cost' and 'Cost \(EUR\)' could be the column 'Spend'$/}             | ${'with and without the currency'}
		${[row(), { ...row({ Hour: 15 }), Kosten: 1 }]}  | ${/^Both 'Cost' and 'Kosten' could be the column 'Spend'$/}                   | ${'the second only in a later row'}
		${[row({ Umsatz: 1, 'Conv. value': 2 })]}        | ${/^Both 'Umsatz' and 'Conv\. value' could be the column 'Revenue'$/}         | ${'two amounts that were earned'}
		${[row({ Day: 'Friday' })]}                      | ${/^Both 'Date' and 'Day' could be the column 'Date'$/}                       | ${'two days'}
		${[{ Date: '2026-11-27', Hour: 14, Betrag: 1 }]} | ${/^No column is recognised as 'Spend': the columns are Date, Hour, Betrag$/} | ${'an amount may be anything'}
		${[{ Wann: '2026-11-27 14:00', Kosten: 1 }]}     | ${/^No column is recognised as 'Date': the columns are Wann, Kosten$/}        | ${'no column says when'}
	`('$rows: $because', ({ rows, says }: { rows: Row[]; says: RegExp }) => {
		const error = thrownBy(() => read(rows));
		expect(error.message).toMatch(says);
		expect(error.description).toMatch(/Under 'Columns'|under 'Columns'/);
		expect(error.description).toContain(`'${/'(\w+)'(?=$|:)/.exec(error.message)![1]}'`);
	});

	test('an ambiguity is settled by naming the column', () => {
		const rows = [row({ Kosten: 14 })];
		expect(read(rows, { fields: { spend: 'Kosten' } }).windows).toMatchObject([{ spend: '14' }]);
	});

	test('a table of days is rejected by the name of the field on the screen', () => {
		const { rejected } = read([{ Datum: '2026-11-27', Kosten: 940 }]);
		expect(rejected).toMatchObject([
			{ reason: "'Datum' is '2026-11-27': without a column 'Hour' it must look like 2026-11-23 09:00" },
		]);
	});

	test('rows of an unknown platform stay unknown', () => {
		expect(() => normaliseRows([{ a: 1 }], { budget: BUDGET })).toThrow(/format of the rows is unknown/);
	});
});

describe('how a table was read is said in a line', () => {
	test.each`
		cells                    | text                                          | because
		${['1.240,50', '13,25']} | ${'Datum, Stunde, Kosten (1.234,56), Klicks'} | ${'a decimal comma'}
		${['1,240.50', '13.25']} | ${'Datum, Stunde, Kosten (1,234.56), Klicks'} | ${'a decimal point'}
		${[1240.5, 13.25]}       | ${'Datum, Stunde, Kosten, Klicks'}            | ${'numbers have no writing'}
	`('$cells: $text: $because', ({ cells, text }: { cells: unknown[]; text: string }) => {
		const rows = cells.map((Kosten, Stunde) => ({ Klicks: 5, Kosten, Stunde, Datum: '27.11.2026', Notiz: 'x' }));
		const { columns } = read(rows);
		expect(columns).toEqual({
			rows: 2,
			fields: { date: 'Datum', hour: 'Stunde', spend: 'Kosten', clicks: 'Klicks' },
			text,
		});
	});

	test('the report of a platform has no columns to check', () => {
		const google = {
			segments: { date: '2026-11-27', hour: 14 },
			metrics: { costMicros: '1000000' },
			campaign: { id: '1' },
		};
		expect(normaliseRows([google], { budget: BUDGET })).not.toHaveProperty('columns');
	});
});

function thrownBy(call: () => unknown): UserError {
	let thrown: unknown;
	try {
		call();
	} catch (error) {
		thrown = error;
	}
	expect(thrown).toBeInstanceOf(UserError);
	return thrown as UserError;
}
