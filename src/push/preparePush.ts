import type { StandingAlert } from '../alerts/standingAlerts';
import { untilMarked } from '../alerts/telling';
import type { BudgetDefinition } from '../budget/budgetDefinition';
import type { BiddingFacts } from '../forecast/biddingFacts';
import { type GuardFigures, pushLimits } from '../guards/guardFigures';
import { leastLeft, NEARLY_SPENT, NORMAL_REST, type PeriodMoney } from '../guards/moneyLeft';
import { accountCurrency, inAccount } from '../levers/accountCurrency';
import { allocatableAmount } from '../levers/allocatableAmount';
import type { PushTarget } from '../levers/pushTarget';
import { toMinorUnits } from '../money/minorUnits';
import type { SpendPlan } from '../plan/spendPlan';
import { recordsOn } from '../records/nextDayRecords';
import { keptRecords, type Lever, type PushRecord } from '../records/pushRecord';
import { settleByRead } from '../records/settleByRead';
import { localClock } from '../time/localClock';
import { dayStartMs } from '../time/localDay';
import { apiVersionNotes } from './apiVersionNotes';
import { attention, blockedWarning, judgedBy } from './attention';
import { type BudgetInForce, confirmedBudgets, readBudgets } from './budgetsInForce';
import { chooseLevers } from './chooseLevers';
import { closedScheduleWarnings } from './closedSchedule';
import { dayParts } from './dayParts';
import { assertNextDay, levelOf } from './levelOf';
import type { PreparedPush, WantedEdit } from './preparedPush';
import { pushablePlan } from './pushablePlan';
import type { PushJob } from './pushJob';
import { pushLevers } from './pushLevers';
import { heldBack } from './pushOutcome';
import type { PushPlatform } from './pushPlatform';
import { isPausedInstead } from './statusWishes';
import { sharedDayWarnings } from './sharedDay';
import { uncheckedWarnings } from './uncheckedWarnings';
import { valuesRead } from './valuesRead';

/** The part of a budget's state that a push reads. */
export interface PushState {
	readonly definition: BudgetDefinition;
	readonly plan: SpendPlan | null;
	/** Oldest first. */
	readonly pushes: readonly PushRecord[];
	/** Alerts that are not over. */
	readonly alerts: readonly StandingAlert[];
	/** Spend today, and what today may spend by the facts of now; major units. */
	readonly spent: number;
	/** Spend of today that is expected but not reported: it is spent where money is in danger. */
	readonly unreported: number;
	/** Share of today's demand that is still to come, 0..1. */
	readonly demandLeft: number;
	readonly dayAmount: number;
	/** The week, month, quarter, year or flight with the least left; null if there is none. */
	readonly period: PeriodMoney | null;
	/** What a prepaid balance has left by now, minor units; null without one. */
	readonly balanceLeft: number | null;
	/** What bidding targets are decided by; absent unless they are pushed. */
	readonly bidding?: BiddingFacts;
	/** Why delivery is too old to act on; null if it is not. */
	readonly stale: string | null;
	/** Why it is too old to spend more today; null if it is not. */
	readonly staleForRaise: string | null;
}

/** Options of a push. */
export interface PushOptions {
	/** The platform that the target names. */
	readonly platform: PushPlatform;
	readonly target: PushTarget;
	readonly planId?: string | undefined;
	readonly nowMs: number;
	readonly dryRun: boolean;
	readonly guards: GuardFigures;
	/** Whether alerts are told in every run until they are marked as told; not by default. */
	readonly tellUntilMarked?: boolean | undefined;
}

/**
 * Turns today's plan into requests for an ad platform: chooses levers, applies the guards and records the edits that pass.
 *
 * Values read settle earlier pushes first. Unless it is a dry run, a request counts as sent from here on, until an answer or a value read says
 * otherwise. In a dry run, requests are passed on only if the platform itself validates
 * without executing them; the others are held back and shown.
 *
 * @returns the records and alerts afterwards, the same lists if nothing changed, and the daily budgets known to be in force; a dry run records no push
 *   and no budget, but what was told
 * @throws UserError if the plan must not be pushed, or the target lacks a field that its platform requires
 */
