import type { Note } from '../notes/note';
import type { Strategy } from '../budget/budgetDefinition';
import { STRATEGY_NAMES } from '../budget/optionNames';
import type { Interval } from '../statistics/interval';

/** A metric by which policies are compared. */
export type CountedResult = 'conversions' | 'revenue' | 'clicks' | 'impressions';

/** A policy that the backtest compares: a strategy, or the actual allocation. */
export type Policy = Strategy | 'actual';

/** Policies by their names on the screen. */
export const POLICY_NAMES: Record<Policy, string> = { ...STRATEGY_NAMES, actual: 'Actual' };

/** Estimated results of one policy on the replayed days. */
export interface PolicyResult {
	readonly policy: Policy;
	/** Expected results of the objective. */
	readonly value: Interval;
	/** Paired difference to the results of the actual allocation; null for the actual one. */
	readonly againstActual: Interval | null;
	/** Probability that no other policy would have generated more. */
	readonly probabilityBest: number;
	readonly spend: string;
	/** (days, hours) estimated spend, major units. */
	readonly hours: readonly (readonly number[])[];
	/** Spend above the days' amounts. */
	readonly overspend: string;
	/** Days whose budget was used up before their last hour began. */
	readonly daysExhausted: number;
	/** Share of planned spend above the observed range of its hours, 0..1. */
	readonly outsideSupport: number;
}

/** Comparison of strategies on a budget's own history, with assumptions and warnings. */
export interface BacktestReport {
	readonly budgetId: string;
	readonly currency: string;
	readonly from: string;
	readonly to: string;
	readonly days: number;
	/** The metric that is compared. */
	readonly counted: CountedResult;
	/** Elasticity of results with respect to spend: d ln results / d ln spend. */
	readonly elasticity: Interval;
	/** (policies) best first. */
	readonly results: readonly PolicyResult[];
	/** Whether the first can be called the best: its probability is at least 80%, and the history supports the comparison. */
	readonly conclusive: boolean;
	readonly assumptions: readonly Note[];
	readonly warnings: readonly Note[];
}
