import { sum } from 'simple-statistics';

import { flightWeight } from '../plan/flightCurve';
import type { PlanContext } from '../plan/planContext';
import { datesOf, type Period } from '../time/period';

/** How the amount of a period is meant to be spread over its days: evenly, or by the pacing of its flight. */
export interface PeriodCurve {
	/** Share of the amount that is due once a share of the period's time is over, both 0..1. */
	readonly due: (elapsed: number) => number;
	/** What a day has to spend over an even part of what is left, if days from a position on are left. */
	readonly overEven: (position: number, from: number) => number;
}

/** The curve of a period. */
export function periodCurve(period: Period, { learning: { definition }, strategy }: PlanContext): PeriodCurve {
	const weights = datesOf(period).map(flightWeight({ definition, strategy }));
	const total = sum(weights);
	const isEven = weights.every((weight) => weight === weights[0]);
	return {
		due: (elapsed) => {
			if (isEven) return elapsed;
			const position = Math.min(elapsed * weights.length, weights.length);
			const full = Math.floor(position);
			return (sum(weights.slice(0, full)) + (position - full) * (weights[full] ?? 0)) / total;
		},
		overEven: (position, from) => {
			const left = weights.slice(from);
			return (weights[position]! * left.length) / sum(left);
		},
	};
}
