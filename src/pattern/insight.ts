import type { BudgetDefinition, Objective } from '../budget/budgetDefinition';
import { type DayTotal, dayTotals } from '../delivery/dayTotals';
import type { Ledger } from '../delivery/ledger';
import { type Estimate, productOf } from '../interval';
import { type History, readHistory, type Regime } from './history';
import { learnRate, multiplierAt, type RatePattern } from './learnRate';
import type { Measure } from './measure';
import { fitSpendModel, type SpendModel } from './spendModel';
import { type SpendHour, spendSeries } from './spendSeries';

/** What a ledger teaches at an instant. Rates are learned when they are first asked for. */
export interface Insight {
	readonly timeZone: string;
	readonly days: ReadonlyMap<string, DayTotal>;
	readonly series: readonly SpendHour[];
	/** null while nothing was spent. */
	readonly spendModel: SpendModel | null;
	readonly rate: (measure: Measure) => RatePattern;
}

/** Learns from everything a ledger holds at an instant. */
export function learn(
	ledger: Ledger,
	{ timeZone }: Pick<BudgetDefinition, 'timeZone'>,
	regimes: readonly Regime[],
	nowMs: number,
): Insight {
	const series = spendSeries(ledger, timeZone);
	let history: History | undefined;
	const rates = new Map<Measure, RatePattern>();
	return {
		timeZone,
		days: dayTotals(ledger, timeZone),
		series,
		spendModel: fitSpendModel(series),
		rate: (measure) => {
			history ??= readHistory(ledger, timeZone, nowMs, regimes);
			const known = rates.get(measure) ?? learnRate(history, measure);
			rates.set(measure, known);
			return known;
		},
	};
}

/**
 * The rates that say how much a unit of money or a click is worth, by objective; for balanced, their geometric mean:
 *
 * - conversions: conversions per click, or per money where clicks are not reported
 * - revenue: revenue per click, or per money where clicks are not reported
 * - cpa: conversions per money; roas: revenue per money; clicks: clicks per money
 * - balanced: those of conversions and of revenue
 */
export function measuresOf(objective: Objective, { rate }: Insight): readonly Measure[] {
	const firstKnown = (measure: Measure, otherwise: Measure) => (rate(measure).rate === null ? otherwise : measure);
	switch (objective) {
		case 'conversions':
			return [firstKnown('conversionsPerClick', 'conversionsPerSpend')];
		case 'revenue':
			return [firstKnown('revenuePerClick', 'revenuePerSpend')];
		case 'cpa':
			return ['conversionsPerSpend'];
		case 'roas':
			return ['revenuePerSpend'];
		case 'clicks':
			return ['clicksPerSpend'];
		case 'balanced':
			return [
				firstKnown('conversionsPerClick', 'conversionsPerSpend'),
				firstKnown('revenuePerClick', 'revenuePerSpend'),
			];
	}
}

/** How much more than average a unit is worth at an instant: the learned multiplier of the objective's rate. */
export function efficiencyAt(insight: Insight, objective: Objective, instantMs: number): Estimate {
	const multipliers = measuresOf(objective, insight).map((measure) =>
		multiplierAt(insight.rate(measure), instantMs, insight.timeZone),
	);
	return multipliers.reduce(geometricMean);
}

function geometricMean(a: Estimate, b: Estimate): Estimate {
	const { mean, relativeDeviation } = productOf([a, b]);
	return { mean: Math.sqrt(mean), relativeDeviation: relativeDeviation / 2 };
}
