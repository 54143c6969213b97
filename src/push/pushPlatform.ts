import type { BudgetEdit, PlatformEdit } from '../levers/budgetEdit';
import type { Level } from '../levers/level';
import type { PlatformProfile } from '../levers/platformProfile';
import type { PushRequest } from '../levers/pushRequest';
import type { BudgetObject, ReadBudget } from '../levers/readBudget';
import type { ScheduleChange } from '../levers/scheduleChanges';
import type { BiddingTargets } from './biddingTarget';
import type { ReadAnswer } from './pushAnswer';

/** Changes of an ad schedule. */
export interface AdScheduleEdit extends PlatformEdit {
	readonly campaignId: string;
	readonly changes: readonly ScheduleChange[];
	/** Whether applying only part of the changes could close hours, because a campaign shows ads only in its windows. */
	readonly allOrNothing: boolean;
}

/** A campaign, ad set or ad group to pause or to resume. */
export interface StatusEdit extends PlatformEdit {
	readonly level: Level;
	readonly id: string;
	readonly status: 'enabled' | 'paused';
}

/** A platform that budgets can be pushed to: its figures, its levers as requests, and the fields they require. Absent levers do not exist. */
export interface PushPlatform {
	readonly profile: PlatformProfile;
	/** A short description of what can be pushed, shown beside its name. */
	readonly description: string;
	/** Fields of the target that its requests contain besides the IDs. */
	readonly names: readonly ('accountId' | 'managerAccountId' | 'region' | 'url')[];
	/**
	 * The request that sets a daily budget.
	 *
	 * @throws UserError if the target lacks a field that the URL requires
	 */
	readonly dailyBudget: (edit: BudgetEdit) => PushRequest;
	/** Reads a budget as the platform's API returns it. */
	readonly readBudget: (read: BudgetObject, level: Level) => ReadBudget;
	/** Reads the answer to one of its requests. */
	readonly readAnswer: ReadAnswer;
	/** The fields that tell daily from total budgets, for levels that keep both in one field. */
	readonly budgetTypeField?: Partial<Record<Level, string>>;
	/** Whether the object of an ID is paused, as the platform's API returned it or a row that has it; undefined if that does not say. */
	readonly readStatus?: (read: BudgetObject, id: string) => StatusEdit['status'] | undefined;
	/** Changes the bid modifiers of hours. */
	readonly adSchedule?: (edit: AdScheduleEdit) => PushRequest;
	/**
	 * The request that pauses or resumes an object.
	 *
	 * @throws UserError if the target lacks a field that the request requires, or objects of this level cannot be paused
	 */
	readonly setStatus?: (edit: StatusEdit) => PushRequest;
	/** Reads and sets the targets of automatic bidding. */
	readonly biddingTargets?: BiddingTargets;
	/** Set if the request of a daily budget can contain hourly amounts. */
	readonly hours?: true;
}

/** Platforms by ID. */
export type PushPlatforms<Id extends string = string> = Readonly<Record<Id, PushPlatform>>;
