import type { Level } from './level';
import type { PushTarget } from './pushTarget';

/** The common inputs of a platform's requests. */
export interface PlatformEdit {
	readonly target: PushTarget;
	/** Empty if the platform's URL contains none. */
	readonly apiVersion: string;
	/** Whether the platform should only validate the request, if it can. */
	readonly validateOnly: boolean;
}

/** A daily budget to set on a platform. */
export interface BudgetEdit extends PlatformEdit {
	readonly level: Level;
	readonly id: string;
	/** In the format of the platform's API (`toPlatformAmount`). */
	readonly amount: string;
	readonly currency: string;
	/** Whether the amount takes effect at the next midnight, if the platform supports it. */
	readonly nextDay: boolean;
	/** Further details of the plan, for an interface that accepts hours. */
	readonly details: Readonly<Record<string, unknown>>;
}
