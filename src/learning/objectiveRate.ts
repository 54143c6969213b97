import { multiplierAt } from '../results/ratePattern';
import type { Measure } from '../results/measure';
import { type Estimate, productOf } from '../statistics/interval';
import type { Learning } from './learning';

type Rates = Pick<Learning, 'definition' | 'rate'>;

/**
 * The rates that measure efficiency, by objective; for balanced, their geometric mean:
 *
 * - conversions, cpa: conversions per click. A given budget has the lowest cost per conversion when it has the most conversions
 * - revenue, roas: revenue per click, likewise
 * - balanced: both
 * - clicks: none, for all clicks count alike
 *
 * Per unit of spend where clicks are not reported.
 */
export function measuresOf({ definition, rate }: Rates): readonly Measure[] {
	const firstKnown = (measure: Measure, otherwise: Measure) => (rate(measure).rate === null ? otherwise : measure);
	const conversions = () => firstKnown('conversionsPerClick', 'conversionsPerSpend');
	const revenue = () => firstKnown('revenuePerClick', 'revenuePerSpend');
	switch (definition.objective) {
		case 'conversions':
		case 'cpa':
			return [conversions()];
		case 'revenue':
		case 'roas':
			return [revenue()];
		case 'clicks':
			return [];
		case 'balanced':
			return [conversions(), revenue()];
	}
}

/** The measure that an objective is shown by: that of clicks is what they cost. */
export const shownMeasure = (rates: Rates): Measure => measuresOf(rates)[0] ?? 'clicksPerSpend';

/** Efficiency at an instant relative to the average: the learned multiplier of the objective's rate. */
export function efficiencyAt(rates: Rates, instantMs: number): Estimate {
	const { rate, definition } = rates;
	const multipliers = measuresOf(rates).map((measure) => multiplierAt(rate(measure), instantMs, definition.timeZone));
	return multipliers.length === 0 ? EVERY_CLICK_ALIKE : multipliers.reduce(geometricMean);
}

const EVERY_CLICK_ALIKE: Estimate = { mean: 1, relativeDeviation: 0 };

/** Of two independent estimates. */
export function geometricMean(a: Estimate, b: Estimate): Estimate {
	const { mean, relativeDeviation } = productOf([a, b]);
	return { mean: Math.sqrt(mean), relativeDeviation: relativeDeviation / 2 };
}
