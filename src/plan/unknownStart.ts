import { sum } from 'simple-statistics';

import type { BudgetDefinition } from '../budget/budgetDefinition';
import { openDates } from '../budget/openTime';
import type { Amount } from '../money/amount';
import { toMinorUnits } from '../money/minorUnits';
import { addDays } from '../time/localClock';
import type { Period } from '../time/period';

/** The days of a period before the first report. Their spend is unknown: it is not zero. */
export interface UnknownStart {
	readonly dates: Period;
	/** Minor units assumed to be spent in them. */
	readonly assumed: number;
	/** Whether that is what the user entered; otherwise it is an even share of the target. */
	readonly isStated: boolean;
}

interface KnownFrom {
	/** First local date with a report, or today before the first. */
	readonly firstReported: string;
	/** First day over which the rest of the period is spread. */
	readonly spreadFrom: string;
	readonly definition: BudgetDefinition;
	/** What the user says was spent before the first report. */
	readonly stated?: Amount | undefined;
	/** Whether that is of a longer period, so that this one had at most as much. */
	readonly isPart: boolean;
	/** Weight of a date by the pacing of its flight. */
	readonly flightWeight: (date: string) => number;
}

/**
 * What is assumed of a period's spend before the first report: what the user entered, or else that these days spent as much of the target as any
 * other open day, or their part by the pacing of the flight, so that the rest of the period is neither rushed nor starved.
 *
 * @param target of the period, minor units
 * @returns undefined if reports reach back to the start of the period
 */
export function unknownStart(
	period: Period,
	target: number,
	{ firstReported, spreadFrom, definition, stated, isPart, flightWeight }: KnownFrom,
): UnknownStart | undefined {
	const known = firstReported < spreadFrom ? firstReported : spreadFrom;
	if (known <= period.start) return undefined;
	const dates = { start: period.start, end: addDays(known, -1) };
	const most = stated === undefined ? Infinity : toMinorUnits(stated, definition.currency, 'up');
	if (stated !== undefined && !isPart) return { dates, assumed: most, isStated: true };
	const weightOf = (part: Period) => sum(openDates(definition, part).map(flightWeight));
	const share = weightOf(period) === 0 ? 0 : weightOf(dates) / weightOf(period);
	return { dates, assumed: Math.min(most, Math.floor(target * share)), isStated: false };
}
