import type { Level } from '../levers/level';
import { PlatformAmount } from '../levers/platformAmount';
import type { PlatformProfile } from '../levers/platformProfile';
import type { BudgetObject } from '../levers/readBudget';
import { guardNotes } from '../notes/guardNotes';
import type { Note } from '../notes/note';
import { inWords } from './levelOf';
import type { PushPlatform } from './pushPlatform';

/** A daily budget in force, and why it must not be edited as one; null if nothing speaks against it. */
interface CurrentBudget {
	/** In the unit of the platform's API; undefined if it was not read. */
	readonly amount: PlatformAmount | undefined;
	readonly refusal: Note | null;
}

/**
 * The daily budget of an object, given what the user mapped: the object that the platform returned, or only its amount.
 *
 * Some platforms keep daily and total budgets in one field and tell them apart by another. There, an amount alone is not known to be daily.
 */
export function currentBudget(
	current: PlatformAmount | BudgetObject | undefined,
	{ profile, readBudget, budgetTypeField = {} }: PushPlatform,
	level: Level,
): CurrentBudget {
	const typeField = budgetTypeField[level];
	const unknownType = typeField === undefined ? null : guardNotes.budgetTypeUnknown(profile.label, typeField);
	if (typeof current !== 'object') return { amount: current, refusal: current === undefined ? null : unknownType };
	const { kind, amount } = readBudget(current, level);
	const { data } = PlatformAmount.safeParse(amount);
	switch (kind) {
		case 'daily':
			return { amount: data, refusal: null };
		case 'total':
			return { amount: undefined, refusal: guardNotes.totalBudget() };
		case 'none':
			return { amount: undefined, refusal: guardNotes.noBudget(inWords(otherLevels(profile, level))) };
		case 'unknown':
			return { amount: data, refusal: unknownType };
	}
}

/** The levels at which the budget of an object without one of its own is. */
function otherLevels({ levels }: PlatformProfile, level: Level): readonly Level[] {
	const others = levels.filter((other) => other !== level);
	return others.length > 0 ? others : levels;
}
