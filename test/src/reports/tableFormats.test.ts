import fc from 'fast-check';

import { normaliseRows, UserError } from '../../../src/index';

const BERLIN = { budgetId: 'b', currency: 'EUR', timeZone: 'Europe/Berlin', dailyAmount: '1000.00' } as const;
const FIELDS = { date: 'day', hour: 'hour', spend: 'cost' } as const;

type Cells = Readonly<Record<string, unknown>>;
type Fields = Parameters<typeof normaliseRows>[1]['fields'];

const read = (rows: readonly Cells[], fields: Cells = {}, currency = 'EUR') =>
	normaliseRows(
		rows.map((row, hour) => ({ day: '2026-11-22', hour, cost: '1', ...row })),
		{ budget: { ...BERLIN, currency }, fields: { ...FIELDS, ...fields } as Fields },
	);
const costs = (cells: readonly unknown[], fields: Cells = {}, currency = 'EUR') =>
	read(
		cells.map((cost) => ({ cost })),
		fields,
		currency,
	);
const spends = (cells: readonly unknown[], fields: Cells = {}, currency = 'EUR') =>
	costs(cells, fields, currency).windows.map(({ spend }) => Number(spend));

const POINT = { numberFormat: 'point' };
const COMMA = { numberFormat: 'comma' };

describe('numbers of mapped columns, with Number Format on Auto', () => {
	test.each`
		cells                           | means                  | because
		${['2.400', '13,50']}           | ${[2400, 13.5]}        | ${'13,50 has a decimal comma, so 2.400 has thousands'}
		${['13,50', '2.400']}           | ${[13.5, 2400]}        | ${'the order of rows decides nothing'}
		${['2.400', '1.234,5']}         | ${[2400, 1234.5]}      | ${'1.234,5 has both signs'}
		${['2,400', '13.50']}           | ${[2400, 13.5]}        | ${'13.50 has a decimal point'}
		${['2,400', '1,234.5']}         | ${[2400, 1234.5]}      | ${'1,234.5 has both signs'}
		${['2.400', '1.234.567']}       | ${[2400, 1234567]}     | ${'only thousands repeat'}
		${['2.400', '0.125']}           | ${[2.4, 0.125]}        | ${'thousands do not begin with 0'}
		${['2.400', '1234.500']}        | ${[2.4, 1234.5]}       | ${'a group has at most three digits'}
		${['12,34,567.50', '1,23,456']} | ${[1234567.5, 123456]} | ${'India groups by two after the first three'}
		${['1 234,56', '2.400']}        | ${[1234.56, 2400]}     | ${'a space may separate thousands'}
		${['1 234,56']}                 | ${[1234.56]}           | ${'a no-break space too, as in French exports'}
		${['1 234 567,8']}              | ${[1234567.8]}         | ${'and a narrow one'}
		${["1'234.56", '2,400']}        | ${[1234.56, 2400]}     | ${'Switzerland writes apostrophes'}
		${['1’234.56']}                 | ${[1234.56]}           | ${'as a spreadsheet writes them'}
		${['1 234', '5']}               | ${[1234, 5]}           | ${'it is the same in both formats'}
		${[2.4, '2400', 13.5]}          | ${[2.4, 2400, 13.5]}   | ${'numbers are numbers, and 2400 is the same in both'}
		${['€ 13,50', '1.234,50 €']}    | ${[13.5, 1234.5]}      | ${'the sign of the currency stands before or after'}
		${['13,50 EUR', 'EUR13,50']}    | ${[13.5, 13.5]}        | ${'so does its code'}
	`('$cells are $means: $because', ({ cells, means }: { cells: unknown[]; means: number[] }) => {
		expect(spends(cells)).toEqual(means);
	});

	test.each`
		cells                  | says                             | because
		${['2.400']}           | ${/2\.400 can be 2\.4 or 2,400/} | ${'three digits follow one point'}
		${['2,400', '12,345']} | ${/2,400 can be 2,400 or 2\.4/}  | ${'nothing else is in the column'}
		${['€ 2.400', '7']}    | ${/2\.400 can be 2\.4 or 2,400/} | ${'7 decides nothing'}
		${['13,50', '13.50']}  | ${/'cost' has 13\.50 and 13,50/} | ${'the formats are mixed'}
	`('$cells are an error that shows both readings: $because', ({ cells, says }: { cells: unknown[]; says: RegExp }) => {
		const call = () => costs(cells);
		expect(call).toThrow(UserError);
		expect(call).toThrow(says);
		expect(call).toThrow(/Number Format/);
	});

	test('a settled column settles the others of the report', () => {
		const rows = [
			{ cost: '13,50', clicks: '1.280' },
			{ cost: '2.400', clicks: '7' },
		];
		expect(read(rows, { clicks: 'clicks' }).windows).toMatchObject([
			{ spend: '13.5', clicks: 1280 },
			{ spend: '2400', clicks: 7 },
		]);
	});

	test('columns may differ, and then settle no other', () => {
		const rows = [{ cost: '13,50', clicks: '1', revenue: '20.5' }];
		const fields = { clicks: 'clicks', revenue: 'revenue' };
		expect(read(rows, fields).windows).toMatchObject([{ spend: '13.5', revenue: '20.5', clicks: 1 }]);
		expect(() => read([{ ...rows[0], clicks: '1.280' }], fields)).toThrow(/'clicks'.*1\.280 can be 1\.28 or 1,280/);
	});

	test('the settled format of a table reads back what it wrote', () => {
		const table = fc.record({
			amounts: fc.array(fc.integer({ min: 1, max: 9_999_999_99 }), { minLength: 1, maxLength: 24 }),
			locale: fc.constantFrom('en-US', 'de-DE', 'fr-FR', 'de-CH', 'en-IN', 'sv-SE', 'pt-BR', 'it-IT'),
		});
		fc.assert(
			fc.property(table, ({ amounts, locale }) => {
				const written = new Intl.NumberFormat(locale, { minimumFractionDigits: 2 });
				const cells = amounts.map((cents) => written.format(cents / 100));
				expect(spends(cells)).toEqual(amounts.map((cents) => cents / 100));
			}),
		);
	});
});

