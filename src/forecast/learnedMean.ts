import { sum } from 'simple-statistics';

import { METHOD } from '../demand/method';
import { ageWeight } from '../ledger/foldHours';
import type { PlanContext } from '../plan/planContext';
import { dayStartMs } from '../time/localDay';

/** The mean of a figure over the days before today that spent anything, weighed by age as the spend model weighs them; today's without any. */
export function learnedMean({ learning, date: today }: PlanContext, figureOf: (date: string) => number): number {
	const startOf = (date: string) => dayStartMs(date, learning.definition.timeZone);
	const known = [...learning.days].flatMap(([date, { spend }]) =>
		date < today && spend > 0
			? [{ figure: figureOf(date), age: ageWeight(startOf(date), startOf(today), METHOD.halfLifeDays) }]
			: [],
	);
	const weight = sum(known.map(({ age }) => age));
	return weight > 0 ? sum(known.map(({ figure, age }) => figure * age)) / weight : figureOf(today);
}
