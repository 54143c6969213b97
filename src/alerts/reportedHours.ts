import { spendSeries, type SpendHour } from '../demand/spendSeries';
import { groupBy } from '../groupBy';
import type { Learning } from '../learning/learning';
import { coveredUntilMs } from '../ledger/deliveredHour';
import { campaignHours, type Ledger, type StoredCampaign } from '../ledger/ledger';
import { DAY_MS } from '../time/durations';

/** A source that delivered nothing for so long is not waited for. */
const ACTIVE_MS = 28 * DAY_MS;

/** What one object, or all of them, spent in the hours that reports cover. */
export interface ReportedHours {
	/** null for the budget as a whole. */
	readonly campaignId: string | null;
	/** Its windows alone. */
	readonly own: Ledger;
	/** (hours) in order of time, with the spend of all campaigns of the report. */
	readonly covered: readonly SpendHour[];
}

/**
 * Hours that are known to have been reported: of the budget until the oldest report of its sources, and of each campaign where other campaigns of the same
 * source deliver. A campaign's absence from a report that has others is evidence; the absence of everything is not.
 */
export function reportedHours({ ledger, series, definition: { timeZone }, dataUntilMs = 0 }: Learning): {
	readonly whole: ReportedHours;
	readonly campaigns: () => ReportedHours[];
} {
	const sources = [...groupBy(ledger.campaigns, ({ source }) => source)].flatMap(([, campaigns]) => {
		const untilMs = Math.max(0, ...campaigns.map(reportedUntilMs));
		return untilMs > dataUntilMs - ACTIVE_MS ? [{ campaigns, untilMs }] : [];
	});
	const wholeUntilMs = Math.min(...sources.map(({ untilMs }) => untilMs));
	return {
		whole: { campaignId: null, own: ledger, covered: series.filter(({ startMs }) => startMs < wholeUntilMs) },
		campaigns: () =>
			sources.flatMap(({ campaigns, untilMs }) => {
				if (campaigns.length < 2) return [];
				const isAll = campaigns.length === ledger.campaigns.length;
				const covered = isAll ? series : spendSeries({ ...ledger, campaigns, dataUntilMs: untilMs }, timeZone);
				return campaigns.map((campaign) => ({
					campaignId: campaign.campaignId,
					own: { ...ledger, campaigns: [campaign], dataUntilMs: untilMs },
					covered,
				}));
			}),
	};
}

const reportedUntilMs = (campaign: StoredCampaign): number => {
	const last = campaignHours(campaign).at(-1);
	return last === undefined ? 0 : coveredUntilMs(last);
};
