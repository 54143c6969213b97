import { sleep } from 'n8n-workflow';

import { type PacingState, UserError } from '../../src/index';
import { inTurn } from './inTurn';
import type { StateStore, StoredState } from './stateStore';

/** What is to be done to one budget: a pure function of its state, null where there is none yet. */
export interface BudgetOperation<Result> {
	readonly budgetId: string;
	/** The instant that is decided for. */
	readonly nowMs: number;
	readonly apply: (state: PacingState | null) => { readonly state: PacingState; readonly result: Result };
}

/** What came of an operation: the result and the state after it, or why it failed. */
export type Outcome<Result> = { readonly result: Result; readonly state: PacingState } | { readonly error: Error };

/** Attempts before a budget that other processes keep writing is given up; the waits add up to about four minutes. */
const MOST_ATTEMPTS = 60;
const FIRST_WAIT_MS = 50;
const LONGEST_WAIT_MS = 5_000;

/**
 * Applies operations to budgets and stores the states they lead to, all budgets in one batch.
 *
 * Operations on the same budget follow each other in order; one that fails leaves the state as it was and harms no other. Where another
 * writer was faster, the budget is read again and its operations are applied again: they are functions of the state. Executions of one
 * process take turns, so that only other processes can be faster.
 *
 * @param allOrNothing whether one failure keeps everything from being stored: an alert must not be marked as told when the run stops
 * @returns (operations)
 */
export async function withStates<Result>(
	store: StateStore,
	operations: readonly BudgetOperation<Result>[],
	{ allOrNothing }: { readonly allOrNothing: boolean },
): Promise<Outcome<Result>[]> {
	const budgetIds = new Set(operations.map(({ budgetId }) => budgetId));
	const keys = [...budgetIds].map((budgetId) => `${store.place} ${budgetId}`);
	return await inTurn(keys, async () => await applied(store, operations, budgetIds, allOrNothing));
}

async function applied<Result>(
	store: StateStore,
	operations: readonly BudgetOperation<Result>[],
	budgetIds: ReadonlySet<string>,
	allOrNothing: boolean,
): Promise<Outcome<Result>[]> {
	const outcomes = new Map<BudgetOperation<Result>, Outcome<Result>>();
	let open = budgetIds;
	for (let attempt = 0; open.size > 0; attempt++) {
		if (attempt >= MOST_ATTEMPTS) {
			const error = new UserError(
				`Other executions kept changing the budget ${[...open].map((id) => `'${id}'`).join(', ')}: gave up after ${MOST_ATTEMPTS} attempts`,
				'Run the workflow again, or let fewer executions write to one budget at the same time.',
			);
			for (const operation of operations) if (open.has(operation.budgetId)) outcomes.set(operation, { error });
			break;
		}
		if (attempt > 0) await sleep(Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** attempt) * (0.5 + Math.random() / 2));
		const stored = await store.load([...open]);
		const changes = [...open].flatMap((budgetId) => {
			const before = stored.get(budgetId) ?? null;
			const opened = before === null ? null : opening(before);
			const known = opened !== null && 'state' in opened ? opened.state : null;
			let state = known;
			let decidedMs = 0;
			for (const operation of operations) {
				if (operation.budgetId !== budgetId) continue;
				const outcome = opened !== null && 'error' in opened ? opened : attempted(operation, state);
				outcomes.set(operation, outcome);
				if ('state' in outcome) ({ state } = outcome);
				decidedMs = operation.nowMs;
			}
			if (state === null || state === known) return [];
			return [{ budgetId, state, expectedRevision: before?.revision ?? null, nowMs: decidedMs }];
		});
		if (allOrNothing && operations.some((operation) => 'error' in outcomes.get(operation)!)) break;
		const won = changes.length === 0 ? new Set<string>() : await store.save(changes);
		open = new Set(changes.map(({ budgetId }) => budgetId).filter((budgetId) => !won.has(budgetId)));
	}
	return operations.map((operation) => outcomes.get(operation)!);
}

/** A stored state, or why it cannot be read. */
function opening(stored: StoredState): { readonly state: PacingState } | { readonly error: Error } {
	try {
		return { state: stored.read() };
	} catch (error) {
		return { error: error as Error };
	}
}

function attempted<Result>(operation: BudgetOperation<Result>, state: PacingState | null): Outcome<Result> {
	try {
		return operation.apply(state);
	} catch (error) {
		return { error: error as Error };
	}
}
