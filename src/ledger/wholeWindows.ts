import { addChanges } from './addChanges';
import { addResults } from './addResults';
import type { Arrival } from './arrival';
import { type DeliveredHour, keyOf } from './deliveredHour';
import { differenceTotal } from './differenceTotals';
import { deliveredHours, hoursByKey, type Ledger } from './ledger';
import type { ReadWindow } from './readWindow';
import type { Candidate } from './writeHours';

/** What windows are made whole of, in this order: results join hours that the others bring. */
export const KINDS = ['whole', 'delta', 'running-total', 'results'] as const;
export type Kind = (typeof KINDS)[number];

/** A window and its position in the report. */
export interface IndexedWindow extends ReadWindow {
	readonly index: number;
}

interface WholeWindows {
	readonly candidates: readonly Candidate[];
	readonly unchanged: number;
	readonly rejected: readonly { readonly index: number; readonly reason: string }[];
}

/**
 * Turns the windows of one kind into whole windows by what is known of them.
 *
 * @returns them, how many windows bring nothing new, and what is rejected
 */
export function wholeWindows(
	kind: Kind,
	windows: readonly IndexedWindow[],
	ledger: Ledger,
	{ definition, nowMs }: Arrival,
): WholeWindows {
	const present = hoursByKey(ledger);
	const nothing = { unchanged: 0, rejected: [] };
	switch (kind) {
		case 'whole':
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
			for (const { index, hour: total } of windows) {
				const known = deliveredHours(ledger).filter(
					({ campaignId, startMs, endMs }) =>
						campaignId === total.campaignId && startMs >= total.startMs && endMs <= total.endMs,
				);
				const hours = differenceTotal(total, known, definition.timeZone, nowMs);
				if (hours.length === 0) unchanged++;
				candidates.push(...hours.map((hour) => ({ indexes: [index], hour })));
			}
			return { ...nothing, candidates, unchanged };
		}
		case 'results': {
			const candidates: Candidate[] = [];
			const rejected: { index: number; reason: string }[] = [];
			for (const { index, hour: results } of windows) {
				const hour = addResults(results, present);
				if (typeof hour === 'string') rejected.push({ index, reason: hour });
				else candidates.push({ indexes: [index], hour });
			}
			return { ...nothing, candidates, rejected };
		}
	}
}

/** An hour whose results a second source has counted keeps them. */
function withKnownResults(hour: DeliveredHour, present: ReadonlyMap<string, DeliveredHour>): DeliveredHour {
	const before = present.get(keyOf(hour));
	if (before?.secondSource !== true) return hour;
	return { ...hour, conversions: before.conversions, revenue: before.revenue, secondSource: true };
}
