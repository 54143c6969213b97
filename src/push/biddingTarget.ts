import type { PlatformEdit } from '../levers/budgetEdit';
import type { Level } from '../levers/level';
import type { Figure } from '../levers/platformProfile';
import type { PushRequest } from '../levers/pushRequest';
import type { BudgetObject } from '../levers/readBudget';
import type { Lever } from '../records/pushRecord';

/** What a bidding target is: an amount per result, or a ratio of revenue to spend. */
export type TargetLever = Extract<Lever, 'target-cpa' | 'target-roas'>;

/** A bidding target as the API of a platform returned it. */
export interface TargetInForce {
	readonly kind: 'target';
	readonly lever: TargetLever;
	/** Its name on the platform, such as cost cap. */
	readonly name: string;
	/** The field that holds it. */
	readonly field: string;
	/** In the unit of the platform's API. */
	readonly value: unknown;
	/** The campaign whose delivery it steers; undefined if the object does not say. */
	readonly campaignId: string | undefined;
	/** The object that has the daily budget, such as budget/222; undefined if the object does not say. */
	readonly budget: string | undefined;
	/** Whether the platform says that it is learning; undefined if the object does not say. */
	readonly isLearning: boolean | undefined;
}

/** A bidding target that was read: in force, of a strategy that several campaigns share, none, or the object does not say. */
export type ReadTarget = TargetInForce | { readonly kind: 'none' | 'portfolio' | 'unknown' };

/** A bidding target to set on a platform. */
export interface TargetEdit extends PlatformEdit {
	readonly id: string;
	/** As it was read. */
	readonly field: string;
	/** In the unit of the platform's API. */
	readonly value: string;
}

/** How a platform's bidding targets are read and set. */
export interface BiddingTargets {
	/** Level of the objects that have the target. */
	readonly level: Level;
	/** Fields of the object that say what its target is. */
	readonly fields: string;
	/** Units of the platform's API in a ratio of 1, as a power of ten. */
	readonly ratioDigits: number;
	/** Whether a changed target restarts the platform's learning phase. */
	readonly restartsLearning: Figure<boolean>;
	/** Reads the target of an ID from the object that the platform's API returned. */
	readonly read: (read: BudgetObject, id: string) => ReadTarget;
	/**
	 * The request that sets the target of one object.
	 *
	 * @throws UserError if the target lacks a field that the URL requires
	 */
	readonly request: (edit: TargetEdit) => PushRequest;
}
