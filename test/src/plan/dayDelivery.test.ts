import type { Ledger } from '../../../src/ledger/ledger';
import { type HourRow, storeRows } from '../../../src/ledger/storedHours';
import { dayDelivery } from '../../../src/plan/dayDelivery';
import { localDay } from '../../../src/time/localDay';

const MINUTE_MS = 60_000;

/** A window of one campaign: its start, then minutes, spend in micros and results as stored. */
const window = (start: string, minutes: number, spend: number, ...rest: (number | null)[]): HourRow => [
	Date.parse(start) / MINUTE_MS,
	minutes,
	spend,
	...rest,
];

const ledgerOf = (...rows: HourRow[]): Ledger => ({ campaigns: [{ campaignId: '', hours: storeRows(rows) }] });

/** Reported spend of a local day by hour index. */
const reported = (ledger: Ledger, date: string, zone: string) =>
	Object.fromEntries(
		dayDelivery(ledger, localDay(date, zone))
			.spend.map((spend, position) => [position, spend] as const)
			.filter(([, spend]) => spend !== null),
	);

describe('delivery of a local day', () => {
	test.each`
		date            | zone                     | hours                                                                       | spend                   | because
		${'2026-11-23'} | ${'UTC'}                 | ${[]}                                                                       | ${{}}                   | ${'nothing is reported'}
		${'2026-11-23'} | ${'UTC'}                 | ${[window('2026-11-23T05:00Z', 60, 0)]}                                     | ${{ 5: 0 }}             | ${'zero spend is a fact'}
		${'2026-11-23'} | ${'UTC'}                 | ${[window('2026-11-23T00:00Z', 60, 7), window('2026-11-23T23:00Z', 60, 9)]} | ${{ 0: 7, 23: 9 }}      | ${'the first and the last hour'}
		${'2026-11-23'} | ${'UTC'}                 | ${[window('2026-11-22T23:00Z', 60, 7), window('2026-11-24T00:00Z', 60, 9)]} | ${{}}                   | ${'the hour before and the one after'}
		${'2026-11-23'} | ${'UTC'}                 | ${[window('2026-11-23T05:00Z', 60, 7), window('2026-11-23T05:00Z', 60, 9)]} | ${{ 5: 16 }}            | ${'windows of one hour add up'}
		${'2026-10-25'} | ${'Europe/Berlin'}       | ${[window('2026-10-25T00:00Z', 120, 101)]}                                  | ${{ 2: 51, 3: 50 }}     | ${'two hours with the same clock time share it to the micro'}
		${'2026-04-05'} | ${'Australia/Lord_Howe'} | ${[window('2026-04-04T14:00Z', 90, 99)]}                                    | ${{ 1: 66, 2: 33 }}     | ${'an hour and its half share it by time'}
		${'2026-11-23'} | ${'UTC'}                 | ${[window('2026-11-23T05:00Z', 180, 10)]}                                   | ${{ 5: 3, 6: 4, 7: 3 }} | ${'no micro is lost to rounding'}
	`('$date in $zone has $spend: $because', ({ date, zone, hours, spend }) => {
		expect(reported(ledgerOf(...hours), date, zone)).toEqual(spend);
	});

	test('the spend of a window read before its end belongs to the time until then', () => {
		const asOf = Date.parse('2026-10-25T00:30Z') / MINUTE_MS;
		const running = window('2026-10-25T00:00Z', 120, 100, null, null, null, null, null, asOf);
		expect(reported(ledgerOf(running), '2026-10-25', 'Europe/Berlin')).toEqual({ 2: 100 });
	});

	test('results are summed over the windows of the day that report them', () => {
		const ledger = ledgerOf(
			window('2026-11-22T23:00Z', 60, 1, 900, 90, 9_000_000),
			window('2026-11-23T05:00Z', 60, 1, 20, 2, 3_000_000),
			window('2026-11-23T06:00Z', 60, 1, 30, null, 4_000_000),
			window('2026-11-24T00:00Z', 60, 1, 900, 90, 9_000_000),
		);
		expect(dayDelivery(ledger, localDay('2026-11-23', 'UTC'))).toMatchObject({
			clicks: 50,
			conversions: 2,
			revenue: 7_000_000,
		});
		expect(dayDelivery(ledger, localDay('2026-11-25', 'UTC'))).toMatchObject({
			clicks: null,
			conversions: null,
			revenue: null,
		});
	});
});
