import { mean } from 'simple-statistics';

import { type CampaignShift, detectCampaignShift } from '../campaigns/detectCampaignShift';
import type { Learning } from '../learning/learning';
import { measuresOf } from '../learning/objectiveRate';
import { detectShift, type HourShift } from '../results/detectShift';
import type { Regime } from '../results/regime';
import { MEAN_DAYS_BETWEEN_FALSE_ALARMS } from '../statistics/eDetector';

/** What is monitored for changes. */
interface Monitoring {
	/** Earlier changes of hours. */
	readonly regimes: readonly Regime[];
	readonly nowMs: number;
	/** Whether the strategy depends on how hours compare. */
	readonly monitorsHours: boolean;
}

export interface ChangeEvidence {
	/** Evidence for any change, in days: without a change its expectation grows by 1 a day. */
	readonly eValue: number;
	/** Hours with a change; empty below the threshold, or if the evidence comes from campaigns. */
	readonly hours: readonly HourShift[];
	/** Campaigns with a change, the strongest evidence first. */
	readonly campaigns: readonly CampaignShift[];
}

/**
 * Evidence that hours of the day or campaigns of a budget changed: the mean of the evidence of the hours and that of the campaigns, if there are several. A mean
 * of e-detectors is again an e-detector, so one threshold holds for all of them without more false alarms.
 */
export function changeEvidence(learning: Learning, { regimes, nowMs, monitorsHours }: Monitoring): ChangeEvidence {
	const campaigns = campaignEvidence(learning);
	const hours = monitorsHours || campaigns === null ? hourEvidence(learning, regimes, nowMs) : null;
	const found = [hours, campaigns].flatMap((evidence) => (evidence === null ? [] : [evidence.eValue]));
	const eValue = found.length === 0 ? 0 : mean(found);
	if (eValue < MEAN_DAYS_BETWEEN_FALSE_ALARMS) return { eValue, hours: [], campaigns: [] };
	return { eValue, hours: hours?.shifts ?? [], campaigns: campaigns?.shifts ?? [] };
}

/**
 * Evidence of all rates of the objective together; the rate with the strongest evidence names the hours. null if the objective has no rate, or only the
 * price of impressions: it follows the bids of the plans, so a change in it is not one of the hour.
 */
function hourEvidence(learning: Learning, regimes: readonly Regime[], nowMs: number) {
	const { ledger, definition, rate } = learning;
	const { timeZone } = definition;
	const monitored = measuresOf(learning).filter((measure) => measure !== 'impressionsPerSpend');
	const found = monitored.map((measure) =>
		detectShift({ ledger, timeZone, measure, dispersion: rate(measure).dispersion, regimes, nowMs }),
	);
	if (found.length === 0) return null;
	const { shifts } = found.reduce((best, other) => (other.eValue > best.eValue ? other : best));
	return { eValue: mean(found.map(({ eValue }) => eValue)), shifts };
}

/** null without campaigns to compare. */
function campaignEvidence(learning: Learning) {
	const { definition, campaignRegimes = [] } = learning;
	const { campaigns = [], timeZone } = definition;
	if (campaigns.length < 2) return null;
	const { responses, histories, isCounted } = learning.campaigns();
	if (responses === null) return null;
	const actedMs = new Map(campaignRegimes.map((regime) => [regime.campaignId, regime.actedMs]));
	const monitored = campaigns.map(({ campaignId }, position) => ({
		campaignId,
		days: histories[position]!,
		judgedFromMs: actedMs.get(campaignId) ?? -Infinity,
	}));
	return detectCampaignShift(monitored, isCounted, timeZone);
}
