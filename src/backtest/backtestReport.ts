import type { Note } from '../notes/note';
import type { Strategy } from '../budget/budgetDefinition';
import type { Interval } from '../statistics/interval';

/** A way to spend that is judged: a strategy, or what really happened. */
export type Policy = Strategy | 'actual';

/** What one policy would have brought on the days that are replayed. */
export interface PolicyResult {
	readonly policy: Policy;
	/** Expected results of the objective. */
	readonly value: Interval;
	/** Results more than the real allocation, in pairs; null for the real one. */
	readonly againstActual: Interval | null;
	/** How likely it is that no other policy would have brought more. */
	readonly probabilityBest: number;
	readonly spend: string;
	/** (days, hours) what it would have spent, major units. */
	readonly hours: readonly (readonly number[])[];
	/** Spent beyond the amounts of the days. */
	readonly overspend: string;
	/** Days whose money was gone before their last hour began. */
	readonly daysExhausted: number;
	/** Share of the money that was planned for hours beyond what they ever took, 0..1. */
	readonly outsideSupport: number;
}

/** Strategies on one's own history, what that rests on, and what it cannot say. */
export interface BacktestReport {
	readonly budgetId: string;
	readonly currency: string;
	readonly from: string;
	readonly to: string;
	readonly days: number;
	/** What the results count. */
	readonly counted: 'conversions' | 'revenue' | 'clicks';
	/** How results grow with spend: d ln results / d ln spend. */
	readonly elasticity: Interval;
	/** (policies) the best first. */
	readonly results: readonly PolicyResult[];
	/** Whether the first can be called the best: it is so with a probability of at least 80%, and the history supports it. */
	readonly conclusive: boolean;
	readonly assumptions: readonly Note[];
	readonly warnings: readonly Note[];
}
