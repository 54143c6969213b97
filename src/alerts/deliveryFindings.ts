import type { DayContext } from '../forecast/dayContext';
import { formatMoney } from '../format/formatMoney';
import { formatInstant } from '../format/formatTime';
import { deliveryNotes } from '../notes/deliveryNotes';
import { DAY_MS } from '../time/durations';
import { type DeliveryGap, deliveryGap, spentUntilMs } from './deliveryGap';
import { type ReportedHours, reportedHours } from './reportedHours';
import type { Finding, StandingAlert } from './standingAlerts';

/** A campaign that spends nothing for so long is not expected to any more. */
const GIVEN_UP_MS = 7 * DAY_MS;

const KIND = 'no-delivery';

/**
 * What spends nothing where something always is: the budget, or else one of its campaigns. A campaign that somebody is known to have paused is told as
 * that.
 */
export function deliveryFindings(context: DayContext, before: readonly StandingAlert[]): Finding[] {
	const { whole, campaigns } = reportedHours(context.learning);
	const ofBudget = findingsOf(whole, context);
	const isToldOfAll = ofBudget.some(({ evidence }) => evidence !== 'keeps');
	const isPaused = (campaignId: string) =>
		before.some(({ kind, about }) => kind === 'edited-by-someone' && about.endsWith(`/campaign/${campaignId}/status`));
	return [
		...ofBudget,
		...campaigns().flatMap((campaign) => {
			const isTold = isToldOfAll || isPaused(campaign.campaignId!);
			return findingsOf(campaign, context).map((finding) =>
				isTold ? { ...finding, evidence: 'keeps' as const } : finding,
			);
		}),
	];
}

function findingsOf(reported: ReportedHours, context: DayContext): Finding[] {
	const { campaignId } = reported;
	const gap = deliveryGap(reported, context);
	if (gap === null || gap.evidence === 'none') return [];
	if (campaignId !== null && context.nowMs - gap.fromMs > GIVEN_UP_MS) return [];
	const mayFire = gap.evidence === 'strong' && context.dayAmount > context.spent;
	return [
		{
			kind: KIND,
			about: campaignId === null ? '' : `${CAMPAIGN}${campaignId}`,
			severity: campaignId === null ? 'critical' : 'warning',
			headline: deliveryNotes.nothing(campaignId),
			message: messageOf(campaignId, gap, context),
			evidence: mayFire ? 'waits' : 'keeps',
		},
	];
}

const CAMPAIGN = 'campaign/';

function messageOf(campaignId: string | null, { fromMs, usual }: DeliveryGap, { learning }: DayContext): string {
	const { timeZone, currency } = learning.definition;
	return deliveryNotes.nothingSince(campaignId, formatInstant(fromMs, timeZone), formatMoney(usual, currency));
}

/** What is said when such an alert is over. */
export function deliveryResolution({ about }: StandingAlert, { learning, nowMs }: DayContext): string {
	if (about === '') return deliveryNotes.spendsAgain(null);
	const campaignId = about.slice(CAMPAIGN.length);
	const reported = reportedHours(learning)
		.campaigns()
		.find((one) => one.campaignId === campaignId);
	const isGivenUp = reported === undefined || nowMs - (spentUntilMs(reported) ?? 0) > GIVEN_UP_MS;
	return isGivenUp ? deliveryNotes.noLonger(campaignId) : deliveryNotes.spendsAgain(campaignId);
}
