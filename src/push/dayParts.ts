import { UserError } from '../errors';
import { fromMinorUnits, toMinorUnits } from '../money/minorUnits';
import { splitMoney } from '../money/splitMoney';
import { fromPlatformAmount } from './platformAmount';
import type { PlatformProfile } from './profiles';
import type { PushTarget } from './pushTarget';

/** One object of a target and its part of the day's amount, minor units. */
export interface DayPart {
	readonly id: string;
	readonly amount: number;
	/** What is in force, as read just now; null if it was not read. */
	readonly current: number | null;
}

/**
 * Splits a day's amount over the objects of a target, exactly; an object that is listed twice gets both shares in one.
 *
 * @param dayAmount minor units
 * @throws UserError if there are several objects and not every one has a share, or one has two current values
 */
export function dayParts(
	{ objects }: PushTarget,
	dayAmount: number,
	profile: PlatformProfile,
	currency: string,
): DayPart[] {
	if (objects.length > 1) {
		const without = objects.filter(({ share }) => share === undefined).map(({ id }) => id);
		if (without.length > 0) {
			throw new UserError(
				`It is not known which share of the day's amount goes to ${without.join(', ')}`,
				"Give 'Shares' as many numbers as there are IDs; 2, 1, 1 gives the first one half.",
			);
		}
	}
	const ids = [...new Set(objects.map(({ id }) => id))];
	const weights = ids.map((id) =>
		objects.reduce((sum, object) => (object.id === id ? sum + (object.share ?? 1) : sum), 0),
	);
	const amounts = splitMoney(fromMinorUnits(dayAmount, currency), weights, currency);
	return ids.map((id, position) => {
		const current = objects.flatMap((object) =>
			object.id === id && object.current !== undefined ? [fromPlatformAmount(object.current, profile, currency)] : [],
		);
		if (new Set(current).size > 1) {
			throw new UserError(
				`${id} is listed with different current values`,
				"Map 'Current Values' to what was read of the object that the ID names.",
			);
		}
		return { id, amount: toMinorUnits(amounts[position]!, currency, 'nearest'), current: current[0] ?? null };
	});
}
