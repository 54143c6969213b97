import type { BudgetDefinition } from '../budget/budgetDefinition';
import { toMicros } from '../money/micros';
import { localClock } from '../time/localClock';
import { dayStartMs } from '../time/localDay';
import { countArrivals } from './arrivals';
import { byTimeAndCampaign, foldHours } from './foldHours';
import { coveredUntilMs, type DeliveredHour } from './deliveredHour';
import { deliveredHours, type Ledger, storeHour, type StoredCampaign } from './ledger';
import { addChanges } from './addChanges';
import { addResults } from './addResults';
import { differenceTotal } from './differenceTotals';
import { GRAIN_MS, readWindow, type ReadWindow } from './readWindow';

const DAY_MS = 86_400_000;

/** Recent windows that the spend model learns from, kept as they are even if they may no longer be restated. */
const RAW_DAYS = 30;

/** What became of the windows of one report. */
export interface IngestReport {
	readonly accepted: number;
	readonly replaced: number;
	readonly unchanged: number;
	/** Windows left out, by their position in the report. */
	readonly rejected: readonly { readonly index: number; readonly reason: string }[];
}

/** How a report is read. */
export interface IngestOptions {
	/** What was planned for the hour that begins at an instant, to tell how it was controlled. */
	readonly planned?: (startMs: number) => PlannedHour | undefined;
	/** Figures settle this long after their window has ended; until then they are preliminary. */
	readonly lagMinutes?: number;
}

/**
 * Writes a report into the ledger. The same window of the same campaign replaces what was there, so the same report twice is
 * the report once, and late conversions are simply sent again. Changes, running totals and results of a second source, in this order,
 * are first turned into whole windows by what is known.
 *
 * Windows older than the budget's restatement days are folded into statistics: from then on they are fixed, and a
 * restatement of them is rejected. History from before everything folded so far may still be added.
 *
 * @param nowMs the instant of the report: a window that ends later is kept as incomplete, one that starts later is rejected
 */
export function ingestWindows(
	ledger: Ledger,
	windows: readonly unknown[],
	definition: BudgetDefinition,
	nowMs: number,
	{ planned = () => undefined, lagMinutes = 0 }: IngestOptions = {},
): { ledger: Ledger; report: IngestReport } {
	const rejected: { index: number; reason: string }[] = [];
	const byKind = { whole: [], delta: [], 'running-total': [], results: [] } as Record<Kind, IndexedWindow[]>;
	windows.forEach((raw, index) => {
		const window = readWindow(raw, definition.timeZone, nowMs, lagMinutes);
		if (typeof window === 'string') rejected.push({ index, reason: window });
		else byKind[window.kind ?? 'whole'].push({ index, ...window });
	});
	const counts = { accepted: 0, replaced: 0, unchanged: 0 };
	let current = ledger;
	for (const kind of KINDS) {
		if (byKind[kind].length === 0) continue;
		const whole = wholeWindows(kind, byKind[kind], current, definition.timeZone, nowMs);
		const { ledger: next, report } = writeHours(whole.ledger, whole.candidates, definition, nowMs, planned);
		current = next;
		rejected.push(...whole.rejected, ...report.rejected);
		counts.accepted += report.accepted;
		counts.replaced += report.replaced;
		counts.unchanged += report.unchanged + whole.unchanged;
	}
	return { ledger: current, report: { ...counts, rejected: rejected.sort((a, b) => a.index - b.index) } };
}

const KINDS = ['whole', 'delta', 'running-total', 'results'] as const;
type Kind = (typeof KINDS)[number];

interface IndexedWindow extends ReadWindow {
	readonly index: number;
}

interface WholeWindows {
	readonly ledger: Ledger;
	readonly candidates: readonly Candidate[];
	readonly unchanged: number;
	readonly rejected: readonly { readonly index: number; readonly reason: string }[];
}

/** The windows of one kind as whole windows. */
function wholeWindows(
	kind: Kind,
	windows: readonly IndexedWindow[],
	ledger: Ledger,
	timeZone: string,
	nowMs: number,
): WholeWindows {
	const present = hoursByKey(ledger);
	const nothing = { ledger, unchanged: 0, rejected: [] };
	switch (kind) {
		case 'whole':
			return {
				...nothing,
				candidates: windows.map((window) => ({ ...window, hour: withKnownResults(window.hour, present) })),
			};
		case 'delta': {
			const { hours, repeated, rejected, known } = addChanges(windows, present, ledger.changes, nowMs);
			const candidates = hours.map(({ indexes, hour }) => ({ index: indexes[0]!, hour }));
			const added = candidates.length === 0 ? ledger : { ...ledger, changes: [...known] };
			return { ledger: added, candidates, unchanged: repeated, rejected };
		}
		case 'running-total': {
			const candidates: Candidate[] = [];
			let unchanged = 0;
			for (const { index, hour: total } of windows) {
				const known = deliveredHours(ledger).filter(
					({ campaignId, startMs, endMs }) =>
						campaignId === total.campaignId && startMs >= total.startMs && endMs <= total.endMs,
				);
				const hours = differenceTotal(total, known, timeZone, nowMs);
				if (hours.length === 0) unchanged++;
				candidates.push(...hours.map((hour) => ({ index, hour })));
			}
			return { ...nothing, candidates, unchanged };
		}
		case 'results': {
			const candidates: Candidate[] = [];
			const rejected: { index: number; reason: string }[] = [];
			for (const { index, hour: results } of windows) {
				const hour = addResults(results, present);
				if (typeof hour === 'string') rejected.push({ index, reason: hour });
				else candidates.push({ index, hour });
			}
			return { ...nothing, candidates, rejected };
		}
	}
}

