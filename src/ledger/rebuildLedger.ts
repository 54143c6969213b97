import type { BudgetDefinition } from '../budget/budgetDefinition';
import { groupBy } from '../groupBy';
import { DAY_MS } from '../time/durations';
import { localClock } from '../time/localClock';
import { dayStartMs } from '../time/localDay';
import { coveredUntilMs, type DeliveredHour } from './deliveredHour';
import { foldDays } from './foldedDays';
import { foldHours } from './foldHours';
import { type Ledger, withHours } from './ledger';
import { byCampaign, campaignKey } from './source';

/** Days of windows that the spend model learns from, kept unfolded even if they may no longer be restated. */
const RAW_DAYS = 30;

/**
 * The ledger with these windows: recent ones unfolded, older days folded. Days are folded as a whole, so that no part of one looks idle.
 *
 * Ages count from the end of the data where the clock is ahead of it, so that a wrong clock does not fold the present.
 */
export function rebuildLedger(
	ledger: Ledger,
	hours: readonly DeliveredHour[],
	definition: BudgetDefinition,
	nowMs: number,
): Ledger {
	const dataUntilMs = hours.reduce((latest, hour) => Math.max(latest, coveredUntilMs(hour)), ledger.dataUntilMs ?? 0);
	const oldestMs = Math.min(nowMs, dataUntilMs) - Math.max(definition.restatementDays, RAW_DAYS) * DAY_MS;
	const foldMs = dayStartMs(localClock(oldestMs, definition.timeZone).date, definition.timeZone);
	const old = hours.filter(({ endMs }) => endMs <= foldMs);
	const recent = hours.filter(({ endMs }) => endMs > foldMs);
	const referenceMs = Math.max(foldMs, ledger.folded?.referenceMs ?? foldMs);
	const folded = old.length === 0 ? ledger.folded : foldHours(ledger.folded, old, definition, referenceMs);
	const coverage = new Map(ledger.campaigns.map((campaign) => [campaignKey(campaign), campaign.folded]));
	for (const hour of old) {
		const { startMs, endMs } = hour;
		const range = coverage.get(campaignKey(hour));
		coverage.set(campaignKey(hour), {
			fromMs: Math.min(startMs, range?.fromMs ?? startMs),
			untilMs: Math.max(endMs, range?.untilMs ?? endMs),
		});
	}
	const daysBefore = new Map(ledger.campaigns.map((campaign) => [campaignKey(campaign), campaign.foldedDays]));
	const oldOf = groupBy(old, campaignKey);
	const recentOf = groupBy(recent, campaignKey);
	const owners = new Map([...ledger.campaigns, ...hours].map((owner) => [campaignKey(owner), owner]));
	return {
		campaigns: [...owners]
			.sort(([, a], [, b]) => byCampaign(a, b))
			.map(([key, { campaignId, source }]) => {
				const range = coverage.get(key);
				const foldedDays = foldDays(daysBefore.get(key), oldOf.get(key) ?? [], definition.timeZone);
				return withHours(
					{
						campaignId,
						...(source !== undefined && { source }),
						...(range !== undefined && { folded: range }),
						...(foldedDays !== undefined && { foldedDays }),
					},
					(recentOf.get(key) ?? []).sort((a, b) => a.startMs - b.startMs),
				);
			}),
		...(folded !== undefined && { folded }),
		...(ledger.changes !== undefined && { changes: ledger.changes }),
		...(ledger.offers !== undefined && { offers: ledger.offers }),
		dataUntilMs,
	};
}
