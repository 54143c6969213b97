import type { Goal } from '../budget/goal';
import type { Horizon } from '../budget/horizon';

const RATIO = { conversions: 'CPA', revenue: 'ROAS' } as const;

const resultsOf = (of: Goal['of'], amount: string): string =>
	of === 'conversions' ? `${amount} conversions` : `revenue of ${amount}`;

/** How a goal stands beside the amount of its period. Figures are formatted. */
export const goalNotes = {
	reached: (of: Goal['of'], period: Horizon, reached: string, goal: string, share: string): string =>
		`${share} of the goal of ${resultsOf(of, goal)} for the ${period} reached (${reached})`,
	unknown: (of: Goal['of'], period: Horizon, goal: string): string =>
		`How much of the goal of ${resultsOf(of, goal)} for the ${period} is reached is not known: reports begin later, or leave out results. If they begin later, enter what was reached before as 'Reached Before First Report'`,
	projected: (mean: string, low: string, high: string, share: string): string =>
		`Projected at ${mean} (${low} to ${high}), ${share} of the goal`,
	/** @param ratio null where nothing is left to spend */
	needed: (of: Goal['of'], perDay: string, ratio: string | null, had: string | null): string =>
		`${perDay} a day is needed${ratio === null ? '' : ` at a ${RATIO[of]} of ${ratio}${had === null ? '' : `; it has been ${had}`}`}`,
	moneyLeft: (of: Goal['of'], left: string): string =>
		`At the present ${RATIO[of]} the goal is reached with ${left} of the budget left, which is spent as well`,
	goalGivesWay: (of: Goal['of'], missing: string): string =>
		`At the present ${RATIO[of]}, reaching the goal would take ${missing} more than the budget. The budget is not exceeded, so the goal will be missed`,
};
