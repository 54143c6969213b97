import { unchangingStretches } from '../budget/amountsFrom';
import type { BudgetDefinition } from '../budget/budgetDefinition';
import { CALENDAR_PERIODS, type Horizon } from '../budget/horizon';
import { openDates } from '../budget/openTime';
import { formatUnits } from '../format/formatUnits';
import { formatDate } from '../format/formatTime';
import { toMinorUnits } from '../money/minorUnits';
import { definitionNotes as words } from '../notes/definitionNotes';
import type { Note } from '../notes/note';
import { weekOf } from '../time/period';
import { targetAmount } from './periodTargets';

/** A day may need this much of an even day: some days spend less than they may, and others have to make up for them. */
const ROOM = 1.1;

/**
 * Warns of a maximum for days with which a longer amount of the budget cannot be spent. Each field is named once, for the first amounts that it is too low for and the
 * longest of them.
 */
export function definitionNotes(changing: BudgetDefinition): Note[] {
	const notes = new Map<string, Note>();
	for (const { from, definition } of unchangingStretches(changing)) {
		const since = from === null ? null : formatDate(from);
		for (const [field, note] of tightCaps(definition, since)) if (!notes.has(field)) notes.set(field, note);
	}
	return [...notes.values()];
}

/** The fields that are too low, each with what is said of it. */
function tightCaps(definition: BudgetDefinition, since: string | null): [string, Note][] {
	const { currency, dailyAmount, limits } = definition;
	const caps: { field: string; units: number }[] = [];
	if (dailyAmount !== undefined) caps.push({ field: 'Daily Amount', units: targetAmount(dailyAmount, definition) });
	if (limits.maxDailyAmount !== undefined) {
		caps.push({ field: 'Maximum per Day', units: toMinorUnits(limits.maxDailyAmount, currency, 'down') });
	}
	const money = (units: number) => formatUnits(Math.round(units), currency);
	return caps.flatMap(({ field, units }): [string, Note][] => {
		const missed = longerTargets(definition).find(({ target, days }) => units < (ROOM * target) / days);
		if (missed === undefined) return [];
		const { horizon, target, days } = missed;
		const whole = units * days;
		const note =
			whole < target
				? words.belowTarget(field, money(units), horizon, money(whole), money(target))
				: words.noRoom(field, money(units), horizon, money(target), money(Math.ceil((ROOM * target) / days)));
		return [[field, since === null ? note : words.since(since, note)]];
	});
}

const ANY_WEEK = weekOf('2026-02-02', 'monday');

/** The amounts of a budget for more than a day, with the days on which they can be spent, the longest period first. */
function longerTargets(definition: BudgetDefinition): { horizon: Horizon; target: number; days: number }[] {
	const { flight, events = [] } = definition;
	const weekly = { ...definition, flight: undefined, events: events.filter(({ repeats }) => repeats === 'weekly') };
	const openDaysOfWeek = openDates(weekly, ANY_WEEK).length;
	const targets: { horizon: Horizon; target: number; days: number }[] = [];
	if (flight !== undefined) {
		const days = openDates(definition, flight).length;
		if (days > 1) targets.push({ horizon: 'flight', target: targetAmount(flight.amount, definition), days });
	}
	for (const { horizon, field, averageDays } of CALENDAR_PERIODS.toReversed()) {
		const amount = definition[field];
		if (amount === undefined) continue;
		targets.push({ horizon, target: targetAmount(amount, definition), days: averageDays * (openDaysOfWeek / 7) });
	}
	return targets;
}
