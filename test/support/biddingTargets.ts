import type { BiddingFacts, BudgetUse, PeriodProjection } from '../../src/forecast/biddingFacts';
import type { PushTargetInput } from '../../src/platforms/pushTarget';
import type { PushState } from '../../src/push/preparePush';
import type { SpendPlan } from '../../src/plan/spendPlan';
import type { Fields } from './reportRows';
import { MORNING_MS, planOf, push } from './plans';

/** A campaign of Google Ads that spends less than its budget, with a target CPA of 30.00. */
export const campaign = (changes: Fields = {}): Fields => ({
	campaign: {
		id: '111',
		campaignBudget: 'customers/1/campaignBudgets/222',
		biddingStrategyType: 'MAXIMIZE_CONVERSIONS',
		maximizeConversions: { targetCpaMicros: '30000000' },
		...changes,
	},
});

/** An ad set of Meta Ads with a cost cap of 30.00. */
export const adSet = (changes: Fields = {}): Fields => ({
	id: '501',
	campaign_id: '111',
	daily_budget: '0',
	bid_strategy: 'COST_CAP',
	bid_amount: 3000,
	...changes,
});

/** A target of Google Ads; `undefined` was not read. */
export const google = (current: Fields | undefined): PushTargetInput => ({
	platform: 'google_ads',
	lever: 'biddingTarget',
	accountId: '1',
	objects: [{ id: '111', ...(current !== undefined && { current }) }],
});

export const meta = (current: Fields): PushTargetInput => ({
	platform: 'meta_ads',
	lever: 'biddingTarget',
	objects: [{ id: '501', current }],
});

interface Given {
	/** Low and high end of the projection of a month of 20,000, of which 8,000 are spent; null without a projection. */
	readonly projected?: readonly [number, number] | null;
	readonly daysAhead?: number;
	readonly use?: BudgetUse | null;
	readonly limitOfAll?: SpendPlan['limitedBy'];
	readonly planId?: string;
	readonly nowMs?: number;
	readonly pushes?: PushState['pushes'];
	readonly guards?: Parameters<typeof push>[0]['guards'];
	readonly dryRun?: boolean;
	readonly stale?: string | null;
	readonly staleForRaise?: string | null;
	readonly currency?: string;
}

export const LIMITED_BY_DEMAND: BudgetUse = { limitedBy: 'demand', spentShare: 0.7 };
export const OVERSPENDING: BudgetUse = { limitedBy: 'budget', spentShare: 1.4 };
export const SHORT = [13_000, 15_000] as const;

/** Facts of a month of 20,000 of which 8,000 are spent. */
export function factsOf({ projected = SHORT, daysAhead = 15, use = LIMITED_BY_DEMAND }: Given = {}): BiddingFacts {
	const projection: PeriodProjection | null =
		projected === null
			? null
			: {
					horizon: 'month',
					target: 20_000,
					spent: 8000,
					projected: { low: projected[0], high: projected[1], mean: (projected[0] + projected[1]) / 2, level: 0.8 },
					daysAhead,
				};
	return { projection, useOf: () => use };
}

/** Prepares a push of bidding targets. */
export function pushTarget(target: PushTargetInput, given: Given = {}) {
	const { limitOfAll = 'demand', planId, projected, daysAhead, use, nowMs = MORNING_MS, ...more } = given;
	const date = new Date(nowMs).toISOString().slice(0, 10);
	const { currency = 'USD' } = given;
	const plan = planOf({ dayAmount: '500', date, currency, ...(planId !== undefined && { planId }) });
	return push({
		target,
		nowMs,
		plan: { ...plan, limitedBy: limitOfAll },
		bidding: factsOf({
			...(projected !== undefined && { projected }),
			...(daysAhead !== undefined && { daysAhead }),
			...(use !== undefined && { use }),
		}),
		...more,
	});
}
