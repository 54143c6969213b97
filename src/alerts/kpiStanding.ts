import type { Learning } from '../learning/learning';
import { type Kpi, kpiDelivery, type KpiTarget } from './kpiDelivery';
import { type KpiEvidence, kpiEvidence } from './kpiEvidence';

/** How a campaign stands to its target. */
export interface KpiStanding extends KpiTarget {
	/** null if it cannot be judged. */
	readonly evidence: KpiEvidence | null;
}

/** Campaigns that are judged together at least. */
export const LEAST_TOGETHER = 2;

/** How the campaigns with a target of one kind stand to them, each and together. */
export interface KpiStandings {
	readonly kpi: Kpi;
	readonly each: readonly KpiStanding[];
	/** Those that can be judged. */
	readonly judged: ReadonlyArray<KpiStanding & { readonly evidence: KpiEvidence }>;
	/** Of those that can be judged; null if there are too few. */
	readonly together: KpiEvidence | null;
}

/** How the campaigns of a budget stand to their targets; those without one are left out. */
export const kpiStandings = (learning: Learning, today: string, band: number): KpiStandings[] =>
	(['cpa', 'roas'] as const).map((kpi) => {
		const each = (learning.definition.campaigns ?? [])
			.map(({ campaignId, targetCpa, targetRoas }) => ({
				campaignId,
				kpi,
				target: Number((kpi === 'cpa' ? targetCpa : targetRoas) ?? 0),
			}))
			.filter(({ target }) => target > 0)
			.map((target) => {
				const delivered = kpiDelivery(learning, target);
				return { ...target, delivered, evidence: kpiEvidence(learning, today, delivered, { kpi, band }) };
			});
		const judged = each.flatMap(({ evidence, ...campaign }) => (evidence === null ? [] : [{ ...campaign, evidence }]));
		const delivered = judged.flatMap((campaign) => campaign.delivered);
		const together = judged.length < LEAST_TOGETHER ? null : kpiEvidence(learning, today, delivered, { kpi, band });
		return { kpi, each, judged, together };
	});
