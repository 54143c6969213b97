import type { BudgetDefinition } from '../budget/budgetDefinition';
import type { CampaignRegime } from '../campaigns/campaignRegime';
import type { CampaignLearning } from '../campaigns/learnCampaigns';
import type { SpendModel } from '../demand/spendModel';
import type { SpendHour } from '../demand/spendSeries';
import type { DayTotal } from '../ledger/dayTotals';
import type { Ledger } from '../ledger/ledger';
import type { Delay } from '../results/reportDelay';
import type { RatePattern } from '../results/ratePattern';
import type { Measure } from '../results/measure';
import type { RatiosByTime } from '../results/ratiosByTime';
import type { EventUplift } from './eventUplift';

/** What learning reads of a budget's state. */
export interface LearningState {
	readonly definition: BudgetDefinition;
	readonly ledger: Ledger;
	/** Campaigns with a detected change; absent before the first. */
	readonly campaignRegimes?: readonly CampaignRegime[] | undefined;
}

/**
 * What is learned from a budget's delivery: the one value that plans, pacing, pushes and reports take as an argument.
 *
 * Rates, uplifts and campaigns are learned on first use, and only once.
 */
export interface Learning extends LearningState {
	/** Instant up to which reports cover delivery; absent before the first report. */
	readonly dataUntilMs: number | undefined;
	/** Totals by local date. */
	readonly days: ReadonlyMap<string, DayTotal>;
	/** (hours) spend of all campaigns together, in order of time. */
	readonly series: readonly SpendHour[];
	/** null without spend history. */
	readonly spendModel: SpendModel | null;
	readonly rate: (measure: Measure) => RatePattern;
	/** CTR, CPM, CVR, CPA and ROAS by hour of the day and by weekday. */
	readonly ratios: () => RatiosByTime;
	/** Share of an hour's conversions reported by an age in milliseconds, 0..1. */
	readonly conversionsReported: Delay;
	/** The first of these figures that is not finite, in words; null if all are. Such a figure is left out, as if it were not known. */
	readonly notFinite: () => string | null;
	/** Uplift of an event by its name; null without evidence. */
	readonly uplift: (eventName: string) => EventUplift | null;
	readonly campaigns: () => CampaignLearning;
	/** Elasticity of the results of a day of all campaigns together to its spend. */
	readonly dayElasticity: () => number;
}
