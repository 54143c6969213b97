import type { INodeProperties } from 'n8n-workflow';

import type { Note, PacingState, z } from '../../src/index';
import type { Field } from './expressions';
import type { PageFile } from './fileOf';
import type { Outlets } from './withErrorItems';

/** What a node does with budgets. */
export interface BudgetNode<Settings> extends Outlets {
	readonly settings: z.ZodObject & z.ZodType<Settings>;
	/** Its parameters on the screen, by which errors name the settings. */
	readonly properties: readonly INodeProperties[];
	/** Parameters that mean something else where they are empty, so that an expression in them must give a value. */
	readonly neverBlank?: readonly Field[];
	/** Whether all items of a budget are one task, with the settings of the first. Otherwise each item is a task. */
	readonly groupsItems?: boolean;
	/** Whether As Of may lie in the future, because nothing is stored. */
	readonly looksAhead?: boolean;
	/** The state of a budget that is not there yet; without it, such a budget is an error. */
	readonly create?: (settings: Settings) => PacingState;
	/** A pure function of its task; one that takes seconds lets n8n do other work in between. Throws what the user can correct. */
	readonly decide: (task: Task<Settings>) => Decision | Promise<Decision>;
}

/** What a node decides from: one budget at one instant. */
export interface Task<Settings> {
	/** Read on access, so that a budget whose state is damaged can still be deleted. */
	readonly state: PacingState;
	readonly settings: Settings;
	readonly nowMs: number;
	/** Positions of the input items of the task. */
	readonly itemIndexes: readonly number[];
}

/** What a node decided. */
interface Decision {
	/** The next state; null deletes the budget. */
	readonly state: PacingState | null;
	readonly items: readonly OutputItem[];
}

/** Fields of every item about a budget. */
interface BudgetItem {
	readonly budgetId: string;
	/** What is amiss, such as a damaged part of the state that was left out; absent if there is nothing. */
	readonly warnings?: readonly Note[];
}

/** An item on its way to an output. */
export interface OutputItem {
	readonly output: number;
	readonly json: BudgetItem;
	/** A page that the item carries as a file, in this field. */
	readonly file?: PageFile;
	/**
	 * Which of the task's input items it came of, null for all of them. Left out, it stands for the budget, and carries its state where
	 * states travel with items.
	 */
	readonly row?: number | null;
	/** What the user should know about it, shown above the output of the node. */
	readonly hints?: readonly Note[];
	/** What the user can check at a glance, shown in the same place. */
	readonly facts?: readonly Note[];
}
