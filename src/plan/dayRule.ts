import { eventsOn } from '../budget/calendarEvent';
import { openPart } from '../budget/openTime';
import { valuesAt } from '../campaigns/learnDayValues';
import { offersOf } from '../ledger/withOffer';
import { toMinorUnits } from '../money/minorUnits';
import { daysBetween, localClock, weekdayOfDate } from '../time/localClock';
import type { Learning } from '../learning/learning';
import { certainSpend, isSteeredByDay, mostSpend } from './dayDemand';
import type { DaySpread } from './daySpread';
import { eventFactor } from './eventFactor';
import { flightWeight } from './flightCurve';
import { mostOfDay } from './mostOfDay';
import type { PlanContext } from './planContext';
import { restOfToday } from './restOfToday';
import { spreadByValue } from './spreadByValue';
import { spreadByWeight } from './spreadByWeight';
import { steadyWeek } from './steadyWeek';
import { followsDays, strategyDayWeight } from './strategyWeights';

/** On the first days of a budget, or with its first known budgets in force, little is known of days: none gets much more than an even part. */
const FIRST_DAYS = 3;
const FIRST_DAY_BOUND = 1.25;

/** A push of so large a step reaches nearly every neighbouring day: keeping weekdays within it costs more results than it saves edits. */
const LARGE_STEP = 0.5;

/**
 * How longer amounts are spread over days. Where daily budgets are the lever, days are weighed by what they are worth and bounded by what can be
 * spent on them, and neighbouring weekdays differ by what one push can move a budget; with bids, by the strategy's weights, every hour again.
 *
 * @param asOfMorning whether what today has brought is left out
 */
export function dayRule(context: PlanContext, asOfMorning = false): DaySpread {
	const { learning, strategy, nowMs } = context;
	const { definition } = learning;
	const today = localClock(nowMs, definition.timeZone).date;
	const isByValue = isSteeredByDay(learning);
	const isNew = isByValue ? hasFewBudgets(learning, today) : hasFewDays(learning, today);
	const firstDayBound = isNew ? FIRST_DAY_BOUND : Infinity;
	if (isByValue) return byValue(context, today, firstDayBound);
	let usualWeight: ((date: string) => number) | undefined;
	const pacing = flightWeight({ definition, strategy });
	const of = (day: string) =>
		(usualWeight ??= strategyDayWeight(strategy, learning))(day) * eventFactor(learning, day) * pacing(day);
	const isEvent = (date: string) => eventsOn(definition.events, date).length > 0;
	const isHourly = strategy === 'adaptive_ml' && !asOfMorning;
	const hourly = isHourly ? { restOfToday: () => restOfToday(context, today) } : {};
	return spreadByWeight({ of, pacing, isEvent, ...hourly }, definition.currency, { today, firstDayBound });
}

/** Whether the daily budgets of so few days are known that little can be said of what was made of them. */
const hasFewBudgets = ({ ledger }: Learning, today: string): boolean =>
	new Set([...offersOf(ledger).values()].flatMap((offers) => [...offers.keys()].filter((date) => date < today))).size <
	FIRST_DAYS;

const hasFewDays = ({ days }: Learning, today: string): boolean =>
	[...days].filter(([date, { spend }]) => date < today && spend > 0).length < FIRST_DAYS;

/**
 * Where a flight leans, days ahead get more than any day before them as a matter of course: what was never offered is no sign that it would not be spent, and
 * only demand that limits all campaigns bounds them.
 */
function byValue({ learning, strategy, push: { step } }: PlanContext, today: string, firstDayBound: number): DaySpread {
	const { definition } = learning;
	const { currency, events } = definition;
	const { deliveries, dayValues } = learning.campaigns();
	const units = (amount: number) => (amount === Infinity ? Infinity : toMinorUnits(amount, currency, 'down'));
	const elasticity = learning.dayElasticity();
	const ofStrategy = followsDays(strategy) ? valuesAt(dayValues, elasticity) : EQUAL;
	const values = step < LARGE_STEP ? steadyWeek(ofStrategy, step, elasticity) : ofStrategy;
	const pacingOf = flightWeight({ definition, strategy });
	return spreadByValue({
		potentialOf: (date) => {
			const weekday = weekdayOfDate(date);
			const ahead = Math.max(0, daysBetween(today, date));
			const pacing = pacingOf(date);
			const demand = units(mostSpend(deliveries, weekday));
			return {
				value:
					values[weekday]! * (eventFactor(learning, date) * openPart(definition, date) * pacing) ** (1 - elasticity),
				pacing,
				demand,
				certainDemand: pacing !== 1 && ahead > 0 ? demand : units(certainSpend(deliveries, weekday, ahead)),
				maximum: mostOfDay(definition, date),
				isEvent: eventsOn(events, date).length > 0,
			};
		},
		elasticity,
		firstDayBound,
	});
}

const EQUAL: readonly number[] = new Array<number>(7).fill(1);
