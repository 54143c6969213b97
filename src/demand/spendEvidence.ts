import { ageWeight } from '../ledger/foldHours';
import { METHOD } from './method';
import { cellOf, leverEffect, type SpendModel } from './spendModel';
import type { SpendHour } from './spendSeries';

/** Hours to learn from, in columns. */
export interface SpendEvidence {
	readonly hours: readonly SpendHour[];
	/** (hours) hour of the week. */
	readonly cells: readonly number[];
	/** (hours) position of the hour's day among the days. */
	readonly days: readonly number[];
	readonly dayCount: number;
	/** (hours) weight by age. */
	readonly ages: readonly number[];
	/** (hours) length times the effect of the bid and the daily budgets relative to the current ones. */
	readonly exposures: readonly number[];
}

/**
 * @param hours in order of time, at least one
 * @param inForce the current bid and daily budgets
 */
export function spendEvidence(
	hours: readonly SpendHour[],
	inForce: Pick<SpendModel, 'elasticity' | 'logMultiplier' | 'logBudget'>,
): SpendEvidence {
	const untilMs = hours.at(-1)!.startMs;
	const positions = new Map<string, number>();
	for (const { date } of hours) if (!positions.has(date)) positions.set(date, positions.size);
	return {
		hours,
		cells: hours.map(cellOf),
		days: hours.map(({ date }) => positions.get(date)!),
		dayCount: positions.size,
		ages: hours.map(({ startMs }) => ageWeight(startMs, untilMs, METHOD.halfLifeDays)),
		exposures: hours.map((hour) => hour.hours * Math.exp(leverEffect(inForce, hour))),
	};
}
