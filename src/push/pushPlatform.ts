import type { BudgetEdit, PlatformEdit } from './budgetEdit';
import type { PlatformProfile } from './platformProfile';
import type { PushRequest } from './pushRequest';
import type { ScheduleChange } from './scheduleChanges';

/** An ad schedule to be changed. */
export interface AdScheduleEdit extends PlatformEdit {
	readonly campaignId: string;
	readonly changes: readonly ScheduleChange[];
	/** Whether part of the changes alone could close hours: a campaign shows ads only in the windows that it has. */
	readonly allOrNothing: boolean;
}

/** A budget to be raised by a factor for some hours. */
export interface BudgetScheduleEdit extends PlatformEdit {
	readonly id: string;
	readonly startMs: number;
	readonly endMs: number;
	readonly factor: number;
}

/** Where budgets can be pushed to: its figures, its levers as requests, and what these need. A lever that is absent does not exist there. */
export interface PushPlatform {
	readonly profile: PlatformProfile;
	/** What can be pushed, in a few words: the hint beside its name on the screen. */
	readonly description: string;
	/** The parts of a target that its requests name beside the IDs. */
	readonly names: readonly ('accountId' | 'managerAccountId' | 'url')[];
	/**
	 * The request that sets a daily budget.
	 *
	 * @throws UserError if the target lacks what the platform's address needs
	 */
	readonly dailyBudget: (edit: BudgetEdit) => PushRequest;
	/** Changes the bid modifiers of hours. */
	readonly adSchedule?: (edit: AdScheduleEdit) => PushRequest;
	/** Raises a daily budget for some hours. */
	readonly budgetSchedule?: (edit: BudgetScheduleEdit) => PushRequest;
	/** Set where the request of a daily budget can carry the amounts of the hours. */
	readonly hours?: true;
}

/** Platforms by the ids that name them. */
export type PushPlatforms<Id extends string = string> = Readonly<Record<Id, PushPlatform>>;
