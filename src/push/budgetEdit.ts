import type { Level } from './level';
import type { PushTarget } from './pushTarget';

/** What every request of a platform is made of. */
export interface PlatformEdit {
	readonly target: PushTarget;
	/** Empty where the platform's address names none. */
	readonly apiVersion: string;
	/** Asks a platform that can to check the request and not to carry it out. */
	readonly validateOnly: boolean;
}

/** A daily budget to be set, in the words of its platform. */
export interface BudgetEdit extends PlatformEdit {
	readonly level: Level;
	readonly id: string;
	/** As the platform's API writes it (`toPlatformAmount`). */
	readonly amount: string;
	readonly currency: string;
	/** Whether the amount is to hold from the next midnight on, where the platform can wait. */
	readonly nextDay: boolean;
	/** What the plan says beside the amount, for an interface that takes hours. */
	readonly details: Readonly<Record<string, unknown>>;
}