const keyOf = ({ startMs, campaignId }: DeliveredHour): string => `${startMs} ${campaignId}`;

const hoursByKey = (ledger: Ledger): Map<string, DeliveredHour> =>
	new Map(deliveredHours(ledger).map((hour) => [keyOf(hour), hour]));

/** An hour whose results a second source has counted keeps them. */
function withKnownResults(hour: DeliveredHour, present: ReadonlyMap<string, DeliveredHour>): DeliveredHour {
	const before = present.get(keyOf(hour));
	if (before?.secondSource !== true) return hour;
	return { ...hour, conversions: before.conversions, revenue: before.revenue, secondSource: true };
}

/** Writes whole windows, each in place of what was known of it. */
function writeHours(
	ledger: Ledger,
	candidates: readonly Candidate[],
	definition: BudgetDefinition,
	nowMs: number,
	planned: (startMs: number) => PlannedHour | undefined,
): { ledger: Ledger; report: IngestReport } {
	const rejected: { index: number; reason: string }[] = [];
	const reject = (index: number, reason: string) => void rejected.push({ index, reason });
	const incoming = new Map<string, Candidate[]>();
	for (const candidate of candidates) {
		const same = incoming.get(keyOf(candidate.hour));
		if (same === undefined) incoming.set(keyOf(candidate.hour), [candidate]);
		else same.push(candidate);
	}

	const counts = { accepted: 0, replaced: 0, unchanged: 0 };
	const known = new Map(ledger.campaigns.map((campaign) => [campaign.campaignId, campaign]));
	const present = hoursByKey(ledger);
	const restatableMs = nowMs - definition.restatementDays * DAY_MS;
	const taken: Candidate[] = [];
	for (const [key, candidates] of incoming) {
		const [first, ...others] = candidates as [Candidate, ...Candidate[]];
		if (others.some(({ hour }) => !sameHour(hour, first.hour))) {
			for (const { index } of candidates) {
				reject(index, 'Two windows of one report give different figures for the same campaign and time');
			}
			continue;
		}
		counts.unchanged += others.length;
		const before = present.get(key);
		if (before !== undefined && sameHour(before, first.hour)) counts.unchanged++;
		else if (isFixed(first.hour, before, known.get(first.hour.campaignId), restatableMs)) {
			reject(
				first.index,
				`The window is older than the ${definition.restatementDays} days for which figures may still change`,
			);
		} else taken.push(first);
	}

	const next = new Map(present);
	const written: { hour: DeliveredHour; before: DeliveredHour | undefined }[] = [];
	for (const { hour } of taken) next.delete(keyOf(hour));
	const overlaps = overlapFinder(near(next.values(), taken));
	for (const { hour, index } of taken.sort((a, b) => byTimeAndCampaign(a.hour, b.hour))) {
		const key = keyOf(hour);
		const before = present.get(key);
		if (overlaps(hour)) {
			reject(index, 'The window overlaps another window of the same campaign');
			if (before !== undefined) next.set(key, before);
		} else {
			next.set(key, hour);
			written.push({ hour, before });
			if (before === undefined) counts.accepted++;
			else if (sameFigures(before, hour)) counts.unchanged++;
			else counts.replaced++;
		}
	}
	const report = { ...counts, rejected: rejected.sort((a, b) => a.index - b.index) };
	if (written.length === 0) return { ledger, report };
	const spendOf = spendByStart(next.values());
	for (const { hour, before } of written) {
		const plan = planned(hour.startMs);
		const { steered, capped } =
			before !== undefined && before.asOfMs === null
				? before
				: { steered: isSteered(hour, plan), capped: isCapped(spendOf.get(hour.startMs)!, plan) };
		next.set(keyOf(hour), { ...hour, steered, capped });
	}
	const rebuilt = rebuild(ledger, [...next.values()], definition, nowMs);
	return { ledger: { ...rebuilt, arrivals: countArrivals(ledger.arrivals, written, rebuilt.dataUntilMs!) }, report };
}

/** What a plan meant to do with an hour. */
export interface PlannedHour {
	readonly multiplier: number;
	/** Major units. */
	readonly cap: string;
}

/** Whether a window ran with the planned multiplier, but for rounding. */
const isSteered = ({ multiplier }: DeliveredHour, planned: PlannedHour | undefined): boolean =>
	multiplier !== null &&
	planned !== undefined &&
	Math.abs(multiplier - planned.multiplier) <= 0.001 * planned.multiplier;

