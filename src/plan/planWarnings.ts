import { closingEvent, openHoursBetween } from '../budget/openTime';
import { formatUnits } from '../format/formatUnits';
import { balanceNotes } from '../notes/balanceNotes';
import type { Note } from '../notes/note';
import { planNotes } from '../notes/planNotes';
import { measuresOf } from '../learning/objectiveRate';
import type { PlannedAmounts } from './planAmounts';
import type { DayTarget } from './dayTarget';
import type { PlanContext } from './planContext';
import { spentPeriodNotes } from './spentPeriodNotes';
import { unknownStartNotes } from './unknownStartNotes';
import { unreportedNotes } from './unreportedNotes';

interface Planning {
	readonly context: PlanContext;
	readonly target: DayTarget;
	/** Minor units delivered today. */
	readonly spent: number;
	/** The same with what is expected but not reported. */
	readonly expected: number;
	readonly planned: PlannedAmounts;
}

/** Two of every weekday: with less, weekdays cannot be distinguished. */
const SHORT_HISTORY_DAYS = 14;

/** Warnings about a plan: short history, missing reports, missing results, a period that is spent, overspend and unallocated amounts. */
export function planWarnings({ context, target, spent, expected, planned }: Planning): Note[] {
	const { learning } = context;
	const { definition, spendModel, rate } = learning;
	const { currency, objective } = definition;
	const warnings: Note[] = [];
	const money = (units: number) => formatUnits(units, currency);
	const days = spendModel?.days ?? 0;
	if (days === 0) warnings.push(planNotes.noHistory());
	else if (days < SHORT_HISTORY_DAYS) warnings.push(planNotes.shortHistory(days, SHORT_HISTORY_DAYS));
	if (days > 0 && measuresOf(learning).some((measure) => rate(measure).rate === null)) {
		warnings.push(planNotes.noResults(objective));
	}
	warnings.push(...unknownStartNotes(definition, target));
	if (target.from === 'outside-flight') warnings.push(planNotes.outsideFlight());
	if (target.from === 'closed') warnings.push(planNotes.closed(closingEvent(definition, context.date) ?? null));
	else warnings.push(...spentPeriodNotes(context, target, spent));
	warnings.push(...balanceWarnings(target, spent, money));
	warnings.push(...unreportedNotes(context));
	if (spent > target.amount) warnings.push(planNotes.overspent(money(spent), money(spent - target.amount)));
	else if (expected > target.amount) warnings.push(planNotes.overspendExpected(money(expected - target.amount)));
	const { ofPeriod, ofDay } = target.unplaced;
	if (ofPeriod > 0) warnings.push(planNotes.limitedByDemand(money(ofPeriod), target.from));
	const byLimits = planned.unspendable - ofDay;
	if (byLimits > 0) {
		warnings.push(
			isOpenLater(context) ? planNotes.unallocated(money(byLimits)) : planNotes.closedForToday(money(byLimits)),
		);
	}
	return warnings;
}

/** That a prepaid balance is gone, or may be lower than it seems. */
function balanceWarnings({ balance }: DayTarget, spent: number, money: (units: number) => string): Note[] {
	if (balance === undefined) return [];
	const { atStart, unknown } = balance;
	return [
		...(unknown === undefined ? [] : [balanceNotes.unknownStart(unknown)]),
		...(spent < atStart
			? []
			: [balanceNotes.spentNote(balanceNotes.spent(spent > atStart ? money(spent - atStart) : null))]),
	];
}

/** Whether any of the day that is left is open. */
const isOpenLater = ({ learning: { definition }, day, nowMs }: PlanContext): boolean =>
	day.some(({ startMs, endMs }) => openHoursBetween(definition, Math.max(startMs, nowMs), Math.max(nowMs, endMs)) > 0);