describe('numbers of mapped columns, with a chosen Number Format', () => {
	test.each`
		cell          | format   | means
		${'2.400'}    | ${POINT} | ${2.4}
		${'2.400'}    | ${COMMA} | ${2400}
		${'2,400'}    | ${POINT} | ${2400}
		${'2,400'}    | ${COMMA} | ${2.4}
		${"1'234.56"} | ${POINT} | ${1234.56}
		${"1'234,56"} | ${COMMA} | ${1234.56}
		${'1 234.56'} | ${POINT} | ${1234.56}
		${'1 234,56'} | ${COMMA} | ${1234.56}
	`('$cell is $means in $format', ({ cell, format, means }) => {
		expect(spends([cell], format)).toEqual([means]);
	});

	test.each`
		cell               | format   | reason                                                    | because
		${'13,50'}         | ${POINT} | ${/'13,50', not a number like 1,234\.56.*Number Format/}  | ${'it is the other format'}
		${'13.50'}         | ${COMMA} | ${/'13\.50', not a number like 1\.234,56.*Number Format/} | ${'it is the other format'}
		${'12.34.567'}     | ${COMMA} | ${/'12\.34\.567', not a number/}                          | ${'groups have three digits'}
		${'1,2345.6'}      | ${POINT} | ${/'1,2345\.6', not a number/}                            | ${'groups have three digits'}
		${'1 234.567,8'}   | ${COMMA} | ${/not a number/}                                         | ${'one number has one sign for thousands'}
		${'1,234 567'}     | ${POINT} | ${/not a number/}                                         | ${'one number has one sign for thousands'}
		${'-13.50'}        | ${POINT} | ${/'-13\.50': it must not be negative/}                   | ${'delivery is not negative'}
		${'−13.50'}        | ${POINT} | ${/must not be negative/}                                 | ${'a typographic minus is a minus'}
		${'$13.50'}        | ${POINT} | ${/'\$13\.50', but its currency is EUR/}                  | ${'the budget counts euros'}
		${'13.50 USD'}     | ${POINT} | ${/but its currency is EUR/}                              | ${'the budget counts euros'}
		${'50%'}           | ${POINT} | ${/'50%', not a number/}                                  | ${'a share is no amount'}
		${'1e3'}           | ${POINT} | ${/'1e3', not a number/}                                  | ${'an exponent is no digit'}
		${'1.'}            | ${POINT} | ${/not a number/}                                         | ${'its decimals are missing'}
		${'1'.repeat(200)} | ${POINT} | ${/not a number/}                                         | ${'it is too long'}
	`('$cell in $format is rejected: $because', ({ cell, format, reason }) => {
		const row = { cost: cell };
		const { windows, rejected } = read([{ cost: '7' }, row], format);
		expect(windows).toHaveLength(1);
		expect(rejected).toMatchObject([{ index: 1, reason: expect.stringMatching(reason), row }]);
	});

	test.each`
		cell              | currency
		${'$1,234.50'}    | ${'USD'}
		${'US$1,234.50'}  | ${'USD'}
		${'$1,234.50'}    | ${'CAD'}
		${'£1,234.50'}    | ${'GBP'}
		${'1,234.50 kr'}  | ${'SEK'}
		${'1,234.50 kr.'} | ${'DKK'}
		${'1,234.50 zł'}  | ${'PLN'}
		${'CHF 1’234.50'} | ${'CHF'}
	`('$cell is an amount in $currency', ({ cell, currency }) => {
		expect(spends([cell], POINT, currency)).toEqual([1234.5]);
	});

	test.each`
		bid         | multiplier | because
		${'1,1'}    | ${1.1}     | ${'it is a number like the others'}
		${'110%'}   | ${1.1}     | ${'a sheet may show it as a share'}
		${'27,5 %'} | ${0.275}   | ${'with decimals too'}
	`('the multiplier $bid is $multiplier: $because', ({ bid, multiplier }) => {
		expect(read([{ bid }], { ...COMMA, multiplier: 'bid' }).windows).toMatchObject([{ multiplier }]);
	});

	test.each(['+10%', '-10%'])('the multiplier %s is rejected: it is a change, not a factor', (bid) => {
		const { rejected } = read([{ bid }], { multiplier: 'bid' });
		expect(rejected[0]!.reason).toMatch(/a change: write the factor/);
	});

	test('counts have no currency', () => {
		expect(read([{ clicks: '7 €' }], { clicks: 'clicks' }).rejected[0]!.reason).toMatch(/'7 €', not a number/);
	});

	test('minor units and micros are written the same way', () => {
		expect(spends(['123.450'], { ...COMMA, spendUnit: 'minor' })).toEqual([1234.5]);
		expect(spends(['13.500.000'], { spendUnit: 'micros' })).toEqual([13.5]);
	});
});

