import type { BudgetDefinition } from '../budget/budgetDefinition';
import { DAY_MS } from '../time/durations';
import type { IngestContext } from './ingestContext';
import { ARRIVING, countArrivals, countRunning } from './arrivals';
import { type DeliveredHour, keyOf } from './deliveredHour';
import { reconvertHour } from './exchange';
import { byTimeAndCampaign } from './foldHours';
import { isCapped, isSteered } from './hourControl';
import type { IngestReport } from './ingestReport';
import type { Ledger, StoredCampaign } from './ledger';
import { hoursNear, overlapFinder } from './overlaps';
import { rebuildLedger } from './rebuildLedger';
import { campaignKey } from './source';

/** A window to write, and the positions of the windows in the report that it was made from. */
export interface Candidate {
	readonly indexes: readonly number[];
	readonly hour: DeliveredHour;
}

/** A written window and the one it replaced. */
interface WrittenHour {
	readonly hour: DeliveredHour;
	readonly before: DeliveredHour | undefined;
}

/** The windows that one step rejects, and why. */
type Rejected = readonly { readonly index: number; readonly reason: string }[];

const rejected = ({ indexes }: Candidate, reason: string): Rejected => indexes.map((index) => ({ index, reason }));

/**
 * Writes windows with absolute figures, each in place of the earlier window of its campaign and time.
 *
 * @param present the windows of the ledger, by `keyOf`
 */
export function writeHours(
	ledger: Ledger,
	candidates: readonly Candidate[],
	present: ReadonlyMap<string, DeliveredHour>,
	{ definition, nowMs, planned = () => undefined }: IngestContext,
): { ledger: Ledger; report: IngestReport } {
	const news = withoutDuplicates(candidates, present, ledger, restatableFrom(definition, nowMs));
	const { hours, written, rejected } = withoutOverlaps(news.candidates, present);
	const changed = written.filter(({ before, hour }) => before !== undefined && !sameFigures(before, hour)).length;
	const accepted = written.filter(({ before }) => before === undefined).length;
	const report = {
		accepted,
		replaced: changed,
		unchanged: news.unchanged + written.length - accepted - changed,
		rejected: [...news.rejected, ...rejected],
	};
	if (written.length === 0) return { ledger, report };
	const spendOf = spendByStart(hours.values());
	for (const { hour, before } of written) {
		const plan = planned(hour.startMs);
		const { steered, capped } =
			before !== undefined && before.asOfMs === null
				? before
				: { steered: isSteered(hour, plan), capped: isCapped(spendOf.get(hour.startMs)!, plan) };
		if (steered !== hour.steered || capped !== hour.capped) hours.set(keyOf(hour), { ...hour, steered, capped });
	}
	const rebuilt = rebuildLedger(ledger, [...hours.values()], definition, nowMs);
	const untilMs = rebuilt.dataUntilMs!;
	const arrivals = countArrivals(ledger.arrivals, ARRIVING.conversions, written, untilMs);
	const atOneRates = written.map(atOneRate);
	const spendArrivals = countArrivals(ledger.spendArrivals, ARRIVING.spend, atOneRates, untilMs);
	const runningSpend = countRunning(ledger.runningSpend, atOneRates);
	return {
		ledger: { ...rebuilt, arrivals, spendArrivals, ...(runningSpend !== undefined && { runningSpend }) },
		report,
	};
}

/** The windows that add information, at most one per campaign and time. */
function withoutDuplicates(
	candidates: readonly Candidate[],
	present: ReadonlyMap<string, DeliveredHour>,
	ledger: Ledger,
	restatable: { readonly fromMs: number; readonly days: number },
): { candidates: Candidate[]; unchanged: number; rejected: Rejected } {
	const known = new Map(ledger.campaigns.map((campaign) => [campaignKey(campaign), campaign]));
	const news: Candidate[] = [];
	const firstOf = new Map<string, Candidate>();
	const differing = new Set<string>();
	for (const candidate of candidates) {
		const key = keyOf(candidate.hour);
		const first = firstOf.get(key);
		if (first === undefined) firstOf.set(key, candidate);
		else if (!sameHour(first.hour, candidate.hour)) differing.add(key);
	}
	const isDiffering = ({ hour }: Candidate) => differing.size > 0 && differing.has(keyOf(hour));
	const leftOut = candidates.filter(isDiffering).map((candidate) => rejected(candidate, DIFFERENT));
	let unchanged = candidates.length - leftOut.length - (firstOf.size - differing.size);
	for (const [key, first] of firstOf) {
		if (differing.has(key)) continue;
		const before = present.get(key);
		if (before !== undefined && sameHour(before, first.hour)) unchanged++;
		else if (isFixed(first.hour, before, known.get(campaignKey(first.hour)), restatable.fromMs)) {
			const reason = `The window is older than the ${restatable.days} days for which figures may still change`;
			leftOut.push(rejected(first, reason));
		} else news.push(first);
	}
	return { candidates: news, unchanged, rejected: leftOut.flat() };
}

const DIFFERENT = 'Two windows of the report have different figures for the same campaign and time';

/**
 * Inserts windows in order of time and rejects those that overlap another window of their campaign.
 *
 * @returns all hours by key, and the written ones
 */
function withoutOverlaps(
	candidates: readonly Candidate[],
	present: ReadonlyMap<string, DeliveredHour>,
): { hours: Map<string, DeliveredHour>; written: WrittenHour[]; rejected: Rejected } {
	const hours = new Map(present);
	const written: WrittenHour[] = [];
	const leftOut: Rejected[] = [];
	const incoming = candidates.map(({ hour }) => hour);
	for (const hour of incoming) hours.delete(keyOf(hour));
	const overlaps = overlapFinder(hoursNear(hours.values(), incoming));
	for (const candidate of candidates.toSorted((a, b) => byTimeAndCampaign(a.hour, b.hour))) {
		const { hour } = candidate;
		const before = present.get(keyOf(hour));
		if (!overlaps(hour)) {
			hours.set(keyOf(hour), hour);
			written.push({ hour, before });
			continue;
		}
		leftOut.push(rejected(candidate, 'The window overlaps another window of the same campaign'));
		if (before !== undefined) hours.set(keyOf(hour), before);
	}
	return { hours, written, rejected: leftOut.flat() };
}

const restatableFrom = ({ restatementDays }: BudgetDefinition, nowMs: number) => ({
	fromMs: nowMs - restatementDays * DAY_MS,
	days: restatementDays,
});

/** The replaced window at the exchange rate of the new one: a changed rate is not late spend. */
const atOneRate = ({ hour, before }: WrittenHour): WrittenHour => ({
	hour,
	before: before && reconvertHour(before, hour.exchangeRate),
});

function spendByStart(hours: Iterable<DeliveredHour>): Map<number, number> {
	const spend = new Map<number, number>();
	for (const hour of hours) spend.set(hour.startMs, (spend.get(hour.startMs) ?? 0) + hour.spend);
	return spend;
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

/** Whether a window may no longer be written: it is folded, or older than the restatement days. */
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
