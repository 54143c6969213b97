import type { Alert } from '../alerts/standingAlerts';
import type { Note } from '../notes/note';
import type { Lever, PushStatus } from '../records/pushRecord';

/** What became of a push, and what is in force now. Amounts are decimal strings in major units of the account's currency. */
export interface Confirmation {
	readonly pushId: string;
	readonly budgetId: string;
	readonly platform: string;
	readonly object: string;
	readonly lever: Lever;
	/** Currency of the account; null if the lever sets no amount. */
	readonly currency: string | null;
	/** Whether the request was only validated: nothing is recorded then. */
	readonly dryRun: boolean;
	readonly status: Exclude<PushStatus, 'prepared'>;
	/** What the answer says, in the platform's words if it has any. */
	readonly reason: Note;
	readonly from: string | null;
	readonly to: string | null;
	/** The value in force now; null if that is not known. */
	readonly inForce: string | null;
	/** What happens next, as a sentence. */
	readonly next: string;
	/** From when on it may be sent again; null if it need not be. */
	readonly retryAtMs: number | null;
	/** Whether a person has to do something. */
	readonly needsPerson: boolean;
	/** Whether to tell a person now: what is refused again and again is told once. */
	readonly notify: boolean;
	/** The alert of a refusal; null if it was not refused. */
	readonly alert: Alert | null;
}
