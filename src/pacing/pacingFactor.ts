import { sum } from 'simple-statistics';

import { METHOD } from '../demand/method';
import type { SpendModel } from '../demand/spendModel';
import { ageWeight } from '../ledger/foldHours';
import { flightPacing, flightWeight } from '../plan/flightCurve';
import type { PlanContext } from '../plan/planContext';
import { dayStartMs } from '../time/localDay';

/**
 * What the pacing of its flight makes of a date's usual spend: its weight over that of the days that the spend model was learned from. Where daily budgets in force
 * are known the model is of today's; otherwise the weights of earlier days are averaged as the model weighs them. 1 for a flight that is even.
 */
export function pacingFactor(model: SpendModel, planning: PlanContext): (date: string) => number {
	const { learning, strategy, date: today } = planning;
	const { definition, days } = learning;
	const paced = { definition, strategy };
	if (flightPacing(paced) === 'even') return () => 1;
	const weightOf = flightWeight(paced);
	if (model.logBudget !== undefined) return (date) => weightOf(date) / weightOf(today);
	const startOf = (date: string) => dayStartMs(date, definition.timeZone);
	const known = [...days].flatMap(([date, { spend }]) =>
		date < today && spend > 0
			? [{ weight: weightOf(date), age: ageWeight(startOf(date), startOf(today), METHOD.halfLifeDays) }]
			: [],
	);
	const learned =
		known.length === 0
			? weightOf(today)
			: sum(known.map(({ weight, age }) => weight * age)) / sum(known.map(({ age }) => age));
	return (date) => weightOf(date) / learned;
}
