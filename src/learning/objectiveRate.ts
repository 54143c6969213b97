import type { BudgetDefinition } from '../budget/budgetDefinition';
import { multiplierAt } from '../results/ratePattern';
import type { Measure } from '../results/measure';
import { type Estimate, productOf } from '../statistics/interval';
import type { LocalHour } from '../time/localDay';
import type { Learning } from './learning';

type Rates = Pick<Learning, 'definition' | 'rate'>;

/** A rate of the results that an objective counts. */
export type ObjectiveMeasure = Exclude<Measure, 'clicksPerImpression'>;

/**
 * The rates that measure efficiency, by objective; for balanced, their geometric mean:
 *
 * - conversions, cpa: conversions per click. For a given budget, the cost per conversion is lowest when conversions are highest
 * - revenue, roas: revenue per click, by the same argument
 * - balanced: both
 * - clicks: none, because all clicks count the same
 * - reach: impressions per unit of spend, the reciprocal of the CPM
 *
 * If clicks are not reported, rates are per unit of spend.
 */
export function measuresOf({ definition, rate }: Rates): readonly ObjectiveMeasure[] {
	const reportedOr = (measure: ObjectiveMeasure, otherwise: ObjectiveMeasure) =>
		rate(measure).rate === null ? otherwise : measure;
	const conversions = () => reportedOr('conversionsPerClick', 'conversionsPerSpend');
	const revenue = () => reportedOr('revenuePerClick', 'revenuePerSpend');
	switch (definition.objective) {
		case 'conversions':
		case 'cpa':
			return [conversions()];
		case 'revenue':
		case 'roas':
			return [revenue()];
		case 'clicks':
			return [];
		case 'reach':
			return ['impressionsPerSpend'];
		case 'balanced':
			return [conversions(), revenue()];
	}
}

/** The rate that is displayed for an objective; for clicks, clicks per unit of spend. */
export const displayMeasure = (rates: Rates): ObjectiveMeasure => measuresOf(rates)[0] ?? 'clicksPerSpend';

/** The rates that plans are made of and promise results by, whatever is reported; impressions only where they are what counts. */
export const plannedMeasures = ({ objective }: Pick<BudgetDefinition, 'objective'>): readonly ObjectiveMeasure[] =>
	objective === 'reach' ? [...PLANNED_MEASURES, 'impressionsPerSpend'] : PLANNED_MEASURES;

const PLANNED_MEASURES: readonly ObjectiveMeasure[] = [
	'clicksPerSpend',
	'conversionsPerClick',
	'conversionsPerSpend',
	'revenuePerClick',
	'revenuePerSpend',
];

/** Efficiency at an instant relative to the average: the learned multiplier of the objective's rate. */
export function efficiencyAt(rates: Rates, instantMs: number): Estimate {
	const { rate, definition } = rates;
	const multipliers = measuresOf(rates).map((measure) => multiplierAt(rate(measure), instantMs, definition.timeZone));
	return multipliers.length === 0 ? NEUTRAL : multipliers.reduce(geometricMean);
}

/** (hours) expected efficiency at the hours of a local day. Plans of one learning for one day ask for it again and again. */
export function efficiencyOfDay(rates: Rates, day: readonly LocalHour[]): readonly number[] {
	const { objective } = rates.definition;
	const days = known.get(rates.rate) ?? new Map<string, readonly number[]>();
	known.set(rates.rate, days);
	const key = `${objective} ${rates.definition.timeZone} ${day[0]?.startMs}`;
	const efficiency = days.get(key) ?? day.map(({ startMs }) => efficiencyAt(rates, startMs).mean);
	days.set(key, efficiency);
	return efficiency;
}

/** By what was learned of rates. */
const known = new WeakMap<Rates['rate'], Map<string, readonly number[]>>();

const NEUTRAL: Estimate = { mean: 1, relativeDeviation: 0 };

/** Geometric mean of two independent estimates. */
export function geometricMean(a: Estimate, b: Estimate): Estimate {
	const { mean, relativeDeviation } = productOf([a, b]);
	return { mean: Math.sqrt(mean), relativeDeviation: relativeDeviation / 2 };
}
