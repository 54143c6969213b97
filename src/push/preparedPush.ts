import type { Alert } from '../alerts/standingAlerts';
import type { Exchange } from '../levers/accountCurrency';
import type { PushRequest } from '../levers/pushRequest';
import type { Note } from '../notes/note';
import type { Lever } from '../records/pushRecord';

/** The change by a request and its reason. Amounts are decimal strings in major units of the account's currency. */
export interface PreparedEdit {
	/** Assigns the platform's answer to this edit, in Confirm Push. */
	readonly pushId: string;
	/** The edited object, such as budget/222. */
	readonly object: string;
	readonly lever: Lever;
	readonly reason: Note;
	/** An amount in major units, or a schedule in words. */
	readonly from: string | null;
	readonly to: string;
	/** Maximum that the platform may bill for the day; null if unknown, or if the lever sets no amount. */
	readonly dayCeiling: string | null;
	/** `to` converted to the budget's currency; absent if the currencies are the same or the lever sets no amount. */
	readonly exchange?: Exchange;
	/** The request that undoes it; null if that needs the platform's answer. */
	readonly rollback: PushRequest | null;
}

/** A request that passed the guards. */
export interface PreparedRequest extends PushRequest, PreparedEdit {}

/** A change that a plan requests. */
export interface WantedEdit {
	readonly object: string;
	readonly lever: Lever;
	readonly from: string | null;
	readonly wanted: string | null;
}

/** A change that was held back, in part or as a whole, and why. */
export interface HeldChange extends Note, WantedEdit {
	/** The value pushed instead; null if none. */
	readonly allowed: string | null;
	/** In a dry run: the request that would be sent. */
	readonly request: PushRequest | null;
}

/** A change that was held back, and whom it concerns. */
export interface HeldBack extends HeldChange {
	/** Whether it stays so until a person does something. */
	readonly needsPerson: boolean;
	/** Whether to tell a person now: once, and an edit by somebody again every morning. */
	readonly notify: boolean;
	/** Its alert; null if nobody has to know. */
	readonly alert: Alert | null;
}

/** A plan as requests for an ad platform, with all changes that were held back. */
export interface PreparedPush {
	readonly planId: string;
	readonly budgetId: string;
	readonly date: string;
	readonly platform: string;
	/** Currency of the account. */
	readonly currency: string;
	readonly dryRun: boolean;
	readonly requests: readonly PreparedRequest[];
	readonly held: readonly HeldBack[];
	/** Alerts about what was held back, and those that are resolved. */
	readonly alerts: readonly Alert[];
	/** Why these levers were chosen, and until when the version of the platform's API works. */
	readonly explanation: readonly Note[];
	/** Checks that were not possible, and what the platform does that a plan does not want. */
	readonly warnings: readonly Note[];
}
