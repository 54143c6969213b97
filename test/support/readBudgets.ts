import type { Platform } from '../../src/platforms/registry';
import type { Level } from '../../src/levers/level';

type BudgetOf = (amount: number | string) => Readonly<Record<string, unknown>>;

/** A daily and a total budget as the API of each platform returns them. */
const SHAPES: Readonly<
	Record<Exclude<Platform, 'generic'>, Partial<Record<Level, { daily: BudgetOf; total: BudgetOf }>>>
> = {
	amazon_ads: {
		campaign: {
			daily: (budget) => ({ campaignId: '1', budget: { budget, budgetType: 'DAILY' } }),
			total: (budget) => ({ campaignId: '1', budget: { budget, budgetType: 'LIFETIME' } }),
		},
	},
	google_ads: {
		budget: {
			daily: (amountMicros) => ({ campaignBudget: { amountMicros, period: 'DAILY' } }),
			total: (totalAmountMicros) => ({ campaignBudget: { totalAmountMicros, period: 'CUSTOM_PERIOD' } }),
		},
	},
	linkedin_ads: {
		campaign: {
			daily: (amount) => ({ dailyBudget: { amount, currencyCode: 'USD' } }),
			total: (amount) => ({ totalBudget: { amount, currencyCode: 'USD' } }),
		},
	},
	meta_ads: Object.fromEntries(
		(['campaign', 'adGroup'] as const).map((level) => [
			level,
			{
				daily: (amount: number | string) => ({ daily_budget: String(amount), lifetime_budget: '0' }),
				total: (amount: number | string) => ({ daily_budget: '0', lifetime_budget: String(amount) }),
			},
		]),
	),
	microsoft_ads: {
		campaign: {
			daily: (DailyBudget) => ({ DailyBudget, BudgetType: 'DailyBudgetStandard' }),
			total: (DailyBudget) => ({ DailyBudget, BudgetType: 'LifetimeBudgetStandard' }),
		},
	},
	pinterest_ads: {
		campaign: {
			daily: (amount) => ({ daily_spend_cap: amount, lifetime_spend_cap: null }),
			total: (amount) => ({ daily_spend_cap: null, lifetime_spend_cap: amount }),
		},
		adGroup: {
			daily: (amount) => ({ budget_in_micro_currency: amount, budget_type: 'DAILY' }),
			total: (amount) => ({ budget_in_micro_currency: amount, budget_type: 'LIFETIME' }),
		},
	},
	tiktok_ads: Object.fromEntries(
		(['campaign', 'adGroup'] as const).map((level) => [
			level,
			{
				daily: (budget: number | string) => ({ budget, budget_mode: 'BUDGET_MODE_DAY' }),
				total: (budget: number | string) => ({ budget, budget_mode: 'BUDGET_MODE_TOTAL' }),
			},
		]),
	),
};

/** Every kind of object whose budget can be daily or total. */
export const BUDGET_SHAPES = Object.entries(SHAPES).flatMap(([platform, levels]) =>
	Object.entries(levels).map(([level, shape]) => ({ platform: platform as Platform, level: level as Level, ...shape })),
);

/** A daily budget as a platform returns it; the amount alone where that says as much. */
export const dailyBudget = (platform: Platform, level: Level, amount: number | string) =>
	BUDGET_SHAPES.find((shape) => shape.platform === platform && shape.level === level)?.daily(amount) ?? amount;
