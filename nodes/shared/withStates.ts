import { sleep } from 'n8n-workflow';

import { type PacingState, UserError } from '../../src/index';
import { attempt, type Failure } from './attempt';
import { groupBy } from './groupBy';
import { inTurn } from './inTurn';
import type { StateChange, StateStore, StoredState } from './stateStore';

/** What is to be done to one budget: a pure function of its state. */
export interface BudgetOperation<Result> {
	readonly budgetId: string;
	/** The instant of the decision. */
	readonly nowMs: number;
	/**
	 * @param read the state as it stands, null where there is none; throws if it is damaged
	 * @returns the state after it, null to delete the budget
	 */
	readonly apply: (read: (() => PacingState) | null) => Applied<Result>;
}

/** What came of an operation: its result, and the state after it. */
export interface Applied<Result> {
	readonly result: Result;
	readonly state: PacingState | null;
}

/** What came of an operation, or why it failed. */
export type Outcome<Result> = Applied<Result> | Failure;

/** Attempts before a budget that other processes keep writing is given up; the waits add up to about four minutes. */
const MOST_ATTEMPTS = 60;
const FIRST_WAIT_MS = 50;
const LONGEST_WAIT_MS = 5_000;

/**
 * Applies operations to budgets and stores the states they lead to, all budgets in one batch.
 *
 * Operations on the same budget follow each other in order; one that fails leaves the state unchanged and affects no other. Where another
 * writer was faster, the budget is read again and its operations are applied again: they are functions of the state. Executions of one
 * process take turns, so that only other processes can be faster.
 *
 * @param allOrNothing whether one failure keeps everything from being stored: an alert must not be recorded as sent if the run stops
 * @returns (operations)
 */
export async function withStates<Result>(
	store: StateStore,
	operations: readonly BudgetOperation<Result>[],
	{ allOrNothing }: { readonly allOrNothing: boolean },
): Promise<Outcome<Result>[]> {
	const operationsOf = groupBy(operations, ({ budgetId }) => budgetId);
	const outcomes = new Map<BudgetOperation<Result>, Outcome<Result>>();
	const keep = (budgetId: string, outcomeOf: (position: number) => Outcome<Result>) =>
		operationsOf.get(budgetId)!.forEach((operation, position) => outcomes.set(operation, outcomeOf(position)));

	const settle = async (): Promise<void> => {
		let open = [...operationsOf.keys()];
		for (let attempt = 0; open.length > 0; attempt++) {
			if (attempt === MOST_ATTEMPTS) {
				const error = contested(open);
				return open.forEach((budgetId) => keep(budgetId, () => ({ error })));
			}
			if (attempt > 0) await sleep(Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** attempt) * (0.5 + Math.random() / 2));
			const stored = await store.load(open);
			const changes = open.flatMap((budgetId) => {
				const { outcomes: made, change } = applied(operationsOf.get(budgetId)!, stored.get(budgetId));
				keep(budgetId, (position) => made[position]!);
				return change ?? [];
			});
			if (allOrNothing && [...outcomes.values()].some((outcome) => 'error' in outcome)) return;
			open = await lost(store, changes);
		}
	};
	await inTurn(
		[...operationsOf.keys()].map((budgetId) => `${store.place} ${budgetId}`),
		settle,
	);
	return operations.map((operation) => outcomes.get(operation)!);
}

/** A change of a budget that is to be stored; a state of null deletes it. */
type Change = Omit<StateChange, 'state'> & { readonly state: PacingState | null };

/** Applies the operations on one budget, one after the other; there is no change if they leave it as it was. */
function applied<Result>(
	operations: readonly BudgetOperation<Result>[],
	stored: StoredState | undefined,
): { readonly outcomes: readonly Outcome<Result>[]; readonly change: Change | undefined } {
	/** As it is stored: null where there is none, undefined until it is read. */
	let known: PacingState | null | undefined = stored === undefined ? null : undefined;
	let state: PacingState | null | undefined = known;
	const read = (): PacingState => (state ??= known = stored!.read());
	const outcomes = operations.map((operation): Outcome<Result> => {
		const outcome = attempt(() => operation.apply(state === null ? null : read));
		if ('state' in outcome) ({ state } = outcome);
		return outcome;
	});
	const { budgetId, nowMs } = operations.at(-1)!;
	if (state === known || state === undefined) return { outcomes, change: undefined };
	return { outcomes, change: { budgetId, nowMs, state, expectedRevision: stored?.revision ?? null } };
}

/** Stores changes; returns the budgets that another writer changed first. */
async function lost(store: StateStore, changes: readonly Change[]): Promise<string[]> {
	const deleted = changes.flatMap(({ budgetId, state }) => (state === null ? [budgetId] : []));
	const written = changes.filter((change): change is StateChange => change.state !== null);
	if (deleted.length > 0) await store.remove(deleted);
	const won = written.length === 0 ? new Set<string>() : await store.save(written);
	return written.flatMap(({ budgetId }) => (won.has(budgetId) ? [] : [budgetId]));
}

const contested = (budgetIds: readonly string[]): UserError =>
	new UserError(
		`Other executions kept changing the budget ${budgetIds.map((id) => `'${id}'`).join(', ')}: gave up after ${MOST_ATTEMPTS} attempts`,
		'Run the workflow again, or let fewer executions write to one budget at the same time.',
	);
