import * as z from 'zod/v4';

import { AlertSettings, type AlertSettingsInput } from '../alerts/alertSettings';
import * as marking from '../alerts/markTold';
import type { StandingAlert } from '../alerts/standingAlerts';
import type { Strategy } from '../budget/budgetDefinition';
import { biddingFacts } from '../forecast/biddingFacts';
import * as pace from '../forecast/pacingMultiplier';
import { staleness, stalenessForRaise } from '../forecast/staleness';
import { GuardFigures } from '../guards/guardFigures';
import { balanceLeftOf, tightestPeriod } from '../guards/moneyLeft';
import { parse } from '../parse';
import * as planning from '../plan/optimizeAllocation';
import type { SpendPlan } from '../plan/spendPlan';
import { PushTarget, type PushTargetInput } from '../platforms/pushTarget';
import { PUSH_PLATFORMS } from '../platforms/registry';
import { type BudgetInForce, confirmedBudgets, withBudgetsInForce } from '../push/budgetsInForce';
import type { Confirmation } from '../push/confirmation';
import * as confirming from '../push/confirmPush';
import type { PreparedPush } from '../push/preparedPush';
import * as pushing from '../push/preparePush';
import { PushAnswer } from '../push/pushAnswer';
import * as reallocating from '../reallocation/reallocate';
import type { Reallocation } from '../reallocation/reallocation';
import type { PushRecord } from '../records/pushRecord';
import { type PacingState, readState, trust } from '../state/pacingState';
import * as exhaustionCheck from '../status/checkExhaustion';
import type { ExhaustionForecast } from '../status/exhaustionForecast';
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

/**
 * Forecasts whether and when today's budget runs out, and what that costs; keeps the states of the alerts.
 *
 * @param alerts what the user sets of alerts
 * @returns the state, the same one if no alert has changed, and the forecast with its alerts
 */
export function checkExhaustion(
	state: PacingState,
	{ nowMs, alerts: settings = {} }: { nowMs: number; alerts?: AlertSettingsInput | undefined },
): { state: PacingState; exhaustion: ExhaustionForecast } {
	const current = readState(state);
	const chosen = parse(AlertSettings, settings, 'alert settings');
	const { alert, alerts, exhaustion } = exhaustionCheck.checkExhaustion(contextAt(current, nowMs), current, chosen);
	const next = alert === current.alert ? current : { ...current, alert };
	return withTrust({ state: withAlerts(next, alerts), exhaustion });
}

/**
 * Marks alerts whose messages have arrived, so that they are not told again for want of a mark.
 *
 * @returns the state, the same one if nothing was to be marked, and how many alerts were
 */
export function markTold(
	state: PacingState,
	told: readonly marking.ToldMessage[],
): { state: PacingState; marked: number } {
	const current = readState(state);
	const { alert, alerts = [], definition } = current;
	const { marked, ...next } = marking.markTold({ alert, alerts }, told, definition);
	return marked === 0 ? { state: current, marked } : withTrust({ state: { ...current, ...next }, marked });
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
 * @param options.target objects on the platform that the plan is pushed to
 * @param options.planId the approved plan; an expired or superseded one is rejected
 * @param options.dryRun whether to change nothing: unless it is false
 * @param options.guards figures that replace those of the platform's profile
 * @param options.tellUntilMarked whether its alerts are told in every run until `markTold` marks them; off by default
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
		tellUntilMarked?: boolean | undefined;
	},
): { state: PacingState; push: PreparedPush } {
	const { planId, nowMs, tellUntilMarked } = options;
	const dryRun = options.dryRun !== false;
	const target = parse(PushTarget, options.target, 'push target');
	const guards = parse(GuardFigures, options.guards ?? {}, 'guards');
	const current = readState(state);
	const { definition, plan, pushes = [], alerts = [] } = current;
	const context = contextAt(current, nowMs);
	const { spent, dayAmount } = context;
	const unreported = context.unreported.today.mean;
	const demandLeft = 1 - context.expectedShare;
	const period = tightestPeriod(context);
	const known = {
		definition,
		plan,
		pushes,
		alerts,
		spent,
		unreported,
		demandLeft,
		dayAmount,
		period,
		balanceLeft: balanceLeftOf(context),
		stale: staleness(context),
		staleForRaise: stalenessForRaise(context),
		...(target.lever === 'biddingTarget' && { bidding: biddingFacts(context) }),
	};
	const platform = PUSH_PLATFORMS[target.platform];
	const { push, ...next } = pushing.preparePush(known, {
		platform,
		target,
		planId,
		nowMs,
		dryRun,
		guards,
		tellUntilMarked,
	});
	return { state: withPushes(current, next), push };
}

/**
 * Settles pushes by the answers of their platforms: what was confirmed, what failed and goes again, and what is in force now; see the core's
 * `confirmPush`.
 *
 * @param options.answers each with the `pushId` of its request, and its status and body, or the error that came instead
 * @param options.tellUntilMarked whether refusals are told until `markTold` marks them; off by default
 * @throws UserError if no push of this budget has the ID of an answer
 */
export function confirmPush(
	state: PacingState,
	options: { answers: readonly PushAnswer[]; nowMs: number; tellUntilMarked?: boolean | undefined },
): { state: PacingState; confirmations: readonly Confirmation[] } {
	const answers = parse(z.array(PushAnswer), options.answers, 'answers');
	const current = readState(state);
	const { definition, pushes = [], alerts = [] } = current;
	const { budgetId, timeZone } = definition;
	const { confirmations, ...next } = confirming.confirmPush({ budgetId, timeZone, pushes, alerts }, PUSH_PLATFORMS, {
		answers,
		nowMs: instant(options.nowMs),
		tellUntilMarked: options.tellUntilMarked,
	});
	return { state: withPushes(current, { ...next, inForce: confirmedBudgets(pushes, next.pushes) }), confirmations };
}

/** What a push leaves in a state. */
interface Pushed {
	readonly pushes: readonly PushRecord[];
	readonly alerts: readonly StandingAlert[];
	readonly inForce: readonly BudgetInForce[];
}

/** A state with other records and alerts, and with the daily budgets in force that they say; the same state if they are the same. */
function withPushes(state: PacingState, { pushes, alerts, inForce }: Pushed): PacingState {
	const ledger = withBudgetsInForce(state.ledger, inForce, state.definition);
	const next = withAlerts(ledger === state.ledger ? state : { ...state, ledger }, alerts);
	return trust(isNew(state.pushes, pushes) ? { ...next, pushes } : next);
}

/** A state with other alerts; the same state if they are the same. */
const withAlerts = (state: PacingState, alerts: readonly StandingAlert[]): PacingState =>
	isNew(state.alerts, alerts) ? { ...state, alerts } : state;

const isNew = (before: readonly unknown[] | undefined, after: readonly unknown[]): boolean =>
	before === undefined ? after.length > 0 : before !== after;
