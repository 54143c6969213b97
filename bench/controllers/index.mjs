import { PEERS } from '../peers/index.mjs';
import { byAmounts, byBids } from './core.mjs';

export const OURS_BY_BIDS = 'adaptive_ml, bid multiplier';
export const OURS_BY_AMOUNTS = 'adaptive_ml, amounts only';

/** The benchmark that knows every realised hour. */
export const PERFECT_FORESIGHT = 'perfect foresight';

/** Strategies of the core other than adaptive_ml, followed by amounts as GAELP's are. */
export const SIMPLE_STRATEGIES = [
	'even_distribution',
	'front_loading',
	'performance_based',
	'dayparting_optimized',
	'conversion_pattern_adaptive',
];

/** All controllers, by name. */
export const CONTROLLERS = [
	{ name: OURS_BY_BIDS, make: byBids('adaptive_ml') },
	{ name: OURS_BY_AMOUNTS, make: byAmounts('adaptive_ml') },
	...SIMPLE_STRATEGIES.map((strategy) => ({ name: strategy, make: byAmounts(strategy) })),
	...PEERS,
];

export const PEER_NAMES = PEERS.map(({ name }) => name);
