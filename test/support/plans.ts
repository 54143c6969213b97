import { NOTHING } from '../../src/statistics/interval';
import { BudgetDefinition } from '../../src/budget/budgetDefinition';
import { fromMinorUnits, toMinorUnits } from '../../src/money/minorUnits';
import { splitMoney } from '../../src/money/splitMoney';
import type { SpendPlan } from '../../src/plan/spendPlan';
import { preparePush, type PushOptions, type PushState } from '../../src/push/preparePush';
import type { PushRecord } from '../../src/records/pushRecord';
import { PushTarget, type PushTargetInput } from '../../src/platforms/pushTarget';
import { PUSH_PLATFORMS } from '../../src/platforms/registry';
import { dailyBudget } from './readBudgets';
import { localDay } from '../../src/time/localDay';

interface PlanInput {
	readonly dayAmount: string;
	readonly currency?: string;
	readonly timeZone?: string;
	readonly date?: string;
	readonly planId?: string;
	readonly unspendable?: string;
	/** (hours) relative amounts of the hours; alike unless said. */
	readonly weights?: (hour: number) => number;
	readonly multipliers?: (hour: number) => number;
}

/** A plan as Optimize Allocation makes it, with given amounts and multipliers. */
export function planOf({
	dayAmount,
	currency = 'USD',
	timeZone = 'UTC',
	date = '2026-11-27',
	planId = `${date}-0000000000000001`,
	unspendable = fromMinorUnits(0, currency),
	weights = () => 1,
	multipliers = () => 1,
}: PlanInput): SpendPlan {
	const day = localDay(date, timeZone);
	const amounts = splitMoney(
		dayAmount,
		day.map((_, hour) => weights(hour)),
		currency,
	);
	return {
		planId,
		budgetId: 'b',
		date,
		timeZone,
		currency,
		strategy: 'even_distribution',
		days: [],
		limitedBy: null,
		headroom: null,
		createdMs: day[0]!.startMs,
		dayAmount,
		spent: fromMinorUnits(0, currency),
		unreported: fromMinorUnits(0, currency),
		reserve: fromMinorUnits(0, currency),
		hours: day.map((hour, position) => ({
			...hour,
			state: 'planned',
			amount: amounts[position]!,
			spent: null,
			cap: dayAmount,
			share:
				toMinorUnits(amounts[position]!, currency, 'nearest') /
				Math.max(1, toMinorUnits(dayAmount, currency, 'nearest')),
			multiplier: multipliers(position),
			expected: { conversions: null, revenue: null, clicks: null },
			confidence: 0,
		})),
		expected: { conversions: null, revenue: null, spend: NOTHING, unreported: NOTHING },
		confidence: 0,
		unspendable,
		constraints: [],
		warnings: [],
	};
}

/** Early on the plan's day, UTC. */
export const MORNING_MS = Date.parse('2026-11-27T00:20:00Z');

interface PushInput extends Partial<PlanInput> {
	readonly target: PushTargetInput;
	readonly plan?: SpendPlan | null;
	readonly nowMs?: number;
	readonly dryRun?: boolean;
	readonly guards?: PushOptions['guards'];
	readonly approved?: string;
	readonly tellUntilMarked?: boolean;
	readonly pushes?: readonly PushRecord[];
	readonly alerts?: PushState['alerts'];
	readonly spent?: number;
	readonly unreported?: number;
	readonly demandLeft?: number;
	readonly stale?: PushState['stale'];
	/** The same as `stale` by default. */
	readonly staleForRaise?: PushState['staleForRaise'];
	readonly period?: PushState['period'];
	readonly balanceLeft?: PushState['balanceLeft'];
	readonly bidding?: PushState['bidding'];
	/** Whether current values are given as the platform returns them; otherwise an amount stands for a daily budget of it. */
	readonly asRead?: boolean;
}

/** The target with daily budgets as its platform returns them, where amounts are given. */
function withDailyBudgets(target: PushTargetInput): PushTargetInput {
	const { platform, objects, level = PUSH_PLATFORMS[platform]?.profile.levels[0] } = target;
	return {
		...target,
		objects: objects.map((object) =>
			typeof object.current === 'number' || typeof object.current === 'string'
				? { ...object, current: dailyBudget(platform, level, object.current) }
				: object,
		),
	};
}

/** Prepares a push for a budget with such a plan. */
export function push({
	target,
	nowMs = MORNING_MS,
	dryRun = false,
	guards = {},
	approved,
	tellUntilMarked,
	pushes = [],
	alerts = [],
	spent = 0,
	unreported = 0,
	demandLeft = 1,
	stale = null,
	staleForRaise = stale,
	period = null,
	balanceLeft = null,
	bidding,
	plan,
	asRead = false,
	...input
}: PushInput) {
	const { currency = 'USD', timeZone = 'UTC' } = input;
	const definition = BudgetDefinition.parse({ budgetId: 'b', currency, timeZone, dailyAmount: '1000' });
	const on = PushTarget.parse(asRead ? target : withDailyBudgets(target));
	const planned = plan === undefined ? planOf({ dayAmount: '100', ...input }) : plan;
	return preparePush(
		{
			definition,
			plan: planned,
			pushes,
			alerts,
			spent,
			unreported,
			demandLeft,
			dayAmount: Number(planned?.dayAmount ?? 0),
			period,
			balanceLeft,
			stale,
			staleForRaise,
			...(bidding !== undefined && { bidding }),
		},
		{ platform: PUSH_PLATFORMS[on.platform], target: on, planId: approved, nowMs, dryRun, guards, tellUntilMarked },
	);
}
