import { UserError } from '../errors';
import type { PushLimits } from '../guards/guardFigures';
import { MAX_WINDOWS } from '../levers/adScheduleRow';
import type { PlatformProfile } from '../levers/platformProfile';
import type { PushTarget } from '../levers/pushTarget';
import { leverNotes } from '../notes/leverNotes';
import type { Note } from '../notes/note';
import { targetNotes } from '../notes/targetNotes';
import type { Lever } from '../records/pushRecord';
import type { PushPlatform } from './pushPlatform';

/** Levers for today's plan. That for the next day is requested by an amount, a status follows from what is left, and the kind of a bidding target is read. */
type DayLever = Exclude<Lever, 'next-day-total' | 'status' | 'target-cpa' | 'target-roas'>;

/** The levers for today's plan, with the reasons for and against. */
export interface ChosenLevers {
	readonly levers: readonly DayLever[];
	readonly explanation: readonly Note[];
	/** Levers that were requested but cannot be used, and why. */
	readonly held: readonly { readonly lever: DayLever; readonly reason: Note }[];
}

/**
 * Chooses among the levers that a platform has.
 *
 * @throws UserError if hours or bidding targets are requested on a platform without a lever for them
 */
export function chooseLevers(
	target: PushTarget,
	{ adSchedule, hours, biddingTargets, profile }: PushPlatform,
	{ editsPerDay, maxTargetChangeFraction }: PushLimits,
): ChosenLevers {
	if (target.lever === 'biddingTarget') {
		if (biddingTargets === undefined) throw noBiddingTarget(profile);
		const { restartsLearning } = biddingTargets;
		return chosen(
			['bidding-target'],
			targetNotes.lever(maxTargetChangeFraction, restartsLearning.value, profile.label),
		);
	}
	const dayTotal = leverNotes.dayTotal(editsPerDay);
	if (target.lever === 'dayTotal') return chosen(['day-total'], dayTotal);
	const hourly = target.lever === 'hourly';
	if (adSchedule !== undefined) {
		const against = againstAdSchedule(target);
		const used = leverNotes.adSchedule(MAX_WINDOWS);
		if (hourly) {
			return against === null
				? chosen(['ad-schedule'], used)
				: { levers: [], explanation: [], held: [{ lever: 'ad-schedule', reason: against }] };
		}
		return against === null
			? chosen(['day-total', 'ad-schedule'], dayTotal, used)
			: chosen(['day-total'], dayTotal, against);
	}
	if (hours) return hourly ? chosen(['hours'], leverNotes.hours()) : chosen(['day-total'], dayTotal);
	if (!hourly) return chosen(['day-total'], dayTotal, leverNotes.noHourlyLever(profile.label));
	throw new UserError(
		`${profile.label} has no hourly lever that can be raised and lowered`,
		"Set 'Lever' to Automatic or Day Total, and let Check Exhaustion watch the day.",
	);
}

const noBiddingTarget = ({ label }: PlatformProfile): UserError =>
	new UserError(`${label} has no bidding target here`, "Set 'Lever' to Automatic or Day Total.");

const chosen = (levers: readonly DayLever[], ...explanation: readonly Note[]): ChosenLevers => ({
	levers,
	explanation,
	held: [],
});

/** Why ad-schedule modifiers cannot or must not be set; null if they can. */
function againstAdSchedule({ bidding, campaignIds, adSchedule }: PushTarget): Note | null {
	if (bidding === 'smart') return leverNotes.smartBidding();
	if (campaignIds.length === 0) return leverNotes.noCampaigns();
	if (bidding === 'unknown') return leverNotes.biddingUnknown();
	return adSchedule === undefined ? leverNotes.scheduleNotRead() : null;
}
