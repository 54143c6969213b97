import * as z from 'zod/v4';

import type { Strategy } from '../budget/budgetDefinition';
import { biddingFacts } from '../pacing/biddingFacts';
import * as exhaustionCheck from '../pacing/checkExhaustion';
import type { ExhaustionForecast } from '../pacing/exhaustionForecast';
import * as pace from '../pacing/pacingMultiplier';
import * as reallocating from '../pacing/reallocate';
import type { Reallocation } from '../pacing/reallocation';
import { staleness, stalenessForRaise } from '../pacing/staleness';
import { parse } from '../parse';
import { PushTarget, type PushTargetInput } from '../platforms/pushTarget';
import { PUSH_PLATFORMS } from '../platforms/registry';
import * as planning from '../plan/optimizeAllocation';
import type { SpendPlan } from '../plan/spendPlan';
import { type BudgetInForce, confirmedBudgets, withBudgetsInForce } from '../push/budgetsInForce';
import type { Confirmation } from '../push/confirmation';
import * as confirming from '../push/confirmPush';
import { GuardFigures } from '../push/guardFigures';
import type { PreparedPush } from '../push/preparedPush';
import { tightestPeriod } from '../push/moneyLeft';
import { PushAnswer } from '../push/pushAnswer';
import * as pushing from '../push/preparePush';
import type { PushRecord } from '../push/pushRecord';
import { type PacingState, readState, trust } from '../state/pacingState';
import { contextAt, instant, knownStrategy, withTrust } from './checks';

/**
 * Plans a local day, today by default: exact amounts for its hours by one of six strategies (see `strategyWeights`).
 *
 * @throws UserError for an unknown strategy, or a date that is over
 */
export function optimizeAllocation(
	state: PacingState,
	{ strategy, nowMs, date }: { strategy: Strategy; nowMs: number; date?: string | undefined },
): { state: PacingState; plan: SpendPlan } {
	const options = { strategy: knownStrategy(strategy), nowMs: instant(nowMs), date };
	return withTrust(planning.optimizeAllocation(readState(state), options));
}

/** The factor on spend that makes today's budget last, approached gradually; see the core's `pacingMultiplier`. */
export function pacingMultiplier(
	state: PacingState,
	options: { nowMs: number; hourStartMs?: number | undefined },
): pace.Pace {
	return pace.pacingMultiplier(contextAt(state, options.nowMs), options.hourStartMs);
}

/** Forecasts whether and when today's budget runs out, and what that costs; keeps the state of its alert. */
export function checkExhaustion(
	state: PacingState,
	{ nowMs }: { nowMs: number },
): { state: PacingState; exhaustion: ExhaustionForecast } {
	const current = readState(state);
	const { alert, exhaustion } = exhaustionCheck.checkExhaustion(contextAt(current, nowMs), current.alert);
	return withTrust({ state: { ...current, alert }, exhaustion });
}

/** Moves budget between the remaining hours of today after evidence of a change; with the strategy of today's plan by default. */
export function reallocate(
	state: PacingState,
	{ nowMs, strategy }: { nowMs: number; strategy?: Strategy | undefined },
): { state: PacingState; reallocation: Reallocation } {
	const chosen = strategy === undefined ? undefined : knownStrategy(strategy);
	return withTrust(reallocating.reallocate(readState(state), { nowMs: instant(nowMs), strategy: chosen }));
}

/**
 * Turns today's plan into guarded requests for an ad platform, and records them; see the core's `preparePush`.
 *
 * @param target objects on the platform that the plan is pushed to
 * @param planId the approved plan; an expired or superseded one is rejected
 * @param dryRun whether to change nothing, which is the default
 * @param guards figures that replace those of the platform's profile
 * @throws UserError if the plan must not be pushed, or the target lacks what its platform needs
 */
export function preparePush(
	state: PacingState,
	options: {
		target: PushTargetInput;
		planId?: string | undefined;
		nowMs: number;
		dryRun?: boolean | undefined;
		guards?: GuardFigures | undefined;
	},
): { state: PacingState; push: PreparedPush } {
	const { planId, nowMs, dryRun = true } = options;
	const target = parse(PushTarget, options.target, 'push target');
	const guards = parse(GuardFigures, options.guards ?? {}, 'guards');
	const current = readState(state);
	const { definition, plan, pushes = [] } = current;
	const context = contextAt(current, nowMs);
	const { spent, dayAmount } = context;
	const unreported = context.unreported.today.mean;
	const demandLeft = 1 - context.expectedShare;
	const period = tightestPeriod(context);
	const known = {
		definition,
		plan,
		pushes,
		spent,
		unreported,
		demandLeft,
		dayAmount,
		period,
		stale: staleness(context),
		staleForRaise: stalenessForRaise(context),
		...(target.lever === 'biddingTarget' && { bidding: biddingFacts(context) }),
	};
	const platform = PUSH_PLATFORMS[target.platform];
	const prepared = pushing.preparePush(known, { platform, target, planId, nowMs, dryRun, guards });
	return { state: withPushes(current, prepared.pushes, prepared.inForce), push: prepared.push };
}

/**
 * Settles pushes by the answers of their platforms: what was confirmed, what failed and goes again, and what is in force now; see the core's
 * `confirmPush`.
 *
 * @param answers each with the `pushId` of its request, and its status and body, or the error that came instead
 * @throws UserError if no push of this budget has the ID of an answer
 */
export function confirmPush(
	state: PacingState,
	options: { answers: readonly PushAnswer[]; nowMs: number },
): { state: PacingState; confirmations: readonly Confirmation[] } {
	const answers = parse(z.array(PushAnswer), options.answers, 'answers');
	const current = readState(state);
	const { definition, pushes = [] } = current;
	const { budgetId, timeZone } = definition;
	const settled = confirming.confirmPush({ budgetId, timeZone, pushes }, PUSH_PLATFORMS, {
		answers,
		nowMs: instant(options.nowMs),
	});
	const inForce = confirmedBudgets(pushes, settled.pushes);
	return { state: withPushes(current, settled.pushes, inForce), confirmations: settled.confirmations };
}

/** The state with these records, and with the daily budgets in force that they say. */
function withPushes(state: PacingState, pushes: readonly PushRecord[], inForce: readonly BudgetInForce[]): PacingState {
	const ledger = withBudgetsInForce(state.ledger, inForce, state.definition);
	const isSame = ledger === state.ledger && (pushes === state.pushes || (!state.pushes && pushes.length === 0));
	return isSame ? state : trust({ ...state, pushes, ledger });
}
