import { DAY_ELASTICITY } from '../../../src/campaigns/learnDayValues';
import { BudgetDefinition, type BudgetDefinitionInput } from '../../../src/budget/budgetDefinition';
import type { Learning } from '../../../src/learning/learning';
import { EMPTY_LEDGER } from '../../../src/ledger/ledger';
import type { RatePattern } from '../../../src/results/ratePattern';
import type { Measure } from '../../../src/results/measure';
import type { SpendModel } from '../../../src/demand/spendModel';

/** A rate without uncertainty, with factors by hour of day, weekday, week of month and month; 1 by default. */
export function certainRate(
	mean: number | null,
	factors: Partial<Record<'hourOfDay' | 'weekday' | 'weekOfMonth' | 'month', (position: number) => number>> = {},
): RatePattern {
	const certain = (length: number, factor: (position: number) => number = () => 1) =>
		Array.from({ length }, (_, position) => ({ mean: factor(position), relativeDeviation: 0, effectiveHours: 100 }));
	const hourOfDay = certain(24, factors.hourOfDay);
	return {
		rate: mean === null ? null : { mean, relativeDeviation: 0 },
		dispersion: 1,
		changeProbability: 0,
		changedMs: null,
		hourOfDay,
		unchangedHourOfDay: hourOfDay,
		weekday: certain(7, factors.weekday),
		weekOfMonth: certain(5, factors.weekOfMonth),
		month: certain(12, factors.month),
	};
}

/** A spend model by hour of the week with almost no uncertainty; the day variance must be above 0. */
export const certainSpend = (spendAt: (hourOfWeek: number) => number, elasticity = 1.3): SpendModel => ({
	spend: Array.from({ length: 168 }, (_, hour) => spendAt(hour)),
	unit: 1e-9,
	dayVariance: 1e-20,
	driftVariance: 0,
	noiseVariance: 0,
	driftCorrelation: 0,
	hourVariance: new Array<number>(168).fill(0),
	weekdayVariance: new Array<number>(7).fill(0),
	levelVariance: 0,
	logMultiplier: 0,
	elasticity,
	days: 28,
});

/** The learning of a budget in UTC by default: a spend model or none, and rates; other rates were never reported. */
export const learningOf = (
	spendModel: SpendModel | null,
	rates: Partial<Record<Measure, RatePattern>> = {},
	definition: Partial<BudgetDefinitionInput> = {},
): Learning => ({
	definition: definitionOf({ dailyAmount: '240.00', ...definition }),
	ledger: EMPTY_LEDGER,
	dataUntilMs: undefined,
	days: new Map(),
	series: [],
	spendModel,
	rate: (measure) => rates[measure] ?? certainRate(null),
	ratios: () => {
		throw new Error('This learning has no windows');
	},
	conversionsReported: () => 1,
	notFinite: () => null,
	uplift: () => null,
	dayElasticity: () => DAY_ELASTICITY,
	campaigns: () => {
		throw new Error('This learning has no campaigns');
	},
});

/** A budget in euros and UTC; needs at least an amount. */
export const definitionOf = (special: Partial<BudgetDefinitionInput>): BudgetDefinition =>
	BudgetDefinition.parse({ budgetId: 'b', currency: 'EUR', timeZone: 'UTC', ...special });
