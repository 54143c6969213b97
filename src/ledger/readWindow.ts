import { toMicros } from '../money/micros';
import { HOUR_MS, MINUTE_MS } from '../time/durations';
import { localClock } from '../time/localClock';
import type { DeliveredHour } from './deliveredHour';
import { PerformanceWindow } from './performanceWindow';

/** When clocks go back, reports merge the repeated hour into one window. */
const MAX_WINDOW_MS = 2 * HOUR_MS;

/** A running total covers at most a local day, which has up to 25 hours, or 26 where clocks go back by two. */
const MAX_TOTAL_MS = 26 * HOUR_MS;

/** Windows start and end on multiples of this; platforms report by the hour, half hour or quarter of an hour. */
const GRAIN_MS = 5 * MINUTE_MS;

/** A window of a report: its kind, and its figures as the ledger keeps them. */
export interface ReadWindow {
	readonly kind: PerformanceWindow['kind'];
	/** ID of a change, else ''. */
	readonly id: string;
	readonly hour: DeliveredHour;
	/** Daily budget of the campaign, micros; null if the report names none. */
	readonly budget: number | null;
}

/**
 * The window as the ledger keeps it, or why it cannot be used.
 *
 * @param lagMinutes reporting lag: until this long after the end of a window, its figures are preliminary
 */
export function readWindow(raw: unknown, timeZone: string, nowMs: number, lagMinutes: number): ReadWindow | string {
	const parsed = PerformanceWindow.safeParse(raw);
	if (!parsed.success) {
		const [issue] = parsed.error.issues;
		const field = issue!.path.join('.');
		return field === '' ? `The window ${issue!.message}` : `'${field}' of the window: ${issue!.message}`;
	}
	const window = parsed.data;
	const { kind, startMs, endMs } = window;
	if (startMs % GRAIN_MS !== 0 || endMs % GRAIN_MS !== 0) {
		return 'The window does not start and end on a multiple of five minutes';
	}
	if (endMs - startMs > (kind === 'running-total' ? MAX_TOTAL_MS : MAX_WINDOW_MS)) {
		return `The window lasts ${(endMs - startMs) / HOUR_MS} hours: pacing needs figures by the hour`;
	}
	if (startMs >= nowMs) return 'The window lies in the future';
	if (localClock(startMs, timeZone).date !== localClock(endMs - 1, timeZone).date) {
		return `The window crosses midnight in ${timeZone}: its spend belongs to two days`;
	}
	return {
		kind,
		id: window.id ?? '',
		budget: window.budget === undefined || Number(window.budget) === 0 ? null : toMicros(window.budget),
		hour: {
			campaignId: window.campaignId ?? '',
			source: window.source,
			startMs,
			endMs,
			spend: window.spend === undefined ? 0 : toMicros(window.spend),
			clicks: window.clicks ?? null,
			conversions: window.conversions ?? null,
			revenue: window.revenue === undefined ? null : toMicros(window.revenue),
			impressions: window.impressions ?? null,
			multiplier: window.multiplier ?? null,
			asOfMs: endMs > nowMs ? nowMs - (nowMs % MINUTE_MS) : null,
			steered: false,
			capped: false,
			preliminary: nowMs >= endMs && nowMs < endMs + lagMinutes * MINUTE_MS,
			secondSource: false,
			divided: false,
			exchangeRate: window.exchangeRate ?? null,
		},
	};
}
