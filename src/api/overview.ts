import { formatInstant } from '../format/formatTime';
import { attentionOf, type BudgetOverview, type UnreadableBudget } from '../messages/budgetOverview';
import { decisionLog } from '../messages/decisionLog';
import { type MorningDigest, morningDigest } from '../messages/morningDigest';
import { pushesForPerson } from '../messages/pushHistory';
import * as page from '../pages/overviewPage';
import { damageOf, type PacingState, readState } from '../state/pacingState';
import * as exhaustionCheck from '../status/checkExhaustion';
import { dailySpend } from '../status/dailySpend';
import { dayStatus } from '../status/dayStatus';
import { goalForecast } from '../status/goalForecast';
import { headroomNote } from '../status/headroomNote';
import { isTodayReported } from '../status/periodDays';
import { localClock } from '../time/localClock';
import { alertAt, contextAt } from './checks';

/** A budget at an instant as an overview shows it. Nothing is stored, and its alert stays as it is. */
export function overviewOf(state: PacingState, { nowMs }: { nowMs: number }): BudgetOverview {
	const current = readState(state);
	const { definition, ledger, pushes = [] } = current;
	const context = contextAt(current, nowMs);
	const { exhaustion } = exhaustionCheck.checkExhaustion(context, current);
	const day = dayStatus(context);
	return {
		definition,
		nowMs,
		dataUntilMs: ledger.dataUntilMs ?? null,
		day,
		isTodayReported: isTodayReported(context),
		exhaustion,
		alert: alertAt(context, exhaustion),
		plan: context.plan,
		daily: dailySpend(context),
		goal: goalForecast(context, exhaustion),
		headroom: headroomNote(context, exhaustion)?.message ?? null,
		waiting: [...pushesForPerson(pushes, nowMs), ...damageOf(current).map(({ message }) => message)],
		log: decisionLog(current, nowMs),
	};
}

/**
 * An overview of many budgets: one HTML file without scripts or network access, and the same in a message for the morning.
 *
 * @param reportLink address of a report, to which the ID of a budget is added; empty for none
 * @returns the page and its file name, the number of budgets and of those that need a person, and the message
 */
export function overviewPage(
	budgets: readonly BudgetOverview[],
	{
		nowMs,
		unreadable = [],
		reportLink = '',
	}: { nowMs: number; unreadable?: readonly UnreadableBudget[]; reportLink?: string },
): MorningDigest & { html: string; fileName: string; budgets: number; needsPerson: number } {
	const zone = zoneOf(budgets);
	const at = `${formatInstant(nowMs, zone)} ${zone}`;
	const html = page.overviewPage({ budgets, unreadable, at, reportLink });
	return {
		html,
		fileName: `budgets-${localClock(nowMs, zone).date}.html`,
		budgets: budgets.length + unreadable.length,
		needsPerson: unreadable.length + budgets.filter((budget) => attentionOf(budget) !== 'none').length,
		...morningDigest(budgets, unreadable),
	};
}

/** The time zone that all budgets share, or UTC. */
function zoneOf(budgets: readonly BudgetOverview[]): string {
	const zones = new Set(budgets.map(({ definition }) => definition.timeZone));
	const [first = 'UTC'] = zones;
	return zones.size === 1 ? first : 'UTC';
}
