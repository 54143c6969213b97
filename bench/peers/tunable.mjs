import { bucketizedHysteresis } from './bucketizedHysteresis.mjs';
import { dualPacing } from './dualPacing.mjs';
import { learnedSpendPlan } from './learnedSpendPlan.mjs';
import { modelPredictive } from './modelPredictive.mjs';
import { mystique } from './mystique.mjs';
import { promovolve } from './promovolve.mjs';
import { taPid } from './taPid.mjs';
import { vsmp } from './vsmp.mjs';

const MODEL_PREDICTIVE_BOX = {
	elasticity: [0.8, 2],
	halfLifeDays: [5, 60],
	priorClicks: [2, 200],
	priorShare: [0.03, 2],
};

/** Laws with gains, by their name in `gains.json`, and the `box` in which `tunePeers.mjs` looks for them: lowest and highest value, both above 0. */
export const TUNABLE = {
	taPid: { law: taPid, box: { kp: [0.01, 2], ki: [1e-4, 0.2], kd: [0.01, 2] } },
	mystique: { law: mystique, box: { largestCorrection: [0.02, 5] } },
	bucketizedHysteresis: {
		law: bucketizedHysteresis,
		box: {
			deadZone: [0.02, 0.25],
			smallStep: [0.005, 0.1],
			middleStep: [0.02, 0.3],
			largeStep: [0.05, 0.6],
			kp: [0.02, 0.6],
		},
	},
	vsmp: {
		law: vsmp,
		box: { firstStep: [0.01, 0.5], growth: [0.02, 1], shrinkage: [0.02, 0.8], restless: [1.1, 10] },
	},
	dualPacingUniform: { law: (gains) => dualPacing(gains, 'uniform'), box: { step: [0.003, 1] } },
	dualPacingTraffic: { law: (gains) => dualPacing(gains, 'traffic'), box: { step: [0.003, 1] } },
	learnedSpendPlan: { law: learnedSpendPlan, box: { exponent: [0.05, 2] } },
	promovolve: { law: promovolve, box: { kp: [0.1, 5], ki: [0.01, 2], aheadFactor: [1, 4] } },
	modelPredictiveBids: { law: (gains) => modelPredictive(gains, 'bids'), box: MODEL_PREDICTIVE_BOX },
	modelPredictiveAmounts: { law: (gains) => modelPredictive(gains, 'amounts'), box: MODEL_PREDICTIVE_BOX },
};