/** 14:00 in Berlin on 2026-11-27. */
const TWO_PM = Date.UTC(2026, 10, 27, 13);

describe('dates of mapped columns', () => {
	const starts = (rows: readonly Cells[], fields: Cells) =>
		normaliseRows(
			rows.map((row) => ({ cost: 1, ...row })),
			{ budget: BERLIN, fields: { spend: 'cost', ...fields } as Fields },
		);

	test.each`
		row                                                 | fields                      | because
		${{ d: '27.11.2026', h: '14' }}                     | ${{ date: 'd', hour: 'h' }} | ${'no month is the 27th'}
		${{ d: '27.11.2026', h: '14:00' }}                  | ${{ date: 'd', hour: 'h' }} | ${'the hour is a clock time'}
		${{ d: '27.11.2026', h: '14:00:00' }}               | ${{ date: 'd', hour: 'h' }} | ${'with seconds, as spreadsheets export it'}
		${{ d: '27.11.2026', h: '2:00 PM' }}                | ${{ date: 'd', hour: 'h' }} | ${'or in halves of the day'}
		${{ d: '27.11.2026 00:00:00', h: 14 }}              | ${{ date: 'd', hour: 'h' }} | ${'a date cell exported with its midnight'}
		${{ d: '27/11/2026', h: 14 }}                       | ${{ date: 'd', hour: 'h' }} | ${'Britain and France write strokes'}
		${{ d: '27-11-2026', h: 14 }}                       | ${{ date: 'd', hour: 'h' }} | ${'the Netherlands and India hyphens'}
		${{ d: '11/27/2026', h: 14 }}                       | ${{ date: 'd', hour: 'h' }} | ${'the United States the month first'}
		${{ d: '2026/11/27', h: 14 }}                       | ${{ date: 'd', hour: 'h' }} | ${'Japan the year first'}
		${{ d: '27.11.2026 14:00' }}                        | ${{ date: 'd' }}            | ${'a German sheet'}
		${{ d: '27.11.2026, 14:00:00' }}                    | ${{ date: 'd' }}            | ${'a German browser'}
		${{ d: '11/27/2026 2:00 PM' }}                      | ${{ date: 'd' }}            | ${'an American sheet'}
		${{ d: '11/27/2026, 2:00:00 PM' }}                  | ${{ date: 'd' }}            | ${'an American browser, with a narrow space'}
		${{ d: '2026-11-27 14:00:00' }}                     | ${{ date: 'd' }}            | ${'ISO'}
		${{ s: '27.11.2026 14:00' }}                        | ${{ start: 's' }}           | ${'a start'}
		${{ s: '27.11.2026 14:00', e: '27.11.2026 15:00' }} | ${{ start: 's', end: 'e' }} | ${'a start and an end'}
		${{ s: '2026-11-27T13:00:00Z' }}                    | ${{ start: 's' }}           | ${'an instant'}
	`('the same hour is read from $row: $because', ({ row, fields }) => {
		const { windows, rejected } = starts([row], fields);
		expect(rejected).toEqual([]);
		expect(windows).toMatchObject([{ startMs: TWO_PM, endMs: TWO_PM + 3_600_000 }]);
	});

	test.each`
		clock         | hour
		${'12:00 AM'} | ${0}
		${'1:00 am'}  | ${1}
		${'12:00 PM'} | ${12}
		${'11 p.m.'}  | ${23}
		${'9:00:00'}  | ${9}
	`('$clock is hour $hour', ({ clock, hour }) => {
		const apart = starts([{ d: '2026-11-27', h: clock }], { date: 'd', hour: 'h' }).windows;
		expect(apart).toMatchObject([{ startMs: TWO_PM + (hour - 14) * 3_600_000 }]);
	});

	test('a date that can be read in one way settles the column', () => {
		const fields = { date: 'd', hour: 'h' };
		const day = ({ windows }: ReturnType<typeof starts>) =>
			windows.map(({ startMs }) => new Date(startMs).toISOString());
		expect(
			day(
				starts(
					[
						{ d: '11/03/2026', h: 14 },
						{ d: '11/27/2026', h: 14 },
					],
					fields,
				),
			),
		).toEqual(['2026-11-03T13:00:00.000Z', '2026-11-27T13:00:00.000Z']);
		expect(
			day(
				starts(
					[
						{ d: '11/03/2026', h: 14 },
						{ d: '27/03/2026', h: 14 },
					],
					fields,
				),
			),
		).toEqual(['2026-03-11T13:00:00.000Z', '2026-03-27T13:00:00.000Z']);
		expect(day(starts([{ d: '03.11.2026', h: 14 }], fields))).toEqual(['2026-11-03T13:00:00.000Z']);
		expect(day(starts([{ d: '11/11/2026', h: 14 }], fields))).toEqual(['2026-11-11T13:00:00.000Z']);
	});

	test('a start settles the end', () => {
		const rows = [
			{ s: '11/03/2026 23:00', e: '11/04/2026 0:00' },
			{ s: '11/27/2026 14:00', e: '11/27/2026 15:00' },
		];
		expect(starts(rows, { start: 's', end: 'e' }).windows).toHaveLength(2);
	});

	test.each`
		days                            | says                                                  | because
		${['03/04/2026']}               | ${/03\/04\/2026 can be 3 April 2026 or 4 March 2026/} | ${'both are days'}
		${['3/4/2026', '2026-04-03']}   | ${/3\/4\/2026 can be 3 April 2026 or 4 March 2026/}   | ${'an ISO date says nothing of the others'}
		${['27/11/2026', '11/27/2026']} | ${/'d' has 27\/11\/2026 and 11\/27\/2026/}            | ${'the formats are mixed'}
	`('$days are an error that shows both readings: $because', ({ days, says }: { days: string[]; says: RegExp }) => {
		const call = () =>
			starts(
				days.map((d) => ({ d, h: 9 })),
				{ date: 'd', hour: 'h' },
			);
		expect(call).toThrow(UserError);
		expect(call).toThrow(says);
		expect(call).toThrow(/Date Format/);
	});

	test.each`
		d               | dateFormat      | start
		${'03/04/2026'} | ${'dayFirst'}   | ${'2026-04-03T07:00:00.000Z'}
		${'03/04/2026'} | ${'monthFirst'} | ${'2026-03-04T08:00:00.000Z'}
		${'03.04.2026'} | ${'monthFirst'} | ${'2026-03-04T08:00:00.000Z'}
		${'2026-04-03'} | ${'monthFirst'} | ${'2026-04-03T07:00:00.000Z'}
		${'2026-04-03'} | ${'iso'}        | ${'2026-04-03T07:00:00.000Z'}
	`('$d with Date Format $dateFormat is $start', ({ d, dateFormat, start }) => {
		const { windows } = starts([{ d, h: 9 }], { date: 'd', hour: 'h', dateFormat });
		expect(windows).toMatchObject([{ startMs: Date.parse(start) }]);
	});

	test.each`
		d                      | dateFormat      | reason                                                   | because
		${'27.11.26'}          | ${'auto'}       | ${/'27\.11\.26': write the year with four digits/}       | ${'26 can be a day'}
		${'27.11.'}            | ${'auto'}       | ${/'27\.11\.': write the year with four digits/}         | ${'it has no year'}
		${'31.02.2026'}        | ${'auto'}       | ${/'31\.02\.2026', a day that does not exist/}           | ${'February has no 31st'}
		${'29/02/2026'}        | ${'dayFirst'}   | ${/a day that does not exist/}                           | ${'2026 is no leap year'}
		${'11/27/2026'}        | ${'dayFirst'}   | ${/a day that does not exist.*day first.*Date Format/}   | ${'there is no 27th month'}
		${'27/11/2026'}        | ${'monthFirst'} | ${/a day that does not exist.*month first.*Date Format/} | ${'there is no 27th month'}
		${'27.11.2026'}        | ${'iso'}        | ${/must look like 2026-11-23.*Date Format/}              | ${'it is not ISO'}
		${'27.11.2026 14:00'}  | ${'auto'}       | ${/a time beside the hour/}                              | ${'two hours are named'}
		${'2026-13-01'}        | ${'auto'}       | ${/a day that does not exist|must look/}                 | ${'a year has twelve months'}
		${'27. November 2026'} | ${'auto'}       | ${/must look like/}                                      | ${'months have names in many languages'}
	`('$d with $dateFormat is rejected: $because', ({ d, dateFormat, reason }) => {
		const row = { d, h: 9, cost: 1 };
		const { windows, rejected } = starts([{ d: '2026-11-20', h: 9 }, row], { date: 'd', hour: 'h', dateFormat });
		expect(windows).toHaveLength(1);
		expect(rejected).toEqual([{ index: 1, reason: expect.stringMatching(reason), row }]);
	});

	test('an impossible clock time is rejected', () => {
		for (const d of ['27.11.2026 25:00', '27.11.2026 13:00 PM', '27.11.2026 0:00 AM', '27.11.2026 14:30']) {
			expect(starts([{ d }], { date: 'd' }).rejected).toHaveLength(1);
		}
	});

	test('the settled format of a table reads back what it wrote', () => {
		const table = fc.record({
			days: fc.array(fc.integer({ min: 0, max: 3000 }), { minLength: 1, maxLength: 20 }),
			locale: fc.constantFrom('de-DE', 'en-GB', 'fr-FR', 'nl-NL', 'sv-SE', 'ja-JP', 'pl-PL'),
		});
		fc.assert(
			fc.property(table, ({ days, locale }) => {
				const written = new Intl.DateTimeFormat(locale, {
					...{ day: '2-digit', month: '2-digit', year: 'numeric', timeZone: 'UTC' },
				});
				const noons = [...new Set(days)].sort((a, b) => a - b).map((day) => Date.UTC(2020, 0, 1 + day, 12));
				const { windows } = normaliseRows(
					noons.map((noon) => ({ d: written.format(noon), h: 12, cost: 1 })),
					{
						budget: { ...BERLIN, timeZone: 'UTC' },
						fields: { date: 'd', hour: 'h', spend: 'cost', dateFormat: 'dayFirst' } as Fields,
					},
				);
				expect(windows.map(({ startMs }) => startMs)).toEqual(noons);
			}),
		);
	});
});