/** Whether an hour spent what its plan allowed, or nearly: platforms stop a little before or after. */
const isCapped = (spend: number, planned: PlannedHour | undefined): boolean =>
	planned !== undefined && spend >= 0.98 * toMicros(planned.cap);

function spendByStart(hours: Iterable<DeliveredHour>): Map<number, number> {
	const spend = new Map<number, number>();
	for (const hour of hours) spend.set(hour.startMs, (spend.get(hour.startMs) ?? 0) + hour.spend);
	return spend;
}

interface Candidate {
	readonly index: number;
	readonly hour: DeliveredHour;
}

const sameHour = (a: DeliveredHour, b: DeliveredHour): boolean =>
	sameFigures(a, b) && a.preliminary === b.preliminary && a.secondSource === b.secondSource && a.divided === b.divided;

const sameFigures = (a: DeliveredHour, b: DeliveredHour): boolean =>
	a.endMs === b.endMs &&
	a.spend === b.spend &&
	a.clicks === b.clicks &&
	a.conversions === b.conversions &&
	a.revenue === b.revenue &&
	a.impressions === b.impressions &&
	a.multiplier === b.multiplier &&
	a.asOfMs === b.asOfMs;

/** Whether a window may no longer be written: it is folded, or older than the restatement days allow. */
function isFixed(
	hour: DeliveredHour,
	before: DeliveredHour | undefined,
	campaign: StoredCampaign | undefined,
	restatableMs: number,
): boolean {
	const folded = campaign?.folded;
	if (folded !== undefined && hour.endMs > folded.fromMs && hour.startMs < folded.untilMs) return true;
	return before !== undefined && hour.endMs <= restatableMs;
}

/** The hours that might overlap one of these candidates. */
function near(hours: Iterable<DeliveredHour>, candidates: readonly Candidate[]): DeliveredHour[] {
	const firstMs = candidates.reduce((first, { hour }) => Math.min(first, hour.startMs), Infinity);
	const lastMs = candidates.reduce((last, { hour }) => Math.max(last, hour.endMs), -Infinity);
	return [...hours].filter(({ startMs, endMs }) => endMs > firstMs && startMs < lastMs);
}

/** Tells whether a window overlaps one of these, or one that it was asked about before and that did not. */
function overlapFinder(hours: Iterable<DeliveredHour>): (hour: DeliveredHour) => boolean {
	const taken = new Map<string, Set<number>>();
	const takenBy = (campaignId: string) => {
		const cells = taken.get(campaignId) ?? new Set();
		taken.set(campaignId, cells);
		return cells;
	};
	for (const hour of hours) for (const cell of grains(hour)) takenBy(hour.campaignId).add(cell);
	return (hour) => {
		const cells = takenBy(hour.campaignId);
		if (grains(hour).some((cell) => cells.has(cell))) return true;
		for (const cell of grains(hour)) cells.add(cell);
		return false;
	};
}

const grains = ({ startMs, endMs }: DeliveredHour): number[] =>
	Array.from({ length: (endMs - startMs) / GRAIN_MS }, (_, step) => startMs / GRAIN_MS + step);

/** The ledger with these windows: the recent ones as they are, older days folded. Days are folded whole, so that none looks idle in part. */
function rebuild(ledger: Ledger, hours: readonly DeliveredHour[], definition: BudgetDefinition, nowMs: number): Ledger {
	const oldestMs = nowMs - Math.max(definition.restatementDays, RAW_DAYS) * DAY_MS;
	const foldMs = dayStartMs(localClock(oldestMs, definition.timeZone).date, definition.timeZone);
	const old = hours.filter(({ endMs }) => endMs <= foldMs);
	const recent = hours.filter(({ endMs }) => endMs > foldMs).sort(byTimeAndCampaign);
	const referenceMs = Math.max(foldMs, ledger.folded?.referenceMs ?? foldMs);
	const folded = old.length === 0 ? ledger.folded : foldHours(ledger.folded, old, definition.timeZone, referenceMs);
	const coverage = new Map(ledger.campaigns.map(({ campaignId, folded: range }) => [campaignId, range]));
	for (const { campaignId, startMs, endMs } of old) {
		const range = coverage.get(campaignId);
		coverage.set(campaignId, {
			fromMs: Math.min(startMs, range?.fromMs ?? startMs),
			untilMs: Math.max(endMs, range?.untilMs ?? endMs),
		});
	}
	const ids = new Set([...coverage.keys(), ...recent.map(({ campaignId }) => campaignId)]);
	const byCampaign = new Map([...ids].sort().map((id): [string, DeliveredHour[]] => [id, []]));
	for (const hour of recent) byCampaign.get(hour.campaignId)!.push(hour);
	return {
		campaigns: [...byCampaign].map(([campaignId, rows]) => {
			const range = coverage.get(campaignId);
			return { campaignId, ...(range !== undefined && { folded: range }), hours: rows.map(storeHour) };
		}),
		...(folded !== undefined && { folded }),
		...(ledger.changes !== undefined && { changes: ledger.changes }),
		dataUntilMs: hours.reduce((latest, hour) => Math.max(latest, coveredUntilMs(hour)), ledger.dataUntilMs ?? 0),
	};
}
