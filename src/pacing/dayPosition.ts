import type { BudgetDefinition } from '../budget/budgetDefinition';
import type { Ledger } from '../ledger/ledger';
import { fromMicros } from '../money/micros';
import { fromMinorUnits } from '../money/minorUnits';
import { forecastDay } from '../learning/forecastDay';
import { type Insight, learn } from '../learning/insight';
import type { SpendPaths } from '../demand/spendPaths';
import { dayDelivery } from '../plan/dayDelivery';
import { targetOf } from '../plan/optimizeAllocation';
import type { SpendPlan } from '../plan/spendPlan';
import { strategyWeights, trafficOf } from '../plan/strategyWeights';
import type { DayTarget } from '../plan/targets';
import { hoursBetween, localClock } from '../time/localClock';
import { type LocalHour, localDay } from '../time/localDay';

/** The part of a budget's state that decisions about today read. */
export interface PacingSlice {
	readonly definition: BudgetDefinition;
	readonly ledger: Ledger;
	readonly plan: SpendPlan | null;
}

/** Where a budget stands in its local day. Money in major units. */
export interface DayPosition {
	readonly date: string;
	readonly day: readonly LocalHour[];
	readonly insight: Insight;
	readonly target: DayTarget;
	readonly dayAmount: number;
	readonly spent: number;
	readonly remaining: number;
	/** (hours) how today's strategy weighs the hours; their traffic without a plan. */
	readonly weights: readonly number[];
	/** What these weights put before this instant. */
	readonly plannedByNow: number;
	/** Share of the day's expected traffic that lies before this instant, 0..1. */
	readonly expectedShare: number;
	/** null without any spend to learn from. */
	readonly paths: SpendPaths | null;
	/** First instant of the day that no report covers. */
	readonly unseenFromMs: number;
}

/**
 * Places a budget in its day: target, delivery, plan and forecast at an instant.
 *
 * States are never changed, so the last position found by a ledger is kept for the decisions that follow at the same instant.
 */
export function dayPosition(state: PacingSlice, nowMs: number): DayPosition {
	const { definition, ledger, plan } = state;
	const last = placed.get(ledger);
	if (last?.definition === definition && last.plan === plan && last.nowMs === nowMs) return last.position;
	const position = place(state, nowMs);
	placed.set(ledger, { definition, plan, nowMs, position });
	return position;
}

const placed = new WeakMap<Ledger, Omit<PacingSlice, 'ledger'> & { nowMs: number; position: DayPosition }>();

function place(state: PacingSlice, nowMs: number): DayPosition {
	const { definition, ledger, plan } = state;
	const { timeZone, currency } = definition;
	const { date } = localClock(nowMs, timeZone);
	const day = localDay(date, timeZone);
	const insight = learn(ledger, definition);
	const today = plan?.date === date ? plan : null;
	const strategy = today?.strategy ?? 'adaptive_ml';
	const target = targetOf(state, insight, strategy, nowMs, date);
	const dayAmount = Number(fromMinorUnits(target.amount, currency));
	const micros = dayDelivery(ledger, day).spend.reduce<number>((sum, spend) => sum + (spend ?? 0), 0);
	const spent = fromMicros(micros).toNumber();
	const traffic = day.map((hour) => trafficOf(hour, insight));
	const weights = today === null ? traffic : strategyWeights(strategy, day, insight, definition.objective, traffic);
	const dayStartMs = day[0]!.startMs;
	const unseenFromMs = Math.min(nowMs, Math.max(dayStartMs, ledger.dataUntilMs ?? dayStartMs));
	return {
		date,
		day,
		insight,
		target,
		dayAmount,
		spent,
		remaining: Math.max(0, dayAmount - spent),
		weights,
		plannedByNow: dayAmount * shareBefore(day, weights, nowMs),
		expectedShare: shareBefore(day, traffic, nowMs),
		paths: forecastDay(insight, day, unseenFromMs),
		unseenFromMs,
	};
}

/** Share of the hours' weights that lies before an instant; a running hour counts by time. */
export function shareBefore(day: readonly LocalHour[], weights: readonly number[], instantMs: number): number {
	let before = 0;
	let total = 0;
	day.forEach(({ startMs, endMs }, hour) => {
		const gone = Math.min(1, Math.max(0, hoursBetween(startMs, instantMs) / hoursBetween(startMs, endMs)));
		before += weights[hour]! * gone;
		total += weights[hour]!;
	});
	return total > 0 ? before / total : 0;
}
