import { type BudgetDefinitionInput, normaliseRows } from '../../../src/index';

type Row = Readonly<Record<string, unknown>>;

const BERLIN = { budgetId: 'b', currency: 'EUR', timeZone: 'Europe/Berlin', dailyAmount: '1000.00' } as const;

const read = (row: Row, reportTimeZone: string, budget: BudgetDefinitionInput = BERLIN) =>
	normaliseRows([row], { budget, reportTimeZone });

describe('Report Time Zone of a table', () => {
	test.each`
		row                                                               | zone                  | start                     | because
		${{ Date: '2026-11-29', Hour: 10 }}                               | ${'America/New_York'} | ${'2026-11-29T15:00:00Z'} | ${'the hour is that of the report'}
		${{ Date: '2026-11-29', Hour: 10 }}                               | ${'Europe/Berlin'}    | ${'2026-11-29T09:00:00Z'} | ${'it is the zone of the budget'}
		${{ Date: '2026-11-29 10:00' }}                                   | ${'America/New_York'} | ${'2026-11-29T15:00:00Z'} | ${'so is the hour in a date'}
		${{ Date: '2026-11-29', Hour: 22 }}                               | ${'America/New_York'} | ${'2026-11-30T03:00:00Z'} | ${'it is the next day in Berlin'}
		${{ Start: '2026-11-29T10:00' }}                                  | ${'America/New_York'} | ${'2026-11-29T15:00:00Z'} | ${'so is a start'}
		${{ Start: '2026-11-29T10:00', End: '2026-11-29T11:00' }}         | ${'America/New_York'} | ${'2026-11-29T15:00:00Z'} | ${'and an end'}
		${{ Start: '2026-11-29T10:00:00Z' }}                              | ${'America/New_York'} | ${'2026-11-29T10:00:00Z'} | ${'an offset takes precedence'}
		${{ Start: '2026-11-29T10:00:00Z' }}                              | ${'Asia/Kolkata'}     | ${'2026-11-29T10:00:00Z'} | ${'it is a full hour of the budget, whatever the zone'}
		${{ Start: Date.UTC(2026, 10, 29, 10) }}                          | ${'America/New_York'} | ${'2026-11-29T10:00:00Z'} | ${'milliseconds are an instant'}
		${{ Date: '2026-11-29', Hour: 10, 'Time zone': 'Europe/Berlin' }} | ${'America/New_York'} | ${'2026-11-29T09:00:00Z'} | ${'the zone of the row takes precedence'}
		${{ Date: '2026-11-29', Hour: 10, 'Time zone': '' }}              | ${'America/New_York'} | ${'2026-11-29T15:00:00Z'} | ${'an empty cell names no zone'}
	`('reads $row in $zone from $start: $because', ({ row, zone, start }: { row: Row; zone: string; start: string }) => {
		const { format, windows, rejected } = read({ ...row, Cost: 100 }, zone);
		expect({ format, rejected }).toEqual({ format: 'mapped', rejected: [] });
		const startMs = Date.parse(start);
		expect(windows).toMatchObject([{ startMs, endMs: startMs + 3_600_000, spend: '100' }]);
	});

	test('counts the hour that clocks repeat in the report once', () => {
		const utc = { ...BERLIN, timeZone: 'UTC' };
		const { windows } = read({ Date: '2026-11-01', Hour: 1, Cost: 100 }, 'America/New_York', utc);
		expect(windows).toMatchObject([{ startMs: Date.UTC(2026, 10, 1, 5), endMs: Date.UTC(2026, 10, 1, 7) }]);
	});

	test('has to exist', () => {
		expect(() => read({ Date: '2026-11-29', Hour: 10, Cost: 100 }, 'Mars')).toThrow("'Mars' is not a time zone");
	});
});
