import { checkExhaustion, createState, ingest, type PacingState, reportRead } from '../../../src/index';
import { DAY_MS, HOUR_MS, hourly } from '../../support/deliveries';
import { poissonCounts } from '../../support/random';

/** A Monday. */
const TODAY = Date.UTC(2026, 5, 1);
const TWENTY_PAST = HOUR_MS / 3;

const BUDGET = { budgetId: 'b', currency: 'EUR', timeZone: 'UTC', dailyAmount: '30.00' } as const;

const HISTORY_MS = 28 * DAY_MS;

/** About ten clicks of 3.00 a day, without the hours between: eight hours without one are nothing unusual. */
const draw = poissonCounts(7);
const CLICKS = Array.from({ length: 29 * 24 }, () => draw(0.4));
const rows = (untilMs: number) =>
	hourly(TODAY - HISTORY_MS, Math.round((untilMs - TODAY + HISTORY_MS) / HOUR_MS), (hour) => ({
		campaignId: 'a',
		spend: (3 * CLICKS[hour]!).toFixed(2),
		clicks: CLICKS[hour]!,
	})).filter(({ clicks }) => clicks !== 0);

/** What hourly checks tell until 16:20, with reports read until an hour; after 9:20 they have nothing new. */
function told(readUntil: number, read: (state: PacingState, nowMs: number) => PacingState): string[] {
	let { state } = ingest(createState(BUDGET), rows(TODAY), TODAY);
	const messages: string[] = [];
	for (let hour = 1; hour <= 16; hour++) {
		const nowMs = TODAY + hour * HOUR_MS + TWENTY_PAST;
		const report = rows(TODAY + Math.min(9, hour) * HOUR_MS);
		if (hour <= readUntil) state = read(ingest(state, report, nowMs).state, nowMs);
		const checked = checkExhaustion(state, { nowMs });
		({ state } = checked);
		const stale = checked.exhaustion.alerts.filter(({ kind, notify }) => kind === 'stale-data' && notify);
		messages.push(...stale.map(({ state: as, message }) => `${hour}:20 ${as}: ${message}`));
	}
	return messages;
}

describe('a small account', () => {
	test('is told as soon as no report has been read for hours, however little it usually spends', () => {
		expect(told(9, reportRead)).toEqual([
			'14:20 firing: No report has been read for 5 hours, so pacing cannot be judged',
		]);
	});

	test('is not told while reports are read that have nothing new', () => {
		expect(told(16, reportRead)).toEqual([]);
	});

	test('is told by chance alone where it is not known when a report was read last', () => {
		expect(told(9, (state) => state)).toEqual([]);
	});
});

test('the time of the last read is kept by the hour, so that reading the same report again changes nothing', () => {
	const state = createState(BUDGET);
	const first = reportRead(state, TODAY);
	expect(first).toEqual({ ...state, readMs: TODAY });
	expect(reportRead(first, TODAY + HOUR_MS / 2)).toBe(first);
	expect(reportRead(first, TODAY + HOUR_MS)).toEqual({ ...state, readMs: TODAY + HOUR_MS });
	expect(reportRead(first, TODAY - DAY_MS)).toBe(first);
	for (const before of [state, first]) expect(() => reportRead(before, NaN)).toThrow(RangeError);
});
