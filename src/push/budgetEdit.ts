import type { Level } from './level';
import type { PushTarget } from './pushTarget';

/** A daily budget to be set, in the words of its platform. */
export interface BudgetEdit {
	readonly target: PushTarget;
	readonly level: Level;
	readonly id: string;
	/** As the platform's API writes it (`toPlatformAmount`). */
	readonly amount: string;
	readonly currency: string;
	/** Empty where the platform's address names none. */
	readonly apiVersion: string;
	/** Asks a platform that can to check the request and not to carry it out. */
	readonly validateOnly: boolean;
	/** Whether the amount is to hold from the next midnight on, where the platform can wait. */
	readonly nextDay: boolean;
	/** What the plan says beside the amount, for an interface that takes hours. */
	readonly details: Readonly<Record<string, unknown>>;
}
