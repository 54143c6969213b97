import { sum } from 'simple-statistics';

import { openDates } from '../budget/openTime';
import { flightWeight } from '../plan/flightCurve';
import type { PlanContext } from '../plan/planContext';
import type { Period } from '../time/period';

/** How the amount of a period is meant to be spread over its open days: evenly, or by the pacing of its flight. */
export interface PeriodCurve {
	/** Share of the amount that is due once a share of the period's open time is over, both 0..1. */
	readonly due: (elapsed: number) => number;
	/** What an open day has to spend over an even part of what is left, if the open days from a date on are left. */
	readonly overEven: (date: string, from: string) => number;
}

/** The curve of a period. */
export function periodCurve(period: Period, { learning: { definition }, strategy }: PlanContext): PeriodCurve {
	const dates = openDates(definition, period);
	const weightOf = flightWeight({ definition, strategy });
	const weights = dates.map(weightOf);
	const total = sum(weights);
	const isEven = weights.every((weight) => weight === weights[0]);
	return {
		due: (elapsed) => {
			if (isEven) return elapsed;
			const position = Math.min(elapsed * weights.length, weights.length);
			const full = Math.floor(position);
			return (sum(weights.slice(0, full)) + (position - full) * (weights[full] ?? 0)) / total;
		},
		overEven: (date, from) => {
			const left = weights.filter((_, position) => dates[position]! >= from);
			return (weightOf(date) * left.length) / sum(left);
		},
	};
}
