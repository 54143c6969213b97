import type { BudgetDefinition } from '../budget/budgetDefinition';
import { toMinorUnits } from '../money/minorUnits';
import type { SpendPlan } from '../plan/spendPlan';
import { localClock } from '../time/localClock';
import { dayStartMs } from '../time/localDay';
import { accountCurrency } from './accountCurrency';
import { allocatableAmount } from './allocatableAmount';
import { chooseLevers } from './chooseLevers';
import { dayParts } from './dayParts';
import { type GuardFigures, pushLimits } from './guardFigures';
import { assertNextDay, levelOf } from './levelOf';
import { recordsOn } from './nextDayRecords';
import type { PreparedPush, WantedEdit } from './preparedPush';
import { pushablePlan } from './pushablePlan';
import type { PushJob } from './pushJob';
import { pushLevers } from './pushLevers';
import { heldBack } from './pushOutcome';
import type { PushPlatform } from './pushPlatform';
import { keptRecords, type Lever, type PushRecord } from './pushRecord';
import type { PushTarget } from './pushTarget';
import { uncheckedWarnings } from './uncheckedWarnings';

/** The part of a budget's state that a push reads. */
export interface PushState {
	readonly definition: BudgetDefinition;
	readonly plan: SpendPlan | null;
	/** Oldest first. */
	readonly pushes: readonly PushRecord[];
	/** Spend today, major units. */
	readonly spent: number;
	/** Why delivery is too old to act on; null if it is not. */
	readonly stale: string | null;
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
}

/**
 * Turns today's plan into requests for an ad platform: chooses levers, applies the guards and records the edits that pass.
 *
 * Unless it is a dry run, a request counts as sent from here on. In a dry run, requests are passed on only if the platform itself validates
 * without executing them; the others are held back and shown.
 *
 * @returns the records afterwards, the same list if nothing was pushed
 * @throws UserError if the plan must not be pushed, or the target lacks a field that its platform requires
 */
export function preparePush(
	state: PushState,
	options: PushOptions,
): { pushes: readonly PushRecord[]; push: PreparedPush } {
	const { budgetId, currency, timeZone } = state.definition;
	const { target, platform, nowMs, dryRun } = options;
	const plan = pushablePlan(state.plan, options.planId, localClock(nowMs, timeZone).date);
	const job = jobOf(state, options, plan);
	const { account, chosen } = job;
	const partsOf = (units: number) => dayParts(target, units, platform, job.level, account);
	const parts = partsOf(allocatableAmount(plan, target, currency));
	const { nextDayAmount } = target;
	const nextDay = nextDayAmount === undefined ? [] : partsOf(toMinorUnits(nextDayAmount, currency, 'down'));
	const { requests, held, records } = pushLevers(job, parts, nextDay);
	return {
		pushes: !dryRun && records !== job.records ? keptRecords(records, nowMs) : state.pushes,
		push: {
			planId: plan.planId,
			budgetId,
			date: plan.date,
			platform: target.platform,
			currency: account.currency,
			dryRun,
			requests,
			held: [...chosen.held.flatMap(({ lever, reason }) => heldBack([reason], leverOf(lever, target), null)), ...held],
			explanation: chosen.explanation,
			warnings: uncheckedWarnings(job, parts),
		},
	};
}

/**
 * The context of all edits of a push.
 *
 * @throws UserError if the platform does not support what the target or the guards request
 */
function jobOf(
	{ definition, pushes, spent, stale }: PushState,
	{ platform, target, nowMs, dryRun, guards }: PushOptions,
	plan: SpendPlan,
): PushJob {
	const { profile } = platform;
	const level = levelOf(target, profile);
	assertNextDay(target, profile, level);
	const account = accountCurrency(target, definition);
	const limits = pushLimits(profile, guards, account.currency, level);
	const budgetUnits = (amount: number | string) => toMinorUnits(amount, definition.currency, 'nearest');
	const todayStartMs = dayStartMs(plan.date, definition.timeZone);
	return {
		target,
		plan,
		platform,
		level,
		account,
		dryRun,
		daySpent: budgetUnits(spent) >= budgetUnits(plan.dayAmount),
		apiVersion: guards.apiVersion ?? profile.apiVersion.value ?? '',
		chosen: chooseLevers(target, platform, limits.editsPerDay),
		limits,
		moment: { nowMs, dayStartMs: todayStartMs, planId: plan.planId, stale, learning: target.learning },
		records: recordsOn(todayStartMs, keptRecords(pushes, nowMs), definition.timeZone),
	};
}

/** The requested edit of all campaigns of a target by one lever. */
const leverOf = (lever: Lever, { campaignIds }: PushTarget): WantedEdit => ({
	object: campaignIds.map((id) => `campaign/${id}`).join(', '),
	lever,
	from: null,
	wanted: null,
});
