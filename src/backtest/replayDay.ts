import { sum } from 'simple-statistics';

import type { BudgetDefinition, Strategy } from '../budget/budgetDefinition';
import type { CampaignLimits } from '../campaigns/campaignLimits';
import { boundDay } from '../campaigns/splitDay';
import type { DayTotal } from '../ledger/dayTotals';
import { toMicros, MICROS } from '../money/micros';
import { fromMinorUnits, toMinorUnits } from '../money/minorUnits';
import type { Learning } from '../learning/learning';
import type { SpendHour } from '../demand/spendSeries';
import { hoursBetween, localClock } from '../time/localClock';
import type { HistoryDay, HistoryHour } from './historyDays';
import { hourSpend } from './hourSpend';
import { planToday, type ReplayedToday } from './replayedToday';

/** Results of an hour are unknown above this multiple of its largest spend. */
const MAX_GROWTH = 2;

/** A day to replay, and what was known when it began. */
export interface DayToReplay {
	readonly day: HistoryDay;
	readonly learning: Learning;
	/** (24) largest spend of each local hour on earlier days, major units. */
	readonly largest: readonly number[];
	/** (campaigns) null if the budget names none. */
	readonly limits: readonly CampaignLimits[] | null;
}

/** Estimated spend of a strategy on a day. Major units. */
export interface ReplayedDay {
	/** (hours) */
	readonly spends: readonly number[];
	/** The day's amount in its last plan. */
	readonly dayAmount: number;
	/** Spend planned at midnight above the observed range of its hours. */
	readonly beyond: number;
}

/**
 * Replays a day with a strategy that plans again at the start of every hour from what was known then; `hourSpend` gives the spend of each hour. The split over
 * campaigns does not affect the comparison and is left out.
 *
 * @param spentBefore spend of earlier days by local date under the same strategy, in place of the actual spend
 */
export function replayDay(
	{ day, learning, largest, limits }: DayToReplay,
	definition: BudgetDefinition,
	strategy: Strategy,
	spentBefore: ReadonlyMap<string, DayTotal>,
): ReplayedDay {
	const { date, hours } = day;
	const { currency, timeZone } = definition;
	const major = (units: number) => Number(fromMinorUnits(units, currency));
	const maxSpendOf = ({ localHour, spend }: HistoryHour) => MAX_GROWTH * Math.max(largest[localHour]!, spend);
	const micros: (number | null)[] = hours.map(() => null);
	const series: SpendHour[] = [];
	const days = new Map([...learning.days, ...spentBefore]);
	let today: ReplayedToday = { date, learning, days, micros, series, before: null };
	const whole: BudgetDefinition = { ...definition, campaigns: undefined };
	const withheld =
		limits === null ? 0 : unallocated(sum(planToday(today, whole, strategy, day.startMs).amounts), limits);
	let dayAmount = 0;
	let beyond = 0;
	hours.forEach((hour, position) => {
		const plan = planToday(today, whole, strategy, hour.startMs, withheld);
		const multiplier = plan.multiplierOf(position);
		const cap = plan.capOf(position);
		const { spend, capped, isInformative } = hourSpend(hour, learning.spendModel, {
			amount: major(plan.amounts[position]!),
			multiplier,
			expected: plan.demand[position]!,
			max: Math.min(major(cap), maxSpendOf(hour)),
		});
		const charged = Math.min(cap, toMinorUnits(spend, currency, 'nearest'));
		micros[position] = toMicros(major(charged));
		if (isInformative) series.push(observedHour(hour, date, timeZone, { spend: major(charged), multiplier, capped }));
		today = { ...today, before: plan.amounts };
		dayAmount = major(plan.dayAmount);
		if (position > 0) return;
		beyond = sum(plan.amounts.map((amount, later) => Math.max(0, major(amount) - maxSpendOf(hours[later]!))));
	});
	return { spends: micros.map((spend) => spend! / MICROS), dayAmount, beyond };
}

/** The part of a day's planned amount, in minor units, that the maxima of the campaigns leave unallocated at its start. */
function unallocated(planned: number, limits: readonly CampaignLimits[]): number {
	const spent = limits.map(() => 0);
	return planned - boundDay({ limits }, planned, spent).amount;
}

/** A replayed hour as an observation of the day's demand: its spend and its bid. */
const observedHour = (
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
	logMultiplier: Math.log(multiplier),
	bidKnown,
	capped,
	reported: 1,
	divided: false,
	complete: true,
});
