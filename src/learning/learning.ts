import type { BudgetDefinition } from '../budget/budgetDefinition';
import type { CampaignRegime } from '../campaigns/campaignRegime';
import type { CampaignLearning } from '../campaigns/learnCampaigns';
import type { SpendModel } from '../demand/spendModel';
import type { SpendHour } from '../demand/spendSeries';
import type { DayTotal } from '../ledger/dayTotals';
import type { Ledger } from '../ledger/ledger';
import type { RatePattern } from '../results/ratePattern';
import type { Measure } from '../results/measure';
import type { EventUplift } from './eventUplift';

/** The part of a budget's state that is learned from. */
export interface LearningState {
	readonly definition: BudgetDefinition;
	readonly ledger: Ledger;
	/** Campaigns that were found to have changed; absent before the first. */
	readonly campaignRegimes?: readonly CampaignRegime[] | undefined;
}

/**
 * What is learned from a budget's deliveries: the one value that plans, pacing, pushes and reports take as an argument.
 *
 * Rates, uplifts and campaigns are learned when they are first asked for, and once.
 */
export interface Learning extends LearningState {
	/** Up to when reports cover deliveries; absent before the first. */
	readonly dataUntilMs: number | undefined;
	/** Totals by local date. */
	readonly days: ReadonlyMap<string, DayTotal>;
	/** (hours) spend of all campaigns together, in order of time. */
	readonly series: readonly SpendHour[];
	/** null while nothing was spent. */
	readonly spendModel: SpendModel | null;
	readonly rate: (measure: Measure) => RatePattern;
	/** The uplift of the events of a name; null without evidence. */
	readonly uplift: (eventName: string) => EventUplift | null;
	readonly campaigns: () => CampaignLearning;
}
