import { normaliseRows } from '../../../src/index';
import { PUSH_PLATFORMS, REPORT_FORMATS, type ReportPlatform } from '../../../src/platforms/registry';
import { HOUR_MS } from '../../support/deliveries';
import { NEW_YORK } from '../../support/platformFixture';
import { fixturesOf } from '../../support/platformFixtures';
import { payload, readAs } from '../../support/platformTests';
import { BERLIN } from '../../support/reportRows';
import { describeWithShared } from '../../support/shared';

const FIXTURES = fixturesOf('report');
const IDS = Object.keys(REPORT_FORMATS) as ReportPlatform[];

test('exactly the reports of the registry have fixtures', () => {
	expect(Object.keys(FIXTURES).sort()).toEqual([...IDS].sort());
});

describe.each(IDS)('%s', (id) => {
	const fixture = FIXTURES[id]!;
	const format = REPORT_FORMATS[id];

	test('a valid row is read', () => {
		expect(readAs(id, [fixture.row({})])).toMatchObject({ windows: [{}], rejected: [] });
	});

	test('the same batch twice counts once', () => {
		const row = fixture.row({});
		const { windows, rejected } = readAs(id, [row, row]);
		expect(windows).toHaveLength(1);
		expect(rejected).toMatchObject([{ reason: 'The row is a duplicate of another one' }]);
	});

	test('a row is recognised by its shape, by one platform only, and cannot be mixed with others', () => {
		const row = fixture.row({});
		expect(normaliseRows([row], { budget: NEW_YORK }).format).toBe(id);
		for (const other of IDS) {
			if (other === id) continue;
			const mixed = () => normaliseRows([row, FIXTURES[other]!.row({})], { budget: NEW_YORK });
			expect(mixed).toThrow(/The rows mix/);
		}
	});

	test('has the same name for reports and pushes', () => {
		const push = id in PUSH_PLATFORMS ? PUSH_PLATFORMS[id as keyof typeof PUSH_PLATFORMS] : undefined;
		expect([format.label, undefined]).toContain(push?.profile.label);
		expect(format.description).not.toMatch(/\.$/);
	});
});

test.each(IDS.flatMap((id) => FIXTURES[id]!.withoutRows.map((response) => ({ id, response }))))(
	'a report of $id without rows is empty',
	({ response }) => {
		const empty = { format: 'empty', windows: [], rejected: [], notices: [] };
		expect(normaliseRows([response], { budget: NEW_YORK })).toEqual(empty);
	},
);

describe('a row in yen', () => {
	const EURO = { budgetId: 'b', currency: 'EUR', timeZone: 'UTC', dailyAmount: '1000.00' } as const;
	const rows = IDS.flatMap((id) => FIXTURES[id]!.inYen.map((given) => ({ id, ...given })));

	test.each(rows)('of $id is converted, and what it does not report stays unknown', ({ row, window }) => {
		const budget = { ...EURO, exchangeRates: { JPY: '0.0061' } };
		const { windows, rejected } = normaliseRows([row], { budget, reportTimeZone: 'UTC' });
		expect(rejected).toEqual([]);
		expect(windows).toHaveLength(1);
		for (const [field, value] of Object.entries({ ...window, exchangeRate: 0.0061 })) {
			expect({ [field]: windows[0]![field as keyof typeof window] }).toEqual({ [field]: value });
			expect(Object.hasOwn(windows[0]!, field)).toBe(value !== undefined);
		}
	});

	test.each(rows)('of $id is refused without a rate for it, and the reason says where to add one', ({ row }) => {
		const budget = { ...EURO, exchangeRates: { USD: '0.92' } };
		const { windows, rejected } = normaliseRows([row], { budget, reportTimeZone: 'UTC' });
		expect(windows).toEqual([]);
		expect(rejected).toMatchObject([
			{
				reason:
					"The currency of the row is JPY, but that of the budget is EUR: add JPY to 'Exchange Rates' in Pacing Budget to convert such rows",
			},
		]);
	});
});

describe('clock changes', () => {
	test.each`
		date            | localHour | hours | because
		${'2026-10-25'} | ${2}      | ${2}  | ${'the hour occurs twice and is reported once'}
		${'2026-10-25'} | ${3}      | ${1}  | ${'it comes after'}
		${'2026-03-29'} | ${3}      | ${1}  | ${'it follows the hour that does not exist'}
	`('hour $localHour of $date in Berlin lasts $hours h on every platform: $because', ({ date, localHour, hours }) => {
		const rows = IDS.flatMap((id) => FIXTURES[id]!.atHour?.(date, localHour) ?? []);
		const windows = rows.map(
			(row) => normaliseRows([row], { budget: BERLIN, reportTimeZone: 'Europe/Berlin' }).windows[0]!,
		);
		expect(rows.length).toBeGreaterThan(3);
		expect(new Set(windows.map(({ startMs }) => startMs)).size).toBe(1);
		for (const { startMs, endMs } of windows) expect(endMs - startMs).toBe(hours * HOUR_MS);
	});
});

describeWithShared('documented reports', () => {
	const reports = IDS.flatMap((id) => FIXTURES[id]!.documented.map((name) => ({ id, name })));

	test.each(reports)('$name is recognised as no other platform, and cannot be mixed with others', ({ id, name }) => {
		const read = (rows: readonly unknown[]) => normaliseRows(rows, { budget: BERLIN }).format;
		expect(read([payload(name)])).toBe(id);
		for (const other of reports) {
			if (other.id === id) continue;
			expect(() => read([payload(name), payload(other.name)])).toThrow(/The rows mix/);
		}
	});
});
