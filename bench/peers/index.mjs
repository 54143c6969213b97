import { readFileSync } from 'node:fs';

import { asap } from './asap.mjs';
import { bucketizedHysteresis } from './bucketizedHysteresis.mjs';
import { dualPacing } from './dualPacing.mjs';
import { even } from './even.mjs';
import { evenCarry } from './evenCarry.mjs';
import { gaelp } from './gaelp.mjs';
import { GAELP_STRATEGIES } from './gaelpPlans.mjs';
import { learnedSpendPlan } from './learnedSpendPlan.mjs';
import { mystique } from './mystique.mjs';
import { pid } from './pid.mjs';
import { promovolve } from './promovolve.mjs';
import { proportionalToTraffic } from './proportionalToTraffic.mjs';
import { taPid } from './taPid.mjs';
import { vsmp } from './vsmp.mjs';

const gains = JSON.parse(readFileSync(new URL('gains.json', import.meta.url), 'utf8'));

const BHC_PAPER = 'Apparaju, Niu, Qi 2025, arXiv 2509.25429';
const BALSEIRO_GUR = 'Balseiro, Gur 2019, doi:10.1287/mnsc.2018.3174';

/** The six strategies of GAELP, once with the plan as it stood at midnight and once reallocated every hour. */
const gaelpPeers = Object.keys(GAELP_STRATEGIES).flatMap((strategy) =>
	[false, true].map((reallocates) => ({
		name: `GAELP ${strategy}${reallocates ? ', reallocated' : ''}`,
		source: 'github.com/harikravich/AELP, budget_optimizer.py',
		make: gaelp(strategy, { reallocates }),
	})),
);

/** Published pacing laws to compare with: `make(brief)` gives a controller, all have the same information once an hour. */
export const PEERS = [
	{ name: 'as fast as possible', source: 'Google Ads API, delivery method ACCELERATED', make: asap },
	{ name: 'budget / 24', source: 'scripts and sheets', make: even },
	{ name: 'even carry', source: 'uniform pacing of Lee, Jalali, Dasdan 2013, arXiv 1305.3011', make: evenCarry },
	{
		name: 'proportional to traffic',
		source: 'Agarwal, Ghosh, Wei, You 2014, KDD; like Google Ads, delivery method STANDARD',
		make: proportionalToTraffic,
	},
	{
		name: 'TA-PID',
		source: 'Khirianova et al. 2025, arXiv 2505.08485',
		make: taPid(gains.taPid),
	},
	{
		name: 'Mystique',
		source: 'Stram et al. 2024, doi:10.1145/3589335.3648342',
		make: mystique(gains.mystique),
	},
	{
		name: 'bucketized hysteresis',
		source: BHC_PAPER,
		make: bucketizedHysteresis(gains.bucketizedHysteresis),
	},
	{
		name: 'dual pacing',
		source: BALSEIRO_GUR,
		make: dualPacing(gains.dualPacingUniform, 'uniform'),
	},
	{
		name: 'dual pacing, by traffic',
		source: BALSEIRO_GUR,
		make: dualPacing(gains.dualPacingTraffic, 'traffic'),
	},
	{ name: 'PID', source: 'PidBiddingStrategy of AuctionNet, arXiv 2412.10798', make: pid },
	{ name: 'VSMP', source: `baseline of ${BHC_PAPER}`, make: vsmp(gains.vsmp) },
	{
		name: 'learned spend plan',
		source: 'Kumar, Morgenstern, Schrijvers 2022, arXiv 2202.05881',
		make: learnedSpendPlan(gains.learnedSpendPlan),
	},
	{
		name: 'Promovolve',
		source: 'github.com/promovolve/promovolve, rate-aware pacing',
		make: promovolve(gains.promovolve),
	},
	...gaelpPeers,
];
