import { normaliseRows, type PerformanceWindow } from '../../src/index';
import type { ReportPlatform } from '../../src/platforms/registry';
import { HOUR_MS } from './deliveries';
import { NEW_YORK, type ReportFixture } from './platformFixture';
import type { Fields } from './reportRows';
import { readSharedJson } from './shared';

/** The window of an hour. */
export const hour = (startMs: number, figures: Partial<PerformanceWindow>) => ({
	startMs,
	endMs: startMs + HOUR_MS,
	...figures,
});

/** A message of an ad platform, from the reference data. */
export const payload = <Payload = unknown>(name: string): Payload =>
	readSharedJson<{ payload: Payload }>(`platforms/${name}.json`).payload;

/** That a documented report is read whole, as one item and as its parts. */
export function expectRead(
	name: string,
	windows: readonly object[],
	options: Parameters<typeof normaliseRows>[1],
): void {
	const body = payload(name);
	for (const rows of [[body], [body].flat()]) {
		const read = normaliseRows(rows, options);
		expect(read.rejected).toEqual([]);
		expect(read.windows.map(withoutSource)).toEqual(expect.arrayContaining<unknown>([...windows]));
		expect(read.windows).toHaveLength(windows.length);
	}
}

/** A window without the account of the reference data: sources have tests of their own. */
const withoutSource = (window: PerformanceWindow) =>
	Object.fromEntries(Object.entries(window).filter(([field]) => field !== 'source'));

/** How a row of this platform is read, for the budget in New York. */
export const readAs = (format: ReportPlatform, rows: readonly unknown[]) =>
	normaliseRows(rows, { budget: NEW_YORK, format, reportTimeZone: 'America/New_York' });

/** Tests that each changed row is rejected alone: what is changed in the good row, the reason, because. */
export function rejectsRows(
	format: ReportPlatform,
	{ row }: ReportFixture,
	table: readonly (readonly [Fields, RegExp, string])[],
): void {
	test.each(table.map(([changes, reason, because]) => ({ changes, reason, because })))(
		'a row is rejected alone: $because',
		({ changes, reason }) => {
			const { windows, rejected } = readAs(format, [row(changes)]);
			expect(windows).toEqual([]);
			expect(rejected).toEqual([
				{ index: 0, reason: expect.stringMatching(reason) as string, row: expect.anything() as unknown },
			]);
			expect(rejected[0]!.reason.length).toBeLessThanOrEqual(LONGEST_REASON);
		},
	);
}

/** Tests that each changed row is read but for one result, which is unknown: what is changed in the good row, the result, why, because. */
export function keepsRows(
	format: ReportPlatform,
	{ row }: ReportFixture,
	table: readonly (readonly [Fields, 'conversions' | 'revenue', RegExp, string])[],
): void {
	const good = readAs(format, [row({})]).windows[0]!;
	test.each(table.map(([changes, result, notice, because]) => ({ changes, result, notice, because })))(
		'a row whose $result cannot be used counts without: $because',
		({ changes, result, notice }) => {
			const { windows, rejected, notices } = readAs(format, [row(changes)]);
			expect(rejected).toEqual([]);
			expect(windows).toMatchObject([{ startMs: good.startMs, ...(good.spend && { spend: good.spend }) }]);
			expect(windows[0]).not.toHaveProperty(result);
			expect(notices).toEqual([{ index: 0, message: expect.stringMatching(notice) as string }]);
		},
	);
}

/** A reason is a sentence, not a page. */
const LONGEST_REASON = 200;
