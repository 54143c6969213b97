import { readFileSync } from 'node:fs';

import { asap } from './asap.mjs';
import { even } from './even.mjs';
import { evenCarry } from './evenCarry.mjs';
import { gaelp } from './gaelp.mjs';
import { GAELP_STRATEGIES } from './gaelpPlans.mjs';
import { pid } from './pid.mjs';
import { proportionalToTraffic } from './proportionalToTraffic.mjs';
import { TUNABLE } from './tunable.mjs';

const { gains } = JSON.parse(readFileSync(new URL('gains.json', import.meta.url), 'utf8'));

const tuned = (law) => TUNABLE[law].law(gains[law]);

const BHC_PAPER = 'Apparaju, Niu, Qi 2025, arXiv 2509.25429';
const BALSEIRO_GUR = 'Balseiro, Gur 2019, doi:10.1287/mnsc.2018.3174';

/** Laws of one author that differ in settings count as one. */
const GAELP = 'GAELP';
const MODEL_PREDICTIVE = 'model-predictive control';

/** The six strategies of GAELP, once with the plan as it stood at midnight and once reallocated every hour. */
const gaelpPeers = Object.keys(GAELP_STRATEGIES).flatMap((strategy) =>
	[false, true].map((reallocates) => ({
		name: `GAELP ${strategy}${reallocates ? ', reallocated' : ''}`,
		law: GAELP,
		lever: 'amounts',
		source: 'github.com/harikravich/AELP, budget_optimizer.py',
		make: gaelp(strategy, { reallocates }),
	})),
);

const DUAL_PACING = 'dual pacing';

/** Published pacing laws to compare with: `make(brief)` gives a controller. All have the same information once an hour, and decide bids or amounts. */
const PUBLISHED = [
	{
		name: 'as fast as possible',
		lever: 'bids',
		source: 'Google Ads API, delivery method ACCELERATED',
		make: asap,
	},
	{
		name: 'even carry',
		lever: 'amounts',
		source: 'uniform pacing of Lee, Jalali, Dasdan 2013, arXiv 1305.3011',
		make: evenCarry,
	},
	{
		name: 'proportional to traffic',
		lever: 'amounts',
		source: 'Agarwal, Ghosh, Wei, You 2014, KDD; like Google Ads, delivery method STANDARD',
		make: proportionalToTraffic,
	},
	{ name: 'TA-PID', lever: 'bids', source: 'Khirianova et al. 2025, arXiv 2505.08485', make: tuned('taPid') },
	{
		name: 'Mystique, relative steps',
		lever: 'bids',
		source: 'Stram et al. 2024, doi:10.1145/3589335.3648342',
		make: tuned('mystique'),
	},
	{ name: 'bucketized hysteresis', lever: 'bids', source: BHC_PAPER, make: tuned('bucketizedHysteresis') },
	{ name: 'dual pacing', law: DUAL_PACING, lever: 'bids', source: BALSEIRO_GUR, make: tuned('dualPacingUniform') },
	{
		name: 'dual pacing, by traffic',
		law: DUAL_PACING,
		lever: 'bids',
		source: BALSEIRO_GUR,
		make: tuned('dualPacingTraffic'),
	},
	{ name: 'PID', lever: 'bids', source: 'PidBiddingStrategy of AuctionNet, arXiv 2412.10798', make: pid },
	{ name: 'VSMP', lever: 'bids', source: `baseline of ${BHC_PAPER}`, make: tuned('vsmp') },
	{
		name: 'learned spend plan',
		lever: 'amounts',
		source: 'Kumar, Morgenstern, Schrijvers 2022, arXiv 2202.05881',
		make: tuned('learnedSpendPlan'),
	},
	{
		name: 'Promovolve',
		lever: 'bids',
		source: 'github.com/promovolve/promovolve, rate-aware pacing',
		make: tuned('promovolve'),
	},
	...gaelpPeers,
];

/** Textbook parts put together, not published as a law. */
const MODEL_PREDICTIVE_PEERS = ['bids', 'amounts'].map((lever) => ({
	name: `${MODEL_PREDICTIVE}, ${lever}`,
	law: MODEL_PREDICTIVE,
	lever,
	source: 'exponentially weighted demand, empirical Bayes, water-filling, planned anew every hour',
	make: tuned(lever === 'bids' ? 'modelPredictiveBids' : 'modelPredictiveAmounts'),
}));

/** What scripts and sheets do. */
const EVEN = { name: 'budget / 24', lever: 'amounts', source: 'scripts and sheets', make: even };

export const PEERS = [...PUBLISHED, EVEN, ...MODEL_PREDICTIVE_PEERS];

/** The peers in words, with variants of a law counted once. */
export const PEERS_IN_WORDS = `${new Set(PUBLISHED.map(({ name, law = name }) => law)).size} published laws (variants of ${GAELP} and of ${DUAL_PACING} counted once), ${EVEN.name} and ${MODEL_PREDICTIVE}, by bids and by amounts`;
