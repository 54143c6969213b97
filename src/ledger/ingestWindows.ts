import { rememberChanges } from './addChanges';
import type { IngestContext } from './ingestContext';
import type { IngestReport } from './ingestReport';
import { hoursByKey, type Ledger } from './ledger';
import { readWindow } from './readWindow';
import { type IndexedWindow, type Kind, KINDS, absoluteWindows } from './absoluteWindows';
import { takeOver } from './takeOver';
import { withReportedOffers } from './reportedOffers';
import { writeHours } from './writeHours';

/**
 * Writes a report into the ledger.
 *
 * A window replaces the earlier one of the same source, campaign and time, so ingesting is idempotent and late conversions are simply reported
 * again. Changes, running totals and results of a second source, in this order, are first turned into absolute figures.
 *
 * Windows older than the budget's restatement days are folded into statistics, and later restatements of them are rejected. History from
 * before the first folded window may still be added.
 */
export function ingestWindows(
	ledger: Ledger,
	windows: readonly unknown[],
	context: IngestContext,
): { ledger: Ledger; report: IngestReport } {
	const { definition, nowMs, lagMinutes = 0 } = context;
	const rejected = new Map<number, string>();
	const byKind = { absolute: [], delta: [], 'running-total': [], results: [] } as Record<Kind, IndexedWindow[]>;
	windows.forEach((raw, index) => {
		const window = readWindow(raw, definition.timeZone, nowMs, lagMinutes);
		if (typeof window === 'string') rejected.set(index, window);
		else byKind[window.kind ?? 'absolute'].push({ index, ...window });
	});
	const counts = { accepted: 0, replaced: 0, unchanged: 0 };
	const delivered = KINDS.filter((kind) => kind !== 'results').flatMap((kind) => byKind[kind]);
	const takenOver = takeOver(ledger, delivered);
	for (const { index, reason } of takenOver.rejected) rejected.set(index, reason);
	let current = takenOver.ledger;
	for (const kind of KINDS) {
		const given = byKind[kind].filter(({ index }) => !rejected.has(index));
		if (given.length === 0) continue;
		const present = hoursByKey(current);
		const resolved = absoluteWindows(kind, given, current, present, context);
		const { ledger: next, report } = writeHours(current, resolved.candidates, present, context);
		for (const { index, reason } of [...resolved.rejected, ...report.rejected]) rejected.set(index, reason);
		current =
			kind === 'delta'
				? withKnownChanges(
						next,
						given.filter(({ index }) => !rejected.has(index)),
						Math.min(nowMs, next.dataUntilMs ?? nowMs),
					)
				: next;
		counts.accepted += report.accepted;
		counts.replaced += report.replaced;
		counts.unchanged += report.unchanged + resolved.unchanged;
	}
	const usable = KINDS.flatMap((kind) => byKind[kind]).filter(({ index }) => !rejected.has(index));
	current = withReportedOffers(current, usable, context);
	const reasons = [...rejected].sort(([a], [b]) => a - b).map(([index, reason]) => ({ index, reason }));
	return { ledger: current, report: { ...counts, rejected: reasons } };
}

/** The ledger with a record of the added changes, so that none is added twice. */
function withKnownChanges(ledger: Ledger, added: readonly IndexedWindow[], nowMs: number): Ledger {
	const changes = rememberChanges(ledger.changes, added, nowMs);
	return changes === ledger.changes || changes.length === 0 ? ledger : { ...ledger, changes: [...changes] };
}
