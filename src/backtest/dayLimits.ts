import { type CampaignLimits, limitsOf } from '../campaigns/campaignLimits';
import { learnSpends } from '../campaigns/learnCampaigns';
import type { Learning } from '../learning/learning';

/** (campaigns) limits of the campaigns of a replayed day; null if the budget names none. Only targets need the learned responses. */
export function dayLimits({ definition, ledger, campaigns: learned }: Learning): readonly CampaignLimits[] | null {
	const { campaigns, currency } = definition;
	if (campaigns === undefined) return null;
	const hasTargets = campaigns.some(({ targetCpa, targetRoas }) => targetCpa !== undefined || targetRoas !== undefined);
	const known = hasTargets ? learned() : { spends: learnSpends(ledger, definition), responses: null };
	return limitsOf(campaigns, known, currency);
}
