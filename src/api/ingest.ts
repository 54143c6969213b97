import type { DeliveredHour } from '../ledger/deliveredHour';
import type { IngestReport } from '../ledger/ingestReport';
import { ingestWindows } from '../ledger/ingestWindows';
import { deliveredHours } from '../ledger/ledger';
import type { PerformanceWindow } from '../ledger/performanceWindow';
import { type PacingState, readState, trust } from '../state/pacingState';
import { instant } from './checks';

/**
 * Writes delivered windows into a state; see `ingestWindows` for what is accepted, replaced and rejected.
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
	const { ledger, report } = ingestWindows(before.ledger, windows, {
		definition: before.definition,
		nowMs: instant(nowMs),
		planned: (startMs) => planned.get(startMs),
		lagMinutes,
	});
	if (ledger === before.ledger) return { state: before, report };
	return { state: trust({ ...before, ledger }), report };
}

/**
 * The windows that a state still holds one by one, campaigns in order, each in order of time; older ones are statistics. Money in micros, null
 * is not reported.
 */
export const recentHours = (state: PacingState): readonly DeliveredHour[] => deliveredHours(readState(state).ledger);
