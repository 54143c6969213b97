import { campaignWorld } from './campaignWorld.mjs';
import { DETECTORS } from './campaignDetectors.mjs';

/** Days of history. */
export const BEFORE_DAYS = 28;

/**
 * Runs a detector on the days of a world after its history, with the first campaign changed by a factor.
 *
 * @returns (days) the campaigns detected after each, up to the first day on which the changed one is detected, if any
 */
export default function watchCampaigns({ detector, seed, perDay, factor, days }) {
	const draw = campaignWorld(seed, perDay);
	const finds = DETECTORS[detector]();
	finds(Array.from({ length: BEFORE_DAYS }, () => draw(1)));
	const found = [];
	while (found.length < days && !(factor !== 1 && found.at(-1)?.includes(0))) found.push(finds([draw(factor)]));
	return found;
}
