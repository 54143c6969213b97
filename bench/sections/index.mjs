import { alertBench } from '../alerts/alertBench.mjs';
import { incidentBench } from '../alerts/incidentBench.mjs';
import { allocatorBench } from '../allocator.mjs';
import { changeDetectionBench } from '../changeDetection.mjs';
import { campaignChangesBench } from '../changes/campaignChanges.mjs';
import { heavyCallsBench } from '../heavyCalls.mjs';
import { manyBudgetsBench } from '../manyBudgets.mjs';
import { manyCampaignsBench } from '../manyCampaigns.mjs';
import { nodeCostBench } from '../nodeCost.mjs';
import { speedBench } from '../speed.mjs';
import { ablations } from './ablations.mjs';
import { assumptions } from './assumptions.mjs';
import { backtest } from './backtest.mjs';
import { decisionQuality } from './decisionQuality.mjs';
import { exhaustion } from './exhaustion.mjs';
import { flexibleBudget } from './flexibleBudget.mjs';
import { loop } from './loop.mjs';
import { otherStrategies } from './otherStrategies.mjs';
import { portfolio } from './portfolio.mjs';
import { portfolioParts } from './portfolioParts.mjs';
import { projections } from './projections.mjs';
import { robustness } from './robustness.mjs';

/** What `npm run bench` measures, in this order. Each takes `{ quick, progress }` and returns tables. */
export const SECTIONS = {
	decisions: decisionQuality,
	strategies: otherStrategies,
	flexible: flexibleBudget,
	loop,
	assumptions,
	projections,
	robustness,
	exhaustion,
	portfolio,
	portfolioParts,
	backtest,
	ablations,
	alerts: alertBench,
	incidents: incidentBench,
	changes: async (options) => [changeDetectionBench(options), await campaignChangesBench(options)],
	allocation: (options) => [allocatorBench(options)],
	budgets: (options) => [manyBudgetsBench(options)],
	campaigns: (options) => [manyCampaignsBench(options)],
	cost: async (options) => [await nodeCostBench(options)],
	speed: (options) => [speedBench(options), heavyCallsBench()],
};
