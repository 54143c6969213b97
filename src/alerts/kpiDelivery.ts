import type { Learning } from '../learning/learning';
import { foldedDays } from '../ledger/foldedDays';
import { campaignHours } from '../ledger/ledger';
import { fromMicros } from '../money/micros';
import { localClock } from '../time/localClock';

export type Kpi = 'cpa' | 'roas';

/** The results that each is about. */
export const RESULTS_OF = { cpa: 'conversions', roas: 'revenue' } as const;

/** What a campaign has to reach: a cost per conversion in major units, or revenue per unit of spend. */
export interface KpiTarget {
	readonly campaignId: string;
	readonly kpi: Kpi;
	readonly target: number;
}

/** What a campaign delivered in an hour, or on a day whose hours are folded; major units. */
export interface KpiDelivery {
	readonly date: string;
	readonly spend: number;
	readonly results: number | null;
	/** Results that the spend would bring at the target. */
	readonly atTarget: number;
	/** Share of the results that is usually reported by now. */
	readonly reported: number;
}

/** In order of time within each source. */
export function kpiDelivery(learning: Learning, { campaignId, kpi, target }: KpiTarget): KpiDelivery[] {
	const { ledger, definition, dataUntilMs = 0, conversionsReported } = learning;
	const field = RESULTS_OF[kpi];
	const major = (micros: number) => fromMicros(micros).toNumber();
	const delivered = (
		one: { readonly spend: number; readonly conversions: number | null; readonly revenue: number | null },
		date: string,
		reported: number,
	): KpiDelivery => {
		const spend = major(one.spend);
		const results = one[field];
		return {
			date,
			spend,
			results: results === null || field === 'conversions' ? results : major(results),
			atTarget: kpi === 'cpa' ? spend / target : spend * target,
			reported,
		};
	};
	return ledger.campaigns
		.filter((campaign) => campaign.campaignId === campaignId)
		.flatMap((campaign) => [
			...foldedDays(campaign).map((day) => delivered(day, day.date, 1)),
			...campaignHours(campaign).map((hour) =>
				delivered(
					hour,
					localClock(hour.startMs, definition.timeZone).date,
					conversionsReported(dataUntilMs - hour.endMs),
				),
			),
		]);
}
