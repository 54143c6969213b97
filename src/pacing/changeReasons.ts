import type { HourShift } from '../results/detectShift';
import type { CampaignShift } from '../campaigns/detectCampaignShift';

/** What was found to have changed, in words: the hours, the campaigns, and whether that moves any money today. */
export function changeReasons(
	{ hours, campaigns }: { readonly hours: readonly HourShift[]; readonly campaigns: readonly CampaignShift[] },
	isMoving: boolean,
): { code: string; message: string }[] {
	if (!isMoving) {
		const message =
			'What changed has no hours left today, or the limits hold it; later plans take the change into account';
		return [{ code: 'no-room', message }];
	}
	const reasons = [];
	if (hours.length > 0) {
		const named = hours.map(({ localHour }) => `${localHour}:00`).join(', ');
		const finding =
			hours.length === 1
				? `The hour ${named} no longer brings what it did`
				: `The hours ${named} no longer bring what they did`;
		reasons.push({ code: 'hours-changed', message: `${finding}: money follows the evidence` });
	}
	if (campaigns.length > 0) {
		const named = campaigns
			.map(({ campaignId, factor }) => `'${campaignId}' (${factor.mean.toFixed(2)} times)`)
			.join(', ');
		const finding =
			campaigns.length === 1
				? `The campaign ${named} no longer brings what it did at its spend`
				: `The campaigns ${named} no longer bring what they did at their spend`;
		reasons.push({ code: 'campaigns-changed', message: `${finding}: money follows the evidence` });
	}
	return reasons;
}
