import type { DeliveredHour } from '../ledger/deliveredHour';
import type { IngestReport } from '../ledger/ingestReport';
import { ingestWindows } from '../ledger/ingestWindows';
import { deliveredHours } from '../ledger/ledger';
import type { PerformanceWindow } from '../ledger/performanceWindow';
import { forecastDay } from '../learning/forecastDay';
import { learn, learnAll } from '../learning/insight';
import { portfolioOf } from '../campaigns/portfolioOf';
import { type PacingState, readState, trust } from '../state/pacingState';
import { localClock } from '../time/localClock';
import { localDay } from '../time/localDay';
import { instant } from './checks';

/**
 * Writes delivered windows into a state; see `ingestWindows` for what is accepted, replaced and rejected.
 *
 * What the windows teach is learned at once, so that the decisions that follow are quick.
 *
 * @param nowMs      the instant of the report
 * @param lagMinutes how long after their window has ended figures may still come in: until then they are no evidence of a slow hour
 */
export function ingest(
	state: PacingState,
	windows: readonly PerformanceWindow[],
	nowMs: number,
	{ lagMinutes = 0 }: { lagMinutes?: number | undefined } = {},
): { state: PacingState; report: IngestReport } {
	const before = readState(state);
	const planned = new Map(before.plan?.hours.map((hour) => [hour.startMs, hour]));
	const { ledger, report } = ingestWindows(before.ledger, windows, before.definition, instant(nowMs), {
		planned: (startMs) => planned.get(startMs),
		lagMinutes,
	});
	if (ledger === before.ledger) return { state: before, report };
	const after = trust({ ...before, ledger });
	prepareDecisions(after, nowMs);
	return { state: after, report };
}

/** Learns, and draws the futures of today: all that decisions at this instant read. */
function prepareDecisions({ ledger, definition, campaignRegimes }: PacingState, nowMs: number): void {
	const insight = learn(ledger, definition);
	learnAll(insight, definition.objective);
	if (definition.campaigns !== undefined) portfolioOf(ledger, definition, campaignRegimes);
	const { date } = localClock(nowMs, definition.timeZone);
	forecastDay(insight, localDay(date, definition.timeZone), ledger.dataUntilMs ?? nowMs);
}

/**
 * The windows that a state still holds one by one, campaigns in order, each in order of time; older ones are statistics. Money in micros, null
 * is not reported.
 */
export const recentHours = (state: PacingState): readonly DeliveredHour[] => deliveredHours(readState(state).ledger);
