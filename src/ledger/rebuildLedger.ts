import type { BudgetDefinition } from '../budget/budgetDefinition';
import { groupBy } from '../groupBy';
import { localClock } from '../time/localClock';
import { dayStartMs } from '../time/localDay';
import { coveredUntilMs, type DeliveredHour } from './deliveredHour';
import { foldDays } from './foldedDays';
import { foldHours } from './foldHours';
import { type Ledger, withHours } from './ledger';

const DAY_MS = 86_400_000;

/** Days of windows that the spend model learns from, kept unfolded even if they may no longer be restated. */
const RAW_DAYS = 30;

/** The ledger with these windows: recent ones unfolded, older days folded. Days are folded as a whole, so that no part of one looks idle. */
export function rebuildLedger(
	ledger: Ledger,
	hours: readonly DeliveredHour[],
	definition: BudgetDefinition,
	nowMs: number,
): Ledger {
	const oldestMs = nowMs - Math.max(definition.restatementDays, RAW_DAYS) * DAY_MS;
	const foldMs = dayStartMs(localClock(oldestMs, definition.timeZone).date, definition.timeZone);
	const old = hours.filter(({ endMs }) => endMs <= foldMs);
	const recent = hours.filter(({ endMs }) => endMs > foldMs);
	const referenceMs = Math.max(foldMs, ledger.folded?.referenceMs ?? foldMs);
	const folded = old.length === 0 ? ledger.folded : foldHours(ledger.folded, old, definition, referenceMs);
	const coverage = new Map(ledger.campaigns.map(({ campaignId, folded: range }) => [campaignId, range]));
	for (const { campaignId, startMs, endMs } of old) {
		const range = coverage.get(campaignId);
		coverage.set(campaignId, {
			fromMs: Math.min(startMs, range?.fromMs ?? startMs),
			untilMs: Math.max(endMs, range?.untilMs ?? endMs),
		});
	}
	const daysBefore = new Map(ledger.campaigns.map(({ campaignId, foldedDays }) => [campaignId, foldedDays]));
	const oldOf = groupBy(old, ({ campaignId }) => campaignId);
	const recentOf = groupBy(recent, ({ campaignId }) => campaignId);
	const ids = new Set([...coverage.keys(), ...recentOf.keys()]);
	return {
		campaigns: [...ids].sort().map((campaignId) => {
			const range = coverage.get(campaignId);
			const foldedDays = foldDays(daysBefore.get(campaignId), oldOf.get(campaignId) ?? [], definition.timeZone);
			return withHours(
				{
					campaignId,
					...(range !== undefined && { folded: range }),
					...(foldedDays !== undefined && { foldedDays }),
				},
				(recentOf.get(campaignId) ?? []).sort((a, b) => a.startMs - b.startMs),
			);
		}),
		...(folded !== undefined && { folded }),
		...(ledger.changes !== undefined && { changes: ledger.changes }),
		dataUntilMs: hours.reduce((latest, hour) => Math.max(latest, coveredUntilMs(hour)), ledger.dataUntilMs ?? 0),
	};
}
