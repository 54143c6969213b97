import { UserError } from '../errors';
import { leverNotes } from '../notes/leverNotes';
import type { Note } from '../notes/note';
import { MAX_WINDOWS } from './adScheduleRow';
import type { Lever } from './pushRecord';
import type { PushPlatform } from './pushPlatform';
import type { PushTarget } from './pushTarget';

/** Levers of today's plan: those of the next day are not chosen but asked for by an amount. */
export type DayLever = Exclude<Lever, 'next-day-total'>;

/** The levers that today's plan is pushed by, why these, and what speaks against others. */
export interface ChosenLevers {
	readonly levers: readonly DayLever[];
	readonly explanation: readonly Note[];
	/** A lever that was asked for and cannot be used, and why. */
	readonly held: readonly { readonly lever: DayLever; readonly reason: Note }[];
}

/**
 * Chooses the levers that a platform really has.
 *
 * @param editsPerDay of a daily budget
 * @throws UserError if hours are asked for on a platform that has no lever for them
 */
export function chooseLevers(
	target: PushTarget,
	{ adSchedule, budgetSchedule, hours, profile }: PushPlatform,
	editsPerDay: number,
): ChosenLevers {
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
	if (budgetSchedule !== undefined) {
		return hourly
			? chosen(['day-total', 'budget-schedule'], leverNotes.budgetSchedule())
			: chosen(['day-total'], dayTotal, leverNotes.increaseOnly());
	}
	if (hours) return hourly ? chosen(['hours'], leverNotes.hours()) : chosen(['day-total'], dayTotal);
	if (!hourly) return chosen(['day-total'], dayTotal, leverNotes.noHourlyLever(profile.label));
	throw new UserError(
		`${profile.label} has no lever for hours that can be raised and lowered`,
		"Set 'Lever' to Automatic or Day Total, and let Check Exhaustion watch the day.",
	);
}

const chosen = (levers: readonly DayLever[], ...explanation: readonly Note[]): ChosenLevers => ({
	levers,
	explanation,
	held: [],
});

/** Why modifiers of an ad schedule cannot or must not be set; null if they can. */
function againstAdSchedule({ bidding, campaignIds, adSchedule }: PushTarget): Note | null {
	if (bidding === 'smart') return leverNotes.smartBidding();
	if (campaignIds.length === 0) return leverNotes.noCampaigns();
	if (bidding === 'unknown') return leverNotes.biddingUnknown();
	return adSchedule === undefined ? leverNotes.scheduleNotRead() : null;
}
