import type { Note } from '../notes/note';
import type { Exchange } from './accountCurrency';
import type { PushRequest } from './pushRequest';
import type { Lever } from './pushRecord';

/** What a request changes, and why. Amounts are decimal strings in major units of the account's currency. */
export interface PreparedEdit {
	/** What it edits, such as budget/222. */
	readonly object: string;
	readonly lever: Lever;
	readonly reason: Note;
	/** An amount in major units, or a schedule in words. */
	readonly from: string | null;
	readonly to: string;
	/** The most that the platform may bill for the day with it, where that is known; null for levers that set no amount. */
	readonly dayCeiling: string | null;
	/** What `to` is worth in the budget's currency; absent where that is the account's, and for levers that set no amount. */
	readonly exchange?: Exchange;
	/** The request that takes it back; null where the platform's answer to it is needed for that. */
	readonly rollback: PushRequest | null;
}

/** A request that passed the guards. */
export interface PreparedRequest extends PushRequest, PreparedEdit {}

/** A change that a plan wants. */
export interface WantedEdit {
	readonly object: string;
	readonly lever: Lever;
	readonly from: string | null;
	readonly wanted: string | null;
}

/** What was held back, in part or as a whole, and why. */
export interface HeldBack extends Note, WantedEdit {
	/** What was pushed instead; null for nothing. */
	readonly allowed: string | null;
	/** In a dry run: the request as it would be. */
	readonly request: PushRequest | null;
}

/** A plan as requests for an ad platform, with everything that was held back. */
export interface PreparedPush {
	readonly planId: string;
	readonly budgetId: string;
	readonly date: string;
	readonly platform: string;
	/** Of the account. */
	readonly currency: string;
	readonly dryRun: boolean;
	readonly requests: readonly PreparedRequest[];
	readonly held: readonly HeldBack[];
	/** Why these levers. */
	readonly explanation: readonly Note[];
	/** What could not be checked. */
	readonly warnings: readonly Note[];
}
