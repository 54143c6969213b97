import type { BudgetEdit } from './budgetEdit';
import type { BudgetSchedule } from './budgetSchedule';
import type { PlatformProfile } from './platformProfile';
import type { PushRequest } from './pushRequest';
import type { PushTarget } from './pushTarget';
import type { ScheduleChange } from './scheduleChanges';

/** An ad schedule to be changed. */
export interface AdScheduleEdit extends Pick<BudgetEdit, 'target' | 'apiVersion' | 'validateOnly'> {
	readonly campaignId: string;
	readonly changes: readonly ScheduleChange[];
	/** Whether part of the changes alone could close hours: a campaign shows ads only in the windows that it has. */
	readonly allOrNothing: boolean;
}

/** A budget to be raised by a factor for some hours. */
export interface BudgetScheduleEdit
	extends Pick<BudgetEdit, 'target' | 'id' | 'apiVersion'>,
		Pick<BudgetSchedule, 'factor' | 'startMs' | 'endMs'> {}

/** Where budgets can be pushed to: its figures, its levers as requests, and what these need. A lever that is absent does not exist there. */
export interface PushPlatform {
	readonly profile: PlatformProfile;
	/** What can be pushed, in a few words: the hint beside its name on the screen. */
	readonly description: string;
	/** The parts of a target that its requests name beside the IDs. */
	readonly names: readonly Extract<keyof PushTarget, 'accountId' | 'managerAccountId' | 'url'>[];
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
