import * as z from 'zod/v4';

import type { DeliveredHour } from '../ledger/deliveredHour';
import type { IngestReport } from '../ledger/ingestReport';
import { ingestWindows } from '../ledger/ingestWindows';
import { deliveredHours } from '../ledger/ledger';
import { type DailyBudgetInForce, withOffer as recordOffer } from '../ledger/withOffer';
import { Amount } from '../money/amount';
import { parse } from '../parse';
import type { PerformanceWindow } from '../ledger/performanceWindow';
import { type PacingState, readState, trust } from '../state/pacingState';
import { HOUR_MS } from '../time/durations';
import { instant } from './checks';

/**
 * Adds delivered windows to a state; see `ingestWindows` for what is accepted, replaced and rejected.
 *
 * @param nowMs      instant of the report
 * @param lagMinutes how long after the end of a window its figures may still grow; until then they are no evidence of a slow hour
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
 * Records that a report was read, whatever was in it: a check need not take the silence since for hours without a click. Kept to the hour, so
 * that a report that is read every few minutes and has nothing new changes no state.
 */
export function reportRead(state: PacingState, nowMs: number): PacingState {
	const before = readState(state);
	const { readMs = -Infinity } = before;
	return instant(nowMs) - readMs < HOUR_MS ? before : trust({ ...before, readMs: nowMs });
}

/**
 * Records the daily budget of a campaign, or of everything under the budget together, that is in force from an instant on: set by a push that is
 * confirmed, or read from the platform.
 */
export function withOffer(state: PacingState, budget: DailyBudgetInForce): PacingState {
	const before = readState(state);
	instant(budget.atMs);
	const { amount } = parse(z.object({ amount: Amount }), { amount: budget.amount }, 'daily budget');
	const ledger = recordOffer(before.ledger, { ...budget, amount }, before.definition.timeZone);
	return ledger === before.ledger ? before : trust({ ...before, ledger });
}

/**
 * The windows of a state that are not folded yet, by campaign and in order of time; older ones are kept as statistics. Amounts in micros; null
 * means not reported.
 */
export const recentHours = (state: PacingState): readonly DeliveredHour[] => deliveredHours(readState(state).ledger);
