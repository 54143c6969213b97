import { sum } from 'simple-statistics';

import type { BudgetDefinition, Strategy } from '../budget/budgetDefinition';
import type { DayTotal } from '../ledger/dayTotals';
import { toMicros } from '../money/micros';
import { fromMinorUnits, toMinorUnits } from '../money/minorUnits';
import type { Learning } from '../learning/learning';
import type { SpendHour } from '../demand/spendSeries';
import { hoursBetween, localClock } from '../time/localClock';
import type { HistoryDay, HistoryHour } from './historyDays';
import { hourSpend } from './hourSpend';
import { planToday, type ReplayedToday } from './replayedToday';

const MICROS = 1_000_000;

/** Nobody knows what an hour brings at more than twice the most it ever took. */
const LARGEST_GROWTH = 2;

/** A day that is replayed, and what was known when it began. */
export interface DayToReplay {
	readonly day: HistoryDay;
	readonly learning: Learning;
	/** (24) the most that was spent in an hour of the day before it, major units. */
	readonly largest: readonly number[];
}

/** What a strategy would have spent on a day. Major units. */
export interface ReplayedDay {
	/** (hours) */
	readonly spends: readonly number[];
	/** What the day could spend, as its last plan had it. */
	readonly dayAmount: number;
	/** Money that was planned at midnight for hours beyond what they ever took. */
	readonly beyond: number;
}

/**
 * Plays a day through by a strategy that plans anew when every hour begins, from what was known then; what each hour then spends, `hourSpend` says.
 *
 * @param spentBefore spend of earlier days by local date under the same strategy, in the place of what was really spent
 */
export function replayDay(
	{ day, learning, largest }: DayToReplay,
	definition: BudgetDefinition,
	strategy: Strategy,
	spentBefore: ReadonlyMap<string, DayTotal>,
): ReplayedDay {
	const { date, hours } = day;
	const { currency, timeZone } = definition;
	const major = (units: number) => Number(fromMinorUnits(units, currency));
	const mostOf = ({ localHour, spend }: HistoryHour) => LARGEST_GROWTH * Math.max(largest[localHour]!, spend);
	const micros: (number | null)[] = hours.map(() => null);
	const series: SpendHour[] = [];
	let today: ReplayedToday = { date, learning, spentBefore, micros, series, before: null };
	const { whole, withheld } = withoutCampaigns(today, definition, strategy, day.startMs);
	let dayAmount = 0;
	let beyond = 0;
	hours.forEach((hour, position) => {
		const plan = planToday(today, whole, strategy, hour.startMs, withheld);
		const multiplier = plan.multipliers[position]!;
		const { spend, capped, tells } = hourSpend(hour, learning.spendModel, {
			amount: major(plan.amounts[position]!),
			multiplier,
			expected: plan.demand[position]!,
			most: Math.min(major(plan.caps[position]!), mostOf(hour)),
		});
		const charged = Math.min(plan.caps[position]!, toMinorUnits(spend, currency, 'nearest'));
		micros[position] = toMicros(major(charged));
		if (tells) series.push(toldBy(hour, date, timeZone, { spend: major(charged), multiplier, capped }));
		today = { ...today, before: plan.amounts };
		dayAmount = major(plan.dayAmount);
		if (position > 0) return;
		beyond = sum(plan.amounts.map((amount, later) => Math.max(0, major(amount) - mostOf(hours[later]!))));
	});
	return { spends: micros.map((spend) => spend! / MICROS), dayAmount, beyond };
}

/**
 * The budget as one, less what the maxima of its campaigns leave no room for as the day begins: how its hours are split over campaigns is not
 * judged, and costs most of a plan.
 */
function withoutCampaigns(today: ReplayedToday, definition: BudgetDefinition, strategy: Strategy, startMs: number) {
	const { campaigns, ...whole } = definition;
	if (campaigns === undefined) return { whole, withheld: 0 };
	const unspendable = (of: BudgetDefinition) => planToday(today, of, strategy, startMs).planned.unspendable;
	return { whole, withheld: unspendable(definition) - unspendable(whole) };
}

/** What an hour that was played tells of the day's demand: what it spent, and at which bid. */
const toldBy = (
	{ startMs, endMs, localHour, bidKnown }: HistoryHour,
	date: string,
	timeZone: string,
	{ spend, multiplier, capped }: { spend: number; multiplier: number; capped: boolean },
): SpendHour => ({
	startMs,
	date,
	localHour,
	weekday: localClock(startMs, timeZone).weekday,
	hours: hoursBetween(startMs, endMs),
	spend,
	clicks: null,
	logMultiplier: Math.log(multiplier),
	bidKnown,
	capped,
	reported: 1,
	divided: false,
	complete: true,
});
