import * as z from 'zod/v4';

import { isMissing } from '../reports/readNumber';

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

/** Whether the field of an amount is empty or 0, as platforms return it where another field is in use. */
export const isZero = (amount: unknown): boolean =>
	isMissing(amount) || (typeof amount !== 'object' && Number(amount) === 0);
