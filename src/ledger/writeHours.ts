import type { BudgetDefinition } from '../budget/budgetDefinition';
import { groupBy } from '../groupBy';
import type { Arrival } from './arrival';
import { ARRIVING, countArrivals } from './arrivals';
import { type DeliveredHour, keyOf } from './deliveredHour';
import { moneyAt } from './exchange';
import { byTimeAndCampaign } from './foldHours';
import { isCapped, isSteered } from './hourControl';
import type { IngestReport } from './ingestReport';
import { hoursByKey, type Ledger, type StoredCampaign } from './ledger';
import { near, overlapFinder } from './overlaps';
import { rebuildLedger } from './rebuildLedger';

const DAY_MS = 86_400_000;

/** A whole window to be written, and the windows of the report that it is made of. */
export interface Candidate {
	readonly indexes: readonly number[];
	readonly hour: DeliveredHour;
}

/** A window that is written, and what was known of it before. */
interface WrittenHour {
	readonly hour: DeliveredHour;
	readonly before: DeliveredHour | undefined;
}

/** What one step of writing leaves out, and why. */
type Rejected = readonly { readonly index: number; readonly reason: string }[];

const rejected = ({ indexes }: Candidate, reason: string): Rejected => indexes.map((index) => ({ index, reason }));

/** Writes whole windows, each in place of what was known of it. */
export function writeHours(
	ledger: Ledger,
	candidates: readonly Candidate[],
	{ definition, nowMs, planned = () => undefined }: Arrival,
): { ledger: Ledger; report: IngestReport } {
	const present = hoursByKey(ledger);
	const news = withoutRepetitions(candidates, present, ledger, restatableFrom(definition, nowMs));
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
		hours.set(keyOf(hour), { ...hour, steered, capped });
	}
	const rebuilt = rebuildLedger(ledger, [...hours.values()], definition, nowMs);
	const untilMs = rebuilt.dataUntilMs!;
	const arrivals = countArrivals(ledger.arrivals, ARRIVING.conversions, written, untilMs);
	const spendArrivals = countArrivals(ledger.spendArrivals, ARRIVING.spend, written.map(atOneRate), untilMs);
	return { ledger: { ...rebuilt, arrivals, spendArrivals }, report };
}

/** Windows that bring something new, at most one for each campaign and time. */
function withoutRepetitions(
	candidates: readonly Candidate[],
	present: ReadonlyMap<string, DeliveredHour>,
	ledger: Ledger,
	restatable: { readonly fromMs: number; readonly days: number },
): { candidates: Candidate[]; unchanged: number; rejected: Rejected } {
	const known = new Map(ledger.campaigns.map((campaign) => [campaign.campaignId, campaign]));
	const news: Candidate[] = [];
	const left: Rejected[] = [];
	let unchanged = 0;
	for (const [key, same] of groupBy(candidates, ({ hour }) => keyOf(hour))) {
		const [first, ...others] = same as [Candidate, ...Candidate[]];
		if (others.some(({ hour }) => !sameHour(hour, first.hour))) {
			const reason = 'Two windows of one report give different figures for the same campaign and time';
			left.push(...same.map((candidate) => rejected(candidate, reason)));
			continue;
		}
		unchanged += others.length;
		const before = present.get(key);
		if (before !== undefined && sameHour(before, first.hour)) unchanged++;
		else if (isFixed(first.hour, before, known.get(first.hour.campaignId), restatable.fromMs)) {
			const reason = `The window is older than the ${restatable.days} days for which figures may still change`;
			left.push(rejected(first, reason));
		} else news.push(first);
	}
	return { candidates: news, unchanged, rejected: left.flat() };
}

/**
 * Puts windows in their places, in order of time; one that overlaps another of its campaign is left out.
 *
 * @returns all hours by key, and those that were written
 */
function withoutOverlaps(
	candidates: readonly Candidate[],
	present: ReadonlyMap<string, DeliveredHour>,
): { hours: Map<string, DeliveredHour>; written: WrittenHour[]; rejected: Rejected } {
	const hours = new Map(present);
	const written: WrittenHour[] = [];
	const left: Rejected[] = [];
	const incoming = candidates.map(({ hour }) => hour);
	for (const hour of incoming) hours.delete(keyOf(hour));
	const overlaps = overlapFinder(near(hours.values(), incoming));
	for (const candidate of candidates.toSorted((a, b) => byTimeAndCampaign(a.hour, b.hour))) {
		const { hour } = candidate;
		const before = present.get(keyOf(hour));
		if (!overlaps(hour)) {
			hours.set(keyOf(hour), hour);
			written.push({ hour, before });
			continue;
		}
		left.push(rejected(candidate, 'The window overlaps another window of the same campaign'));
		if (before !== undefined) hours.set(keyOf(hour), before);
	}
	return { hours, written, rejected: left.flat() };
}

const restatableFrom = ({ restatementDays }: BudgetDefinition, nowMs: number) => ({
	fromMs: nowMs - restatementDays * DAY_MS,
	days: restatementDays,
});

/** What a window replaced, at the window's own exchange rate: a rate that changed is no spend that came late. */
const atOneRate = ({ hour, before }: WrittenHour): WrittenHour => ({
	hour,
	before: before && moneyAt(before, hour.exchangeRate),
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
