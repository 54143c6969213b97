import type { SpendModel } from '../demand/spendModel';
import { flightPacing, flightWeight } from '../plan/flightCurve';
import type { PlanContext } from '../plan/planContext';
import { learnedMean } from './learnedMean';

/**
 * What the pacing of its flight makes of a date's usual spend: its weight over that of the days that the spend model was learned from. Where daily budgets in force
 * are known the model is of today's. 1 for a flight that is even.
 */
export function pacingFactor(model: SpendModel, planning: PlanContext): (date: string) => number {
	const { learning, strategy, date: today } = planning;
	const paced = { definition: learning.definition, strategy };
	if (flightPacing(paced) === 'even') return () => 1;
	const weightOf = flightWeight(paced);
	const learned = model.logBudget === undefined ? learnedMean(planning, weightOf) : weightOf(today);
	return (date) => weightOf(date) / learned;
}
