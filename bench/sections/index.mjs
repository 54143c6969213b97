import { allocatorBench } from '../allocator.mjs';
import { speedBench } from '../speed.mjs';
import { decisionQuality } from './decisionQuality.mjs';
import { exhaustion } from './exhaustion.mjs';
import { flexibleBudget } from './flexibleBudget.mjs';
import { otherStrategies } from './otherStrategies.mjs';
import { robustness } from './robustness.mjs';

/** What `npm run bench` measures, in this order. Each takes `{ quick, progress }` and returns tables. */
export const SECTIONS = {
	decisions: decisionQuality,
	strategies: otherStrategies,
	flexible: flexibleBudget,
	robustness,
	exhaustion,
	allocation: (options) => [allocatorBench(options)],
	speed: (options) => [speedBench(options)],
};
