import { addChanges } from './addChanges';
import { addResults } from './addResults';
import type { IngestContext } from './ingestContext';
import { type DeliveredHour, keyOf } from './deliveredHour';
import { differenceTotal } from './differenceTotals';
import { groupBy } from '../groupBy';
import { deliveredHours, type Ledger } from './ledger';
import type { ReadWindow } from './readWindow';
import { campaignKey } from './source';
import type { Candidate } from './writeHours';

/** Kinds of windows in order of processing: results attach to hours that the other kinds report. */
export const KINDS = ['absolute', 'delta', 'running-total', 'results'] as const;
export type Kind = (typeof KINDS)[number];

/** A window and its position in the report. */
export interface IndexedWindow extends ReadWindow {
	readonly index: number;
}

interface AbsoluteWindows {
	readonly candidates: readonly Candidate[];
	readonly unchanged: number;
	readonly rejected: readonly { readonly index: number; readonly reason: string }[];
}

/**
 * Turns the windows of one kind into windows with absolute figures, given the ledger.
 *
 * @param present the windows of the ledger, by `keyOf`
 * @returns the windows to write, the number of windows without news, and the rejected ones
 */
export function absoluteWindows(
	kind: Kind,
	windows: readonly IndexedWindow[],
	ledger: Ledger,
	present: ReadonlyMap<string, DeliveredHour>,
	{ definition, nowMs }: IngestContext,
): AbsoluteWindows {
	const nothing = { unchanged: 0, rejected: [] };
	switch (kind) {
		case 'absolute':
			return {
				...nothing,
				candidates: windows.map(({ index, hour }) => ({ indexes: [index], hour: withKnownResults(hour, present) })),
			};
		case 'delta': {
			const { hours, repeated, rejected } = addChanges(windows, present, ledger.changes);
			return { candidates: hours, unchanged: repeated, rejected };
		}
		case 'running-total': {
			const candidates: Candidate[] = [];
			let unchanged = 0;
			const hoursOf = groupBy(deliveredHours(ledger), campaignKey);
			for (const { index, hour: total } of windows) {
				const own = hoursOf.get(campaignKey(total)) ?? [];
				const known = own.filter(({ startMs, endMs }) => startMs >= total.startMs && endMs <= total.endMs);
				const hours = differenceTotal(total, known, definition.timeZone, nowMs);
				if (hours.length === 0) unchanged++;
				candidates.push(...hours.map((hour) => ({ indexes: [index], hour })));
			}
			return { ...nothing, candidates, unchanged };
		}
		case 'results': {
			const candidates: Candidate[] = [];
			const rejected: { index: number; reason: string }[] = [];
			const hoursAt = groupBy(present.values(), ({ startMs }) => startMs);
			for (const { index, hour: results } of windows) {
				const hour = addResults(results, hoursAt.get(results.startMs) ?? []);
				if (typeof hour === 'string') rejected.push({ index, reason: hour });
				else candidates.push({ indexes: [index], hour });
			}
			return { ...nothing, candidates, rejected };
		}
	}
}

/** Keeps the results that a second source has counted for the hour. */
function withKnownResults(hour: DeliveredHour, present: ReadonlyMap<string, DeliveredHour>): DeliveredHour {
	const before = present.get(keyOf(hour));
	if (before?.secondSource !== true) return hour;
	return { ...hour, conversions: before.conversions, revenue: before.revenue, secondSource: true };
}