export function preparePush(
	state: PushState,
	options: PushOptions,
): {
	pushes: readonly PushRecord[];
	alerts: readonly StandingAlert[];
	inForce: readonly BudgetInForce[];
	push: PreparedPush;
} {
	const { budgetId, currency, timeZone } = state.definition;
	const { target, platform, nowMs, dryRun } = options;
	const plan = pushablePlan(state, options.planId, localClock(nowMs, timeZone).date);
	const records = recordsOn(dayStartMs(plan.date, timeZone), keptRecords(state.pushes, nowMs), timeZone);
	const unsettled = jobOf(state, options, plan, records);
	const { account, chosen, level } = unsettled;
	const partsOf = (units: number) => dayParts(target, units, platform, level, account);
	const parts = target.lever === 'biddingTarget' ? [] : partsOf(allocatableAmount(plan, target, currency));
	const job = { ...unsettled, records: settleByRead(records, valuesRead(unsettled, parts), nowMs) };
	const { nextDayAmount } = target;
	const nextDay = nextDayAmount === undefined ? [] : partsOf(toMinorUnits(nextDayAmount, currency, 'down'));
	const { requests, held, records: after } = pushLevers(job, parts, nextDay);
	const wholeLevers = chosen.held.flatMap(({ lever, reason }) => heldBack([reason], leverOf(lever, target), null));
	const version = apiVersionNotes(job);
	const lookedAt = parts.filter((part) => !isPausedInstead(job, part, parts)).map(({ id }) => `${level}/${id}`);
	const told = attention(
		[...wholeLevers, ...held],
		job,
		judgedBy(job, lookedAt),
		state.alerts,
		untilMarked(options.tellUntilMarked),
	);
	return {
		pushes: !dryRun && after !== records ? keptRecords(after, nowMs) : state.pushes,
		alerts: told.standing,
		inForce: dryRun ? [] : [...confirmedBudgets(state.pushes, after), ...readBudgets(job, parts)],
		push: {
			planId: plan.planId,
			budgetId,
			date: plan.date,
			platform: target.platform,
			currency: account.currency,
			dryRun,
			requests,
			held: told.held,
			alerts: told.alerts,
			explanation: [...chosen.explanation, ...version.explanation],
			warnings: [
				...blockedWarning(told.held),
				...sharedDayWarnings(job, parts),
				...uncheckedWarnings(job, parts),
				...closedScheduleWarnings(job, parts, requests),
				...version.warnings,
			],
		},
	};
}

/**
 * The context of all edits of a push.
 *
 * @throws UserError if the platform does not support what the target or the guards request
 */
function jobOf(
	state: PushState,
	{ platform, target, nowMs, dryRun, guards }: PushOptions,
	plan: SpendPlan,
	records: readonly PushRecord[],
): PushJob {
	const { definition, spent, unreported, demandLeft, dayAmount, period, balanceLeft, bidding } = state;
	const { stale, staleForRaise } = state;
	const { profile } = platform;
	const level = levelOf(target, platform);
	assertNextDay(target, profile, level);
	const account = accountCurrency(target, definition);
	const limits = pushLimits(profile, guards, account.currency, level);
	const budgetUnits = (amount: number | string) => toMinorUnits(amount, definition.currency, 'nearest');
	const { timeZone } = definition;
	const today = Math.min(budgetUnits(plan.dayAmount), budgetUnits(dayAmount));
	const unreportedUnits = budgetUnits(unreported);
	const spentUnits = budgetUnits(spent) + unreportedUnits;
	const left = leastLeft(period, balanceLeft);
	return {
		target,
		plan,
		platform,
		level,
		account,
		dryRun,
		money: {
			daySpent: spentUnits >= today,
			dayNearlySpent: spentUnits >= NEARLY_SPENT * today,
			dayInDanger: spentUnits >= NEARLY_SPENT * today && demandLeft > NORMAL_REST,
			periodLeft: left === null ? null : inAccount(Math.max(0, left - unreportedUnits), account),
			periodLeftForToday: left === null ? null : inAccount(Math.max(0, left + budgetUnits(spent)), account),
			isBalance: balanceLeft !== null && left === balanceLeft,
		},
		period,
		bidding: bidding ?? null,
		apiVersion: guards.apiVersion ?? profile.apiVersion.value ?? '',
		chosen: chooseLevers(target, platform, limits),
		limits,
		moment: {
			nowMs,
			dayStartMs: dayStartMs(plan.date, timeZone),
			timeZone,
			planId: plan.planId,
			definitionId: plan.definitionId,
			stale,
			staleForRaise,
			demandLeft,
			learning: target.learning,
		},
		records,
	};
}

/** The requested edit of all campaigns of a target by one lever. */
const leverOf = (lever: Lever, { campaignIds }: PushTarget): WantedEdit => ({
	object: campaignIds.map((id) => `campaign/${id}`).join(', '),
	lever,
	from: null,
	wanted: null,
});
