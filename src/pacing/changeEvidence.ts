import { detectShift, type HourShift } from '../results/detectShift';
import { mean, MEAN_DAYS_BETWEEN_FALSE_ALARMS } from '../statistics/eDetector';
import { type Insight, measuresOf } from '../learning/insight';
import type { Regime } from '../results/regime';
import type { PlanningState } from '../plan/optimizeAllocation';
import { type CampaignShift, detectCampaignShift } from '../campaigns/detectCampaignShift';
import { portfolioOf } from '../campaigns/portfolioOf';

/** What the evidence for changes is read from. */
export type WatchedState = PlanningState & { readonly regimes: readonly Regime[] };

export interface ChangeEvidence {
	/** Evidence for any change, in days: its expectation grows by 1 a day as long as nothing changes. */
	readonly eValue: number;
	/** The hours to name; none below the threshold, and none of the campaigns. */
	readonly hours: readonly HourShift[];
	/** The campaigns to name, the strongest evidence first. */
	readonly campaigns: readonly CampaignShift[];
}

/**
 * Evidence that hours of the day or campaigns changed, over everything that is watched on a budget together: the mean of the evidence of the hours and that of
 * the campaigns, where there are several. A mean of e-detectors is one, so one threshold holds for all of it, at no more false alarms.
 *
 * @param watchesHours whether it matters how hours compare
 */
export function changeEvidence(
	state: WatchedState,
	insight: Insight,
	nowMs: number,
	watchesHours: boolean,
): ChangeEvidence {
	const campaigns = campaignEvidence(state);
	const hours = watchesHours || campaigns === null ? hourEvidence(state, insight, nowMs) : null;
	const found = [hours, campaigns].flatMap((evidence) => (evidence === null ? [] : [evidence.eValue]));
	const eValue = found.length === 0 ? 0 : mean(found);
	if (eValue < MEAN_DAYS_BETWEEN_FALSE_ALARMS) return { eValue, hours: [], campaigns: [] };
	return { eValue, hours: hours?.shifts ?? [], campaigns: campaigns?.shifts ?? [] };
}

/** Of the rates that count for the objective together; hours are named by the one with the most evidence. null where no rate counts. */
function hourEvidence({ definition, ledger, regimes }: WatchedState, insight: Insight, nowMs: number) {
	const found = measuresOf(definition.objective, insight).map((measure) =>
		detectShift({
			ledger,
			timeZone: definition.timeZone,
			measure,
			dispersion: insight.rate(measure).dispersion,
			regimes,
			nowMs,
		}),
	);
	if (found.length === 0) return null;
	const { shifts } = found.reduce((best, other) => (other.eValue > best.eValue ? other : best));
	return { eValue: mean(found.map(({ eValue }) => eValue)), shifts };
}

/** null where there are no campaigns to compare. */
function campaignEvidence({ definition, ledger, campaignRegimes = [] }: WatchedState) {
	const { campaigns = [], timeZone } = definition;
	if (campaigns.length < 2) return null;
	const { responses, spends, histories } = portfolioOf(ledger, definition, campaignRegimes);
	if (responses === null) return null;
	const actedMs = new Map(campaignRegimes.map((regime) => [regime.campaignId, regime.actedMs]));
	const watched = campaigns.map(({ campaignId }, position) => ({
		campaignId,
		days: histories[position]!,
		usualSpend: spends[position]!.usual || responses[position]!.siblingSpend,
		judgedFromMs: actedMs.get(campaignId) ?? -Infinity,
	}));
	return detectCampaignShift(watched, responses[0]!.noise, timeZone);
}
