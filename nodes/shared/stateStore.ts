import type { PacingState } from '../../src/index';

/** What a change must find where it writes: the row that was read, as it was left by its last writer. */
export interface Version {
	readonly rowId: number;
	readonly revision: number;
	/** Tokens of the last writes, the latest first: a writer whose answer was lost finds its own among them. */
	readonly writers: readonly string[];
	/** Other rows of the budget, left behind by a writer that was stopped while it removed its own; they go with the budget. */
	readonly duplicates: readonly Omit<Version, 'duplicates'>[];
}

/** A budget as it is stored: how to read its state, and the version that a change of it must name. */
export interface StoredState {
	/** Throws if the state is damaged, so that one such budget does not affect the others. */
	readonly read: () => PacingState;
	readonly version: Version;
}

/** A state to be written if its budget still has the version that was read; a version of null is of a budget that was not there. */
export interface StateChange {
	readonly budgetId: string;
	readonly state: PacingState;
	readonly expected: Version | null;
	/** Names this write alone. */
	readonly token: string;
	/** The instant of the decision. */
	readonly nowMs: number;
}

/** A budget to be deleted if it still has the version that was read. */
export type Removal = Pick<StateChange, 'budgetId'> & { readonly expected: Version };

/**
 * Where the states of budgets are kept. Nodes do not know which store they have.
 *
 * A write that throws may have happened, or may still happen; its token tells.
 */
export interface StateStore {
	/** Where that is, in the user's words. */
	readonly place: string;
	/** The states of these budgets; a budget that is not there is absent. */
	load(budgetIds: readonly string[]): Promise<ReadonlyMap<string, StoredState>>;
	/** Writes every change whose budget has the expected version; returns the ids of those, the others lost a race. */
	save(changes: readonly StateChange[]): Promise<ReadonlySet<string>>;
	/** Every budget there is, by its ID. */
	list(): Promise<ReadonlyMap<string, StoredState>>;
	/** Deletes every budget that has the expected version; returns the ids of those that are gone. */
	remove(removals: readonly Removal[]): Promise<ReadonlySet<string>>;
}
