import type { BudgetDefinition } from '../budget/budgetDefinition';
import { localClock } from '../time/localClock';
import { dayStartMs } from '../time/localDay';
import { coveredUntilMs, type DeliveredHour } from './deliveredHour';
import { byTimeAndCampaign, foldHours } from './foldHours';
import type { Ledger } from './ledger';
import { storeHours } from './storedHours';

const DAY_MS = 86_400_000;

/** Recent windows that the spend model learns from, kept as they are even if they may no longer be restated. */
const RAW_DAYS = 30;

/** The ledger with these windows: the recent ones as they are, older days folded. Days are folded whole, so that none looks idle in part. */
export function rebuildLedger(
	ledger: Ledger,
	hours: readonly DeliveredHour[],
	definition: BudgetDefinition,
	nowMs: number,
): Ledger {
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
			return { campaignId, ...(range !== undefined && { folded: range }), hours: storeHours(rows) };
		}),
		...(folded !== undefined && { folded }),
		...(ledger.changes !== undefined && { changes: ledger.changes }),
		dataUntilMs: hours.reduce((latest, hour) => Math.max(latest, coveredUntilMs(hour)), ledger.dataUntilMs ?? 0),
	};
}
