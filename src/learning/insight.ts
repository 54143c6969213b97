import type { BudgetDefinition, Objective } from '../budget/budgetDefinition';
import { type DayTotal, dayTotals } from '../ledger/dayTotals';
import type { Ledger } from '../ledger/ledger';
import { type Estimate, productOf } from '../statistics/interval';
import { PRIOR_ELASTICITY } from '../demand/elasticity';
import { type EventUplift, learnUplifts } from './eventUplift';
import { type History, readHistory } from '../results/history';
import { learnRate } from '../results/learnRate';
import { multiplierAt, productOfRates, type RatePattern } from '../results/ratePattern';
import type { Measure } from '../results/measure';
import { ordinaryDates } from './ordinaryDates';
import { fitSpendModel, type SpendModel } from '../demand/spendModel';
import { type SpendHour, spendSeries } from '../demand/spendSeries';

/** What is learned from a ledger. Rates are learned when they are first asked for. */
export interface Insight {
	readonly timeZone: string;
	readonly days: ReadonlyMap<string, DayTotal>;
	readonly series: readonly SpendHour[];
	/** null while nothing was spent. */
	readonly spendModel: SpendModel | null;
	readonly rate: (measure: Measure) => RatePattern;
	/** The uplift of the events of a name; null without evidence. */
	readonly uplift: (eventName: string) => EventUplift | null;
}

/**
 * Learns from everything a ledger holds, as of the latest instant it covers.
 *
 * Ledgers are never changed, so each is learned from once.
 */
export function learn(ledger: Ledger, definition: BudgetDefinition): Insight {
	const known = learned.get(ledger);
	if (known !== undefined && known.definition === definition) return known.insight;
	const { timeZone } = definition;
	const series = spendSeries(ledger, timeZone);
	const spent = new Set(series.filter(({ spend }) => spend > 0).map(({ date }) => date));
	const isOrdinary = ordinaryDates(spent, definition.events);
	let history: History | undefined;
	const rates = new Map<Measure, RatePattern>();
	const rate = (measure: Measure): RatePattern => {
		const known = rates.get(measure);
		if (known !== undefined) return known;
		history ??= readHistory(ledger, timeZone, isOrdinary);
		const pattern = throughClicks(measure, rate) ?? learnRate(history, measure);
		rates.set(measure, pattern);
		return pattern;
	};
	const days = dayTotals(ledger, timeZone);
	const spendModel = fitSpendModel(series, isOrdinary);
	let uplifts: ReturnType<typeof learnUplifts> | undefined;
	const uplift = (eventName: string): EventUplift | null => {
		const elasticity = spendModel?.elasticity ?? PRIOR_ELASTICITY;
		const { dispersion } = rate(shownMeasure(definition.objective, insight));
		uplifts ??= learnUplifts({ ledger, definition, days, elasticity, dispersion });
		return uplifts(eventName);
	};
	const insight: Insight = { timeZone, days, series, spendModel, rate, uplift };
	learned.set(ledger, { definition, insight });
	return insight;
}

const learned = new WeakMap<Ledger, { definition: BudgetDefinition; insight: Insight }>();

/** The same if no hour of the day had changed: the pattern of all history. */
export const withoutChanges = (insight: Insight): Insight => ({
	...insight,
	rate: (measure) => {
		const pattern = insight.rate(measure);
		return { ...pattern, hourOfDay: pattern.unchangedHourOfDay };
	},
});

/** Where clicks are reported, results per spend are results per click times clicks per spend: both are estimated better. */
function throughClicks(measure: Measure, rate: (measure: Measure) => RatePattern): RatePattern | null {
	if (measure !== 'conversionsPerSpend' && measure !== 'revenuePerSpend') return null;
	const perClick = rate(measure === 'conversionsPerSpend' ? 'conversionsPerClick' : 'revenuePerClick');
	const clicks = rate('clicksPerSpend');
	return perClick.rate === null || clicks.rate === null ? null : productOfRates(perClick, clicks);
}

/**
 * The rates that measure efficiency, by objective; for balanced, their geometric mean:
 *
 * - conversions, cpa: conversions per click. A given budget has the lowest cost per conversion when it has the most conversions
 * - revenue, roas: revenue per click, likewise
 * - balanced: both
 * - clicks: none, for all clicks count alike
 *
 * Per spend where clicks are not reported.
 */
export function measuresOf(objective: Objective, { rate }: Pick<Insight, 'rate'>): readonly Measure[] {
	const firstKnown = (measure: Measure, otherwise: Measure) => (rate(measure).rate === null ? otherwise : measure);
	const conversions = () => firstKnown('conversionsPerClick', 'conversionsPerSpend');
	const revenue = () => firstKnown('revenuePerClick', 'revenuePerSpend');
	switch (objective) {
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

/** Learns at once all that plans and forecasts read. */
export function learnAll(insight: Insight, objective: Objective): void {
	for (const measure of measuresOf(objective, insight)) insight.rate(measure);
	for (const measure of ['conversionsPerSpend', 'revenuePerSpend', 'clicksPerSpend'] as const) insight.rate(measure);
}

/** The measure that an objective is shown by: that of clicks is what they cost. */
export const shownMeasure = (objective: Objective, insight: Insight): Measure =>
	measuresOf(objective, insight)[0] ?? 'clicksPerSpend';

/** Efficiency at an instant relative to the average: the learned multiplier of the objective's rate. */
export function efficiencyAt(insight: Insight, objective: Objective, instantMs: number): Estimate {
	const multipliers = measuresOf(objective, insight).map((measure) =>
		multiplierAt(insight.rate(measure), instantMs, insight.timeZone),
	);
	return multipliers.length === 0 ? EVERY_CLICK_ALIKE : multipliers.reduce(geometricMean);
}

const EVERY_CLICK_ALIKE: Estimate = { mean: 1, relativeDeviation: 0 };

/** Of two independent estimates. */
export function geometricMean(a: Estimate, b: Estimate): Estimate {
	const { mean, relativeDeviation } = productOf([a, b]);
	return { mean: Math.sqrt(mean), relativeDeviation: relativeDeviation / 2 };
}
