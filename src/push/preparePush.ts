import type { BudgetDefinition } from '../budget/budgetDefinition';
import { toMinorUnits } from '../money/minorUnits';
import type { SpendPlan } from '../plan/spendPlan';
import { localClock } from '../time/localClock';
import { dayStartMs } from '../time/localDay';
import { accountMoney } from './accountMoney';
import { allocatableAmount } from './allocatableAmount';
import { chooseLevers } from './chooseLevers';
import { dayParts } from './dayParts';
import { type GuardFigures, pushLimits } from './guardFigures';
import { recordsOn } from './nextDayRecords';
import { assertNextDay, levelOf } from './levelOf';
import type { HeldBack, PreparedPush, PreparedRequest } from './preparedPush';
import { pushAdSchedule } from './pushAdSchedule';
import { pushBudget } from './pushBudget';
import { pushBudgetSchedule } from './pushBudgetSchedule';
import { pushablePlan } from './pushablePlan';
import { pushNextDay } from './pushNextDay';
import { keptRecords, type PushRecord } from './pushRecord';
import type { PushJob, PushOutcome } from './pushJob';
import type { PushPlatform } from './pushPlatform';
import type { PushTarget } from './pushTarget';
import { uncheckedWarnings } from './uncheckedWarnings';

/** The part of a budget's state that a push reads. */
export interface PushState {
	readonly definition: BudgetDefinition;
	readonly plan: SpendPlan | null;
	/** Oldest first. */
	readonly pushes: readonly PushRecord[];
	/** Delivered today, major units. */
	readonly spent: number;
	/** Why delivery is too old to act on; null if it is not. */
	readonly stale: string | null;
}

/** What is pushed, and how. */
export interface PushOptions {
	/** Where it is pushed to: the platform that the target names. */
	readonly platform: PushPlatform;
	readonly target: PushTarget;
	readonly planId?: string | undefined;
	readonly nowMs: number;
	readonly dryRun: boolean;
	readonly guards: GuardFigures;
}

/**
 * Turns today's plan into requests for an ad platform: levers are chosen, guards hold back, and what passes is put on record.
 *
 * Without a dry run a request counts as sent from here on. In a dry run only requests that the platform itself will not carry out leave;
 * the others are held back and shown.
 *
 * @returns the records after it, the same list if nothing was pushed
 * @throws UserError if the plan must not be pushed, or the target lacks what its platform needs
 */
export function preparePush(
	{ definition, plan: lastPlan, pushes, spent, stale }: PushState,
	{ platform, target, planId, nowMs, dryRun, guards }: PushOptions,
): { pushes: readonly PushRecord[]; push: PreparedPush } {
	const { currency: budgetCurrency, timeZone, budgetId } = definition;
	const today = localClock(nowMs, timeZone).date;
	const plan = pushablePlan(lastPlan, planId, today);
	const { profile } = platform;
	const level = levelOf(target, profile);
	assertNextDay(target, profile, level);
	const money = accountMoney(target, definition);
	const { currency } = money;
	const chosen = chooseLevers(target, platform);
	const budgeted = (amount: number | string) => toMinorUnits(amount, budgetCurrency, 'nearest');
	const job: PushJob = {
		target,
		plan,
		platform,
		level,
		currency,
		money,
		dryRun,
		daySpent: budgeted(spent) >= budgeted(plan.dayAmount),
		limits: pushLimits(profile, guards, currency, level),
		apiVersion: guards.apiVersion ?? profile.apiVersion.value ?? '',
		moment: { nowMs, dayStartMs: dayStartMs(today, timeZone), planId: plan.planId, stale, learning: target.learning },
		bySchedule: chosen.levers.includes('budget-schedule'),
	};
	const parts = dayParts(target, allocatableAmount(plan, target, budgetCurrency), profile, money);

	const requests: PreparedRequest[] = [];
	const held: HeldBack[] = chosen.held.map((reason) => ({
		...reason,
		object: target.campaignIds.map((id) => `campaign/${id}`).join(', '),
		from: null,
		wanted: null,
		allowed: null,
		request: null,
	}));
	const before = recordsOn(job.moment.dayStartMs, pushes, timeZone);
	let records = before;
	const take = (outcome: PushOutcome) => {
		held.push(...outcome.held);
		if (outcome.request !== null) requests.push(outcome.request);
		if (outcome.record !== null) records = [...records, outcome.record];
	};
	for (const lever of chosen.levers) {
		switch (lever) {
			case 'day-total':
			case 'hours':
				for (const part of parts) take(pushBudget(job, part, lever, records));
				break;
			case 'budget-schedule':
				for (const part of parts) take(pushBudgetSchedule(job, part, records));
				break;
			case 'ad-schedule':
				for (const campaignId of new Set(target.campaignIds)) take(pushAdSchedule(job, campaignId, records));
				break;
		}
	}
	if (target.nextDayAmount !== undefined) {
		const tomorrow = toMinorUnits(target.nextDayAmount, budgetCurrency, 'down');
		for (const part of dayParts(target, tomorrow, profile, money)) take(pushNextDay(job, part, records));
	}
	const sent = !dryRun && records !== before;
	return {
		pushes: sent ? keptRecords(records, nowMs) : pushes,
		push: {
			planId: plan.planId,
			budgetId,
			date: plan.date,
			platform: target.platform,
			currency,
			dryRun,
			requests,
			held,
			explanation: chosen.explanation,
			warnings: uncheckedWarnings(job, parts),
		},
	};
}
