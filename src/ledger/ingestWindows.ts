import { rememberChanges } from './addChanges';
import type { Arrival } from './arrival';
import type { IngestReport } from './ingestReport';
import type { Ledger } from './ledger';
import { readWindow } from './readWindow';
import { type IndexedWindow, type Kind, KINDS, wholeWindows } from './wholeWindows';
import { writeHours } from './writeHours';

/**
 * Writes a report into the ledger. The same window of the same campaign replaces what was there, so the same report twice is
 * the report once, and late conversions are simply sent again. Changes, running totals and results of a second source, in this order,
 * are first turned into whole windows by what is known.
 *
 * Windows older than the budget's restatement days are folded into statistics: from then on they are fixed, and a
 * restatement of them is rejected. History from before everything folded so far may still be added.
 */
export function ingestWindows(
	ledger: Ledger,
	windows: readonly unknown[],
	arrival: Arrival,
): { ledger: Ledger; report: IngestReport } {
	const { definition, nowMs, lagMinutes = 0 } = arrival;
	const rejected = new Map<number, string>();
	const byKind = { whole: [], delta: [], 'running-total': [], results: [] } as Record<Kind, IndexedWindow[]>;
	windows.forEach((raw, index) => {
		const window = readWindow(raw, definition.timeZone, nowMs, lagMinutes);
		if (typeof window === 'string') rejected.set(index, window);
		else byKind[window.kind ?? 'whole'].push({ index, ...window });
	});
	const counts = { accepted: 0, replaced: 0, unchanged: 0 };
	let current = ledger;
	for (const kind of KINDS) {
		const given = byKind[kind];
		if (given.length === 0) continue;
		const whole = wholeWindows(kind, given, current, arrival);
		const { ledger: next, report } = writeHours(current, whole.candidates, arrival);
		for (const { index, reason } of [...whole.rejected, ...report.rejected]) rejected.set(index, reason);
		current =
			kind === 'delta'
				? remembering(
						next,
						given.filter(({ index }) => !rejected.has(index)),
						nowMs,
					)
				: next;
		counts.accepted += report.accepted;
		counts.replaced += report.replaced;
		counts.unchanged += report.unchanged + whole.unchanged;
	}
	const reasons = [...rejected].sort(([a], [b]) => a - b).map(([index, reason]) => ({ index, reason }));
	return { ledger: current, report: { ...counts, rejected: reasons } };
}

/** The ledger that knows which changes it holds, so that none is added twice. */
function remembering(ledger: Ledger, added: readonly IndexedWindow[], nowMs: number): Ledger {
	const changes = rememberChanges(ledger.changes, added, nowMs);
	return changes === ledger.changes || changes.length === 0 ? ledger : { ...ledger, changes: [...changes] };
}
