import type { IDataObject } from 'n8n-workflow';

import type { PacingState, z } from '../../src/index';
import type { Outlets } from './withErrorItems';

/** What a node does with budgets. */
export interface BudgetNode<Settings> extends Outlets {
	readonly settings: z.ZodObject & z.ZodType<Settings>;
	/** Whether all items of a budget are one question, with the settings of the first. Otherwise each item is one, and its fields are passed on. */
	readonly groupsItems?: boolean;
	/** The state of a budget that is not there yet; without it, such a budget is an error. */
	readonly create?: (settings: Settings) => PacingState;
	/** A pure function of its question. Throws what the user can put right. */
	readonly decide: (question: Question<Settings>) => Decision;
}

/** What a node is to decide about one budget. */
export interface Question<Settings> {
	/** Read when it is asked for: a budget whose state is damaged can still be deleted. */
	readonly state: PacingState;
	readonly settings: Settings;
	readonly nowMs: number;
	/** Positions of the input items that ask. */
	readonly itemIndexes: readonly number[];
}

/** What a node decided. */
interface Decision {
	/** The next state; null deletes the budget. */
	readonly state: PacingState | null;
	readonly answers: readonly Answer[];
}

/** One item that a node answers with. */
export interface Answer {
	readonly output: number;
	readonly json: IDataObject;
	/** A page that the item carries as a file, in this field. */
	readonly file?: { readonly html: string; readonly fileName: string; readonly field: string };
	/**
	 * Which of the question's items it is about, null for none in particular. Left out, it is about the budget, and carries its state where
	 * states travel with items.
	 */
	readonly row?: number | null;
}
