import { checkExhaustion, createState, ingest, optimizeAllocation, type PacingState } from '../../../src/index';
import { HOUR_MS } from '../../support/deliveries';

/** A Monday, midnight. */
const TODAY = Date.UTC(2026, 10, 23);
const DAYS = 21;
const TWENTY_PAST = HOUR_MS / 3;

/** What an account spends in an hour of the day: little at night. */
const usual = (hour: number): number => (hour < 7 ? 4 : 48);
const USUAL_DAY = 7 * 4 + 17 * 48;

/** The share of an hour's spend until now that is visible, by the hours since it began. */
type Visible = (hoursSince: number) => number;

const AT_ONCE: Visible = () => 1;
/** Of a running hour 30%, of the last one 70%, of the one before 95%. */
const LATE: Visible = (hoursSince) => [0.3, 0.7, 0.95][hoursSince] ?? 1;

interface Account {
	readonly visible: Visible;
	/** As the platform states it. */
	readonly lagMinutes: number;
	/** Relative to the usual spend, from midnight of today on. */
	readonly level?: number;
}

/** An account that is read at 20 past every hour, up to an hour of today. */
function readUntil(lastHour: number, { visible, lagMinutes, level = 1 }: Account): PacingState {
	let state = createState({ budgetId: 'b', currency: 'EUR', timeZone: 'UTC', dailyAmount: String(USUAL_DAY) });
	for (let hour = -24 * DAYS; hour <= lastHour; hour++) {
		const nowMs = TODAY + hour * HOUR_MS + TWENTY_PAST;
		const windows = Array.from({ length: 4 }, (_, hoursSince) => {
			const startMs = TODAY + (hour - hoursSince) * HOUR_MS;
			const elapsed = Math.min(1, (nowMs - startMs) / HOUR_MS);
			const spends = usual((24 * DAYS + hour - hoursSince) % 24) * (startMs < TODAY ? 1 : level) * elapsed;
			return { startMs, endMs: startMs + HOUR_MS, spend: (spends * visible(hoursSince)).toFixed(6) };
		});
		({ state } = ingest(state, windows, nowMs, { lagMinutes }));
	}
	return state;
}

const nowAt = (hour: number) => TODAY + hour * HOUR_MS + TWENTY_PAST;
const dayEnd = (state: PacingState, hour: number) => checkExhaustion(state, { nowMs: nowAt(hour) }).exhaustion;

describe('an account that is read at 20 past, whose latest hours still grow', () => {
	test.each([
		[9, 180, 'two hours after the morning began, as the platform states its lag'],
		[9, 0, 'the same, known from restatements alone'],
		[13, 180, 'in the middle of the day'],
		[13, 0, 'the same, known from restatements alone'],
		[22, 0, 'late in the day'],
	])('is forecast to spend its usual day at %i:20 with a stated lag of %i minutes: %s', (hour, lagMinutes) => {
		const { spendByDayEnd, status } = dayEnd(readUntil(hour, { visible: LATE, lagMinutes }), hour);
		expect(Math.abs(spendByDayEnd.mean / USUAL_DAY - 1)).toBeLessThan(0.04);
		expect(spendByDayEnd.low).toBeLessThan(USUAL_DAY);
		expect(spendByDayEnd.high).toBeGreaterThan(USUAL_DAY);
		expect(status).toBe('on-pace');
	});

	test.each([180, 0])(
		'has what its reports do not show yet counted as spent, with a stated lag of %i minutes',
		(lagMinutes) => {
			const { plan } = optimizeAllocation(readUntil(13, { visible: LATE, lagMinutes }), {
				strategy: 'adaptive_ml',
				nowMs: nowAt(13),
			});
			const hidden = 48 * (0.7 / 3 + 0.3 + 0.05);
			expect(plan.expected.unreported.low).toBeLessThan(hidden);
			expect(plan.expected.unreported.high).toBeGreaterThan(hidden);
			expect(Math.abs(plan.expected.unreported.mean / hidden - 1)).toBeLessThan(0.2);
		},
	);

	test.each([180, 0])('is still seen to slow down when it does, with a stated lag of %i minutes', (lagMinutes) => {
		const { spendByDayEnd } = dayEnd(readUntil(13, { visible: LATE, lagMinutes, level: 0.5 }), 13);
		expect(spendByDayEnd.mean).toBeLessThan(0.65 * USUAL_DAY);
	});

	test.each([180, 0])('is seen to run away within the hour, with a stated lag of %i minutes', (lagMinutes) => {
		const { spendByDayEnd } = dayEnd(readUntil(13, { visible: LATE, lagMinutes, level: 3 }), 13);
		expect(spendByDayEnd.mean).toBeGreaterThan(2.5 * USUAL_DAY);
	});

	test('has nothing unreported where every hour was whole at once', () => {
		const state = readUntil(13, { visible: AT_ONCE, lagMinutes: 0 });
		const { plan } = optimizeAllocation(state, { strategy: 'adaptive_ml', nowMs: nowAt(13) });
		expect(plan.expected.unreported).toEqual({ mean: 0, low: 0, high: 0, level: 0.8 });
	});
});
