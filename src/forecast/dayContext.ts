import { sum } from 'simple-statistics';

import { type SpendPaths, totalsOfPaths } from '../demand/spendPaths';
import { withinBudgets } from '../learning/withinBudgets';
import { forecastDay } from '../learning/forecastDay';
import { learn } from '../learning/learn';
import type { Learning } from '../learning/learning';
import { trafficOf } from '../learning/trafficOf';
import type { Unreported } from '../learning/unreported';
import { fromMicros } from '../money/micros';
import { fromMinorUnits } from '../money/minorUnits';
import { dayDelivery } from '../plan/dayDelivery';
import type { DayTarget } from '../plan/dayTarget';
import type { PlannedPush } from '../plan/nextPush';
import type { PlanningState } from '../plan/optimizeAllocation';
import { type PlanContext, planContext } from '../plan/planContext';
import type { SpendPlan } from '../plan/spendPlan';
import { strategyWeights } from '../plan/strategyWeights';
import { targetOf } from '../plan/targetOf';
import { isFiniteThroughout } from '../statistics/isFiniteThroughout';
import { hoursBetween, localClock } from '../time/localClock';
import { type LocalHour, localDay } from '../time/localDay';

/** A budget on its local day at an instant: the inputs of decisions about today. Amounts in major units. */
export interface DayContext {
	readonly learning: Learning;
	readonly nowMs: number;
	readonly date: string;
	readonly day: readonly LocalHour[];
	/** What the day is planned from. */
	readonly planning: PlanContext;
	/** The last plan made for today; null if there is none. */
	readonly plan: SpendPlan | null;
	/** Changes of the status of objects that were pushed, oldest first. */
	readonly statusPushes: readonly StatusPush[];
	/** Daily budgets that were pushed and are known to have arrived, oldest first. */
	readonly budgetPushes: readonly PlannedPush[];
	readonly target: DayTarget;
	readonly dayAmount: number;
	/** As reported. */
	readonly spent: number;
	/** Spend until now that no report covers. */
	readonly unreported: Unreported;
	/** The part of the day's amount that is neither reported nor expected to be spent. */
	readonly remaining: number;
	/** (hours) weights of today's strategy; traffic if there is no plan. */
	readonly weights: readonly number[];
	/** The part of the day's amount that these weights place before this instant. */
	readonly plannedByNow: number;
	/** Share of the day's expected traffic before this instant, 0..1. */
	readonly expectedShare: number;
	/** Demand at the budgets in force from the first instant without a report; null without spend history. */
	readonly paths: SpendPaths | null;
	/** The same, as far as the daily budgets in force let it be spent. */
	readonly spendPaths: SpendPaths | null;
	/** (paths) their totals, major units. */
	readonly ahead: Float64Array | null;
	/** When a report was last read; undefined where that is not known. */
	readonly readMs: number | undefined;
	/** The first figure behind these that is not finite, in words; null if all are. The day cannot be judged then. */
	readonly notFinite: string | null;
}

/** A push, as far as it pauses or enables an object. */
interface StatusPush {
	readonly atMs: number;
	/** Such as campaign/7. */
	readonly object: string;
	readonly lever: string;
	readonly to: string;
	readonly status: string;
}

interface PushedState extends PlanningState {
	readonly pushes?: readonly (StatusPush & PlannedPush)[] | undefined;
	readonly readMs?: number | undefined;
}

/** Target, delivery, plan and forecast of a budget's day at an instant. */
export function dayContext(state: PushedState, nowMs: number): DayContext {
	const { definition, ledger, plan, pushes, readMs } = state;
	const { timeZone, currency } = definition;
	const { date } = localClock(nowMs, timeZone);
	const day = localDay(date, timeZone);
	const learning = learn(state);
	const today = plan?.date === date ? plan : null;
	const strategy = today?.strategy ?? 'adaptive_ml';
	const planning = planContext(learning, { strategy, nowMs, pushes });
	const { unreported } = planning;
	const target = targetOf(planning);
	const dayAmount = Number(fromMinorUnits(target.amount, currency));
	const spent = fromMicros(sum(dayDelivery(ledger, day).spend.map((spend) => spend ?? 0))).toNumber();
	const traffic = day.map((hour) => trafficOf(hour, learning));
	const wanted = today === null ? traffic : strategyWeights(strategy, learning, day, traffic);
	const weights = isFiniteThroughout(wanted) ? wanted : traffic;
	const paths = forecastDay(learning, date, unreported.fromMs);
	const hasForecast = isFiniteThroughout(paths);
	const isFinite = hasForecast && target.isFinite && isFiniteThroughout(wanted);
	const demand = hasForecast ? paths : null;
	const spendPaths = demand && withinBudgets(learning, demand, { date, nowMs, spent, unreported });
	return {
		learning,
		nowMs,
		date,
		day,
		planning,
		plan: today,
		statusPushes: pushes?.filter(({ lever, status }) => lever === 'status' && status !== 'failed') ?? [],
		budgetPushes: pushes?.filter(({ step, status }) => step !== undefined && status === 'confirmed') ?? [],
		target,
		dayAmount,
		spent,
		unreported,
		remaining: Math.max(0, dayAmount - spent - unreported.today.mean),
		weights,
		plannedByNow: dayAmount * shareBefore(day, weights, nowMs),
		expectedShare: shareBefore(day, traffic, nowMs),
		paths: demand,
		spendPaths,
		ahead: spendPaths && totalsOfPaths(spendPaths),
		readMs,
		notFinite: learning.notFinite() ?? (isFinite ? null : 'forecast of the day'),
	};
}

/** Share of the hours' weights before an instant; a running hour counts by time. */
export function shareBefore(day: readonly LocalHour[], weights: readonly number[], instantMs: number): number {
	let before = 0;
	let total = 0;
	day.forEach(({ startMs, endMs }, hour) => {
		const elapsed = Math.min(1, Math.max(0, hoursBetween(startMs, instantMs) / hoursBetween(startMs, endMs)));
		before += weights[hour]! * elapsed;
		total += weights[hour]!;
	});
	return total > 0 ? before / total : 0;
}
