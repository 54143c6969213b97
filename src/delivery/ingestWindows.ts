import type { BudgetDefinition } from '../budget/budgetDefinition';
import { toMicros } from '../money/micros';
import { localClock } from '../time/localClock';
import { dayStartMs } from '../time/localDay';
import { countArrivals } from './arrivals';
import { byTimeAndCampaign, foldHours } from './foldHours';
import {
	coveredUntilMs,
	type DeliveredHour,
	deliveredHours,
	type Ledger,
	storeHour,
	type StoredCampaign,
} from './ledger';
import { PerformanceWindow } from './performanceWindow';

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;

/** Where clocks go back, a report merges the hour that comes twice into one window. */
const LONGEST_WINDOW_MS = 2 * HOUR_MS;

/** Recent windows that the spend model learns from, kept as they are even if they may no longer be restated. */
const RAW_DAYS = 30;

/** Windows start and end on multiples of this; platforms report by the hour, the half or the quarter. */
const GRAIN_MS = 5 * MINUTE_MS;

/** What became of the windows of one report. */
export interface IngestReport {
	readonly accepted: number;
	readonly replaced: number;
	readonly unchanged: number;
	/** Windows left out, by their position in the report. */
	readonly rejected: readonly { readonly index: number; readonly reason: string }[];
}

/**
 * Writes a report into the ledger. The same window of the same campaign replaces what was there, so the same report twice is
 * the report once, and late conversions are simply sent again.
 *
 * Windows older than the budget's restatement days are folded into statistics: from then on they are fixed, and a
 * restatement of them is rejected. History from before everything folded so far may still be added.
 *
 * @param nowMs the instant of the report: a window that ends later is kept as incomplete, one that starts later is rejected
 * @param planned what was planned for the hour that begins at an instant, to tell how it was controlled
 */
export function ingestWindows(
	ledger: Ledger,
	windows: readonly unknown[],
	definition: BudgetDefinition,
	nowMs: number,
	planned: (startMs: number) => PlannedHour | undefined = () => undefined,
): { ledger: Ledger; report: IngestReport } {
	const rejected: { index: number; reason: string }[] = [];
	const reject = (index: number, reason: string) => void rejected.push({ index, reason });
	const incoming = new Map<string, Candidate[]>();
	windows.forEach((raw, index) => {
		const hour = readWindow(raw, definition.timeZone, nowMs);
		if (typeof hour === 'string') return reject(index, hour);
		const key = `${hour.startMs} ${hour.campaignId}`;
		const same = incoming.get(key);
		if (same === undefined) incoming.set(key, [{ index, hour }]);
		else same.push({ index, hour });
	});

	const counts = { accepted: 0, replaced: 0, unchanged: 0 };
	const known = new Map(ledger.campaigns.map((campaign) => [campaign.campaignId, campaign]));
	const present = new Map(deliveredHours(ledger).map((hour) => [`${hour.startMs} ${hour.campaignId}`, hour]));
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
	for (const { hour } of taken) next.delete(`${hour.startMs} ${hour.campaignId}`);
	const overlaps = overlapFinder(near(next.values(), taken));
	for (const { hour, index } of taken.sort((a, b) => byTimeAndCampaign(a.hour, b.hour))) {
		const key = `${hour.startMs} ${hour.campaignId}`;
		const before = present.get(key);
		if (overlaps(hour)) {
			reject(index, 'The window overlaps another window of the same campaign');
			if (before !== undefined) next.set(key, before);
		} else {
			next.set(key, hour);
			written.push({ hour, before });
			if (before === undefined) counts.accepted++;
			else counts.replaced++;
		}
	}
	const report = { ...counts, rejected: rejected.sort((a, b) => a.index - b.index) };
	if (counts.accepted + counts.replaced === 0) return { ledger, report };
	const spendOf = spendByStart(next.values());
	for (const { hour, before } of written) {
		const plan = planned(hour.startMs);
		const { steered, capped } =
			before !== undefined && before.asOfMs === null
				? before
				: { steered: isSteered(hour, plan), capped: isCapped(spendOf.get(hour.startMs)!, plan) };
		next.set(`${hour.startMs} ${hour.campaignId}`, { ...hour, steered, capped });
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

/** The window as the ledger keeps it, or why it cannot be used. */
function readWindow(raw: unknown, timeZone: string, nowMs: number): DeliveredHour | string {
	const parsed = PerformanceWindow.safeParse(raw);
	if (!parsed.success) {
		const [issue] = parsed.error.issues;
		const field = issue!.path.join('.');
		return field === '' ? `The window ${issue!.message}` : `'${field}' of the window: ${issue!.message}`;
	}
	const window = parsed.data;
	if (window.startMs % GRAIN_MS !== 0 || window.endMs % GRAIN_MS !== 0) {
		return 'The window does not start and end on a multiple of five minutes';
	}
	if (window.endMs - window.startMs > LONGEST_WINDOW_MS) {
		const hours = (window.endMs - window.startMs) / HOUR_MS;
		return `The window lasts ${hours} hours: pacing needs figures by the hour`;
	}
	if (window.startMs >= nowMs) return 'The window lies in the future';
	if (localClock(window.startMs, timeZone).date !== localClock(window.endMs - 1, timeZone).date) {
		return `The window crosses midnight in ${timeZone}: its money belongs to two days`;
	}
	return {
		campaignId: window.campaignId ?? '',
		startMs: window.startMs,
		endMs: window.endMs,
		spend: toMicros(window.spend),
		clicks: window.clicks ?? null,
		conversions: window.conversions ?? null,
		revenue: window.revenue === undefined ? null : toMicros(window.revenue),
		impressions: window.impressions ?? null,
		multiplier: window.multiplier ?? null,
		asOfMs: window.endMs > nowMs ? nowMs - (nowMs % MINUTE_MS) : null,
		steered: false,
		capped: false,
	};
}

const sameHour = (a: DeliveredHour, b: DeliveredHour): boolean =>
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
		dataUntilMs: hours.reduce((latest, hour) => Math.max(latest, coveredUntilMs(hour)), ledger.dataUntilMs ?? 0),
	};
}
