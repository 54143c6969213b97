import { seededRandom } from '../../bench/random.mjs';
import { streamSeed } from '../../bench/market/streamSeed.mjs';

/**
 * Random numbers by name: each campaign, purpose and hour has its own stream, so that accounts under different controllers live through
 * the same demand, the same noise and, for the same clicks, the same conversions.
 */
export const createChance =
	(seed) =>
	(...names) =>
		seededRandom(streamSeed('sandbox', seed, ...names));
