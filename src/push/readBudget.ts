import * as z from 'zod/v4';

import type { Note } from '../notes/note';
import { guardNotes } from '../notes/guardNotes';
import { isMissing } from '../reports/readNumber';
import type { Level } from './level';
import { PlatformAmount } from './platformAmount';
import type { PushPlatform } from './pushPlatform';

/** A budget as the API of a platform returned it. */
export const BudgetObject = z.record(z.string(), z.unknown());
export type BudgetObject = Readonly<z.output<typeof BudgetObject>>;

/** What a budget is that was read: a daily amount, a total of a campaign's lifetime, none of its own, or the object does not say. */
export type BudgetKind = 'daily' | 'none' | 'total' | 'unknown';

/** A budget that was read from a platform. */
export interface ReadBudget {
	readonly kind: BudgetKind;
	/** The daily amount in the unit of the platform's API. */
	readonly amount: unknown;
}

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
			return { amount: undefined, refusal: guardNotes.noBudget() };
		case 'unknown':
			return { amount: data, refusal: unknownType };
	}
}

/** Whether the field of an amount is empty or 0, as platforms return it where another field is in use. */
export const isZero = (amount: unknown): boolean => isMissing(amount) || Number(amount) === 0;
