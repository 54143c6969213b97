import type { BudgetDefinition } from '../budget/budgetDefinition';
import type { HorizonForecast } from '../forecast/horizonForecast';
import { Decimal } from '../money/decimal';
import type { SpendPlan } from '../plan/spendPlan';
import type { DailySpend } from '../status/dailySpend';
import type { DayStatus } from '../status/dayStatus';
import type { ExhaustionForecast } from '../status/exhaustionForecast';
import type { GoalForecast } from '../status/goalForecast';
import type { AlertMessage } from './alertMessage';
import { longestTarget } from './longestTarget';
import type { HistoryEntry } from './pushHistory';
import { compareText, rankOf } from './ranking';

/** A budget at an instant, as an overview of many budgets shows it. */
export interface BudgetOverview {
	readonly definition: BudgetDefinition;
	readonly nowMs: number;
	/** Instant up to which delivery is known; null before the first report. */
	readonly dataUntilMs: number | null;
	readonly day: DayStatus;
	/** Whether anything of today was reported; its spend is unknown otherwise. */
	readonly isTodayReported: boolean;
	readonly exhaustion: ExhaustionForecast;
	readonly alert: AlertMessage;
	/** null without a plan for today. */
	readonly plan: SpendPlan | null;
	readonly daily: DailySpend;
	/** undefined without a goal. */
	readonly goal: GoalForecast | undefined;
	/** What more budget would bring today, as a sentence without a full stop; null where that is not known. */
	readonly headroom: string | null;
	/** What waits for a person besides the alert: pushes, and damaged parts of the state. */
	readonly waiting: readonly string[];
	/** What was decided, the latest first. */
	readonly log: readonly HistoryEntry[];
}

/** A budget of which nothing can be said, and why. */
export interface UnreadableBudget {
	readonly budgetId: string;
	readonly problem: string;
}

/** What a person has to look at, the most pressing first. */
export const ATTENTION = ['alert', 'waiting', 'stale-data', 'none'] as const;
export type Attention = (typeof ATTENTION)[number];

/** Why a budget needs a person. */
export function attentionOf({ exhaustion, waiting }: BudgetOverview): Attention {
	const isFiring = [exhaustion.alert, ...exhaustion.alerts].some(({ state }) => state === 'firing');
	if (isFiring && exhaustion.status !== 'stale-data') return 'alert';
	if (waiting.length > 0) return 'waiting';
	return exhaustion.status === 'stale-data' ? 'stale-data' : 'none';
}

/** What needs a person, as a sentence; empty if nothing does. */
export function sentenceFor(budget: BudgetOverview): string {
	switch (attentionOf(budget)) {
		case 'alert':
		case 'stale-data':
			return budget.alert.sentence;
		case 'waiting':
			return `${budget.waiting[0]!}.`;
		case 'none':
			return '';
	}
}

/** What is spent of a target, major units: as reported, and what is assumed of the time before. */
export const spentOf = ({ spent, assumed = '0' }: HorizonForecast): string =>
	new Decimal(spent).plus(assumed).toFixed();

/**
 * Budgets with what needs a person first, then by value at risk, then by how far the longest target is projected to be missed.
 *
 * Amounts of different currencies are not compared: within each group, budgets of one currency stand together.
 */
export const byAttention = (budgets: readonly BudgetOverview[]): BudgetOverview[] =>
	[...budgets].sort(
		(one, other) =>
			ATTENTION.indexOf(attentionOf(one)) - ATTENTION.indexOf(attentionOf(other)) ||
			compareText(one.definition.currency, other.definition.currency) ||
			rankOf(other.exhaustion.valueAtRisk.revenue) - rankOf(one.exhaustion.valueAtRisk.revenue) ||
			rankOf(other.exhaustion.valueAtRisk.conversions) - rankOf(one.exhaustion.valueAtRisk.conversions) ||
			missedBy(other) - missedBy(one) ||
			compareText(one.alert.name, other.alert.name) ||
			compareText(one.definition.budgetId, other.definition.budgetId),
	);

/** Distance of the projection from the longest target, as a share of it; 0 where it is not judged. */
function missedBy(budget: BudgetOverview): number {
	const longest = longestTarget(budget);
	if (longest === null || budget.exhaustion.status === 'stale-data') return 0;
	return Math.abs(longest.horizon.projected.mean / Number(longest.horizon.target) - 1);
}
