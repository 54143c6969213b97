import { UserError } from '../errors';
import type { Level } from '../levers/level';
import type { PlatformProfile } from '../levers/platformProfile';
import type { PushTarget } from '../levers/pushTarget';
import type { PushPlatform } from './pushPlatform';

/**
 * The level of a target's IDs: of those with a bidding target if that is pushed, by default the platform's usual one.
 *
 * @throws UserError if the platform has no daily budget at that level
 */
export function levelOf({ level, lever }: PushTarget, { profile, biddingTargets }: PushPlatform): Level {
	const { levels, label } = profile;
	if (lever === 'biddingTarget' && biddingTargets !== undefined) return biddingTargets.level;
	if (level === undefined) return levels[0];
	if (levels.includes(level)) return level;
	throw new UserError(`${label} has no daily budget at this level`, `Set 'IDs Are Of' to ${inWords(levels)}.`);
}

/** @throws UserError if the target has an amount for tomorrow that the platform cannot schedule */
export function assertNextDay({ nextDayAmount }: PushTarget, { label, nextDay }: PlatformProfile, level: Level): void {
	if (nextDayAmount === undefined || nextDay.includes(level)) return;
	throw new UserError(
		`${label} cannot schedule tomorrow's budget of ${WORDS[level]}`,
		"Leave 'Tomorrow's Amount' empty.",
	);
}

/** Levels in the words on the screen. */
export const inWords = (levels: readonly Level[]): string => levels.map((level) => WORDS[level]).join(' or ');

const WORDS: Readonly<Record<Level, string>> = {
	adGroup: 'Ad Sets or Ad Groups',
	budget: 'Budgets',
	campaign: 'Campaigns',
};
