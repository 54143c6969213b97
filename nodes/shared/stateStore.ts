import type { PacingState } from '../../src/index';

/** A budget as it is stored: how to read its state, and the revision that a change of it must name. */
export interface StoredState {
	/** Throws if the state is damaged, so that one such budget does not affect the others. */
	readonly read: () => PacingState;
	readonly revision: number;
}

/** A state to be written if its budget still has the revision it was read with; null for a budget that was not there. */
export interface StateChange {
	readonly budgetId: string;
	readonly state: PacingState;
	readonly expectedRevision: number | null;
	/** The instant of the decision. */
	readonly nowMs: number;
}

/** Where the states of budgets are kept. Nodes do not know which store they have. */
export interface StateStore {
	/** Where that is, in the user's words. */
	readonly place: string;
	/** The states of these budgets; a budget that is not there is absent. */
	load(budgetIds: readonly string[]): Promise<ReadonlyMap<string, StoredState>>;
	/** Writes every change whose budget has the expected revision; returns the ids of those, the others lost a race. */
	save(changes: readonly StateChange[]): Promise<ReadonlySet<string>>;
	/** Every budget there is, by its ID. */
	list(): Promise<ReadonlyMap<string, StoredState>>;
	remove(budgetIds: readonly string[]): Promise<void>;
}
