import type { BudgetDefinition } from '../budget/budgetDefinition';
import { ARRIVING, countArrivals } from './arrivals';
import { type DeliveredHour, keyOf } from './deliveredHour';
import { moneyAt } from './exchange';
import { byTimeAndCampaign } from './foldHours';
import { isCapped, isSteered, type PlannedHour } from './hourControl';
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

/** Writes whole windows, each in place of what was known of it. */
export function writeHours(
	ledger: Ledger,
	candidates: readonly Candidate[],
	definition: BudgetDefinition,
	nowMs: number,
	planned: (startMs: number) => PlannedHour | undefined,
): { ledger: Ledger; report: IngestReport } {
	const rejected: { index: number; reason: string }[] = [];
	const reject = ({ indexes }: Candidate, reason: string) => {
		for (const index of indexes) rejected.push({ index, reason });
	};
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
			for (const candidate of candidates) {
				reject(candidate, 'Two windows of one report give different figures for the same campaign and time');
			}
			continue;
		}
		counts.unchanged += others.length;
		const before = present.get(key);
		if (before !== undefined && sameHour(before, first.hour)) counts.unchanged++;
		else if (isFixed(first.hour, before, known.get(first.hour.campaignId), restatableMs)) {
			reject(
				first,
				`The window is older than the ${definition.restatementDays} days for which figures may still change`,
			);
		} else taken.push(first);
	}

	const next = new Map(present);
	const written: { hour: DeliveredHour; before: DeliveredHour | undefined }[] = [];
	for (const { hour } of taken) next.delete(keyOf(hour));
	const overlaps = overlapFinder(
		near(
			next.values(),
			taken.map(({ hour }) => hour),
		),
	);
	for (const candidate of taken.sort((a, b) => byTimeAndCampaign(a.hour, b.hour))) {
		const { hour } = candidate;
		const key = keyOf(hour);
		const before = present.get(key);
		if (overlaps(hour)) {
			reject(candidate, 'The window overlaps another window of the same campaign');
			if (before !== undefined) next.set(key, before);
		} else {
			next.set(key, hour);
			written.push({ hour, before });
			if (before === undefined) counts.accepted++;
			else if (sameFigures(before, hour)) counts.unchanged++;
			else counts.replaced++;
		}
	}
	const report = { ...counts, rejected };
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
	const rebuilt = rebuildLedger(ledger, [...next.values()], definition, nowMs);
	const untilMs = rebuilt.dataUntilMs!;
	const arrivals = countArrivals(ledger.arrivals, ARRIVING.conversions, written, untilMs);
	const spendArrivals = countArrivals(ledger.spendArrivals, ARRIVING.spend, written.map(atOneRate), untilMs);
	return { ledger: { ...rebuilt, arrivals, spendArrivals }, report };
}

/** What a window replaced, at the window's own exchange rate: a rate that changed is no spend that came late. */
const atOneRate = ({ hour, before }: { hour: DeliveredHour; before: DeliveredHour | undefined }) => ({
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
