import { randomUUID } from 'crypto';
import { sleep } from 'n8n-workflow';

import { type PacingState, UserError } from '../../src/index';
import { attemptLater, type Failure } from './attempt';
import { groupBy } from './groupBy';
import { inTurn } from './inTurn';
import type { StateChange, StateStore, StoredState, Version } from './stateStore';

/** What is to be done to one budget: a pure function of its state. */
export interface BudgetOperation<Result> {
	readonly budgetId: string;
	/** The instant of the decision. */
	readonly nowMs: number;
	/**
	 * @param read the state as it stands, null where there is none; throws if it is damaged
	 * @returns the state after it, null to delete the budget
	 */
	readonly apply: (read: (() => PacingState) | null) => Applied<Result> | Promise<Applied<Result>>;
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

/** Errors of the store after which it is given up; a write that failed may have happened, so it is looked for first. */
const MOST_FAILURES = 5;

/** A change of a budget that is to be stored; a state of null deletes it. */
type Change = Omit<StateChange, 'state'> & {
	readonly state: PacingState | null;
	/** The state before it; null where there was none, undefined where nobody read it. */
	readonly before: PacingState | null | undefined;
};

/** A change that the store was asked for, and what its operations return if it happens. */
interface Write<Result> {
	readonly change: Change;
	readonly outcomes: readonly Outcome<Result>[];
}

/**
 * Applies operations to budgets and stores the states they lead to, all budgets in one batch.
 *
 * Operations on the same budget follow each other in order; one that fails leaves the state unchanged and affects no other. Where another
 * writer was faster, the budget is read again and its operations are applied again: they are functions of the state. A write without an
 * answer is looked for by its token before that, so that nothing is applied twice. Executions of one process take turns, so that only other
 * processes can be faster.
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
	const writes: Write<Result>[] = [];
	const stored = new Set<string>();
	const asked = () => writes.map(({ change }) => change);
	const keep = (budgetId: string, made: readonly Outcome<Result>[]) =>
		operationsOf.get(budgetId)!.forEach((operation, position) => outcomes.set(operation, made[position]!));
	const isStopped = () => allOrNothing && [...outcomes.values()].some((outcome) => 'error' in outcome);

	/** One attempt at budgets; returns those that another writer changed first. */
	const settleSome = async (open: readonly string[]): Promise<string[]> => {
		const found = await store.load(open);
		const next: Write<Result>[] = [];
		for (const budgetId of open) {
			const now = found.get(budgetId);
			const done = writes.find(({ change }) => change.budgetId === budgetId && hasHappened(change, now?.version));
			if (done !== undefined) stored.add(budgetId);
			const { outcomes: made, change } = done
				? { outcomes: done.outcomes, change: undefined }
				: await applied(operationsOf.get(budgetId)!, now);
			keep(budgetId, made);
			if (change !== undefined) next.push({ change, outcomes: made });
		}
		if (isStopped()) return [];
		writes.push(...next);
		const changes = next.map(({ change }) => change);
		const won = await write(store, changes);
		for (const budgetId of won) stored.add(budgetId);
		return changes.flatMap(({ budgetId }) => (won.has(budgetId) ? [] : [budgetId]));
	};

	const settle = async (): Promise<void> => {
		let open = [...operationsOf.keys()];
		let failures = 0;
		for (let attempts = 0; open.length > 0; attempts++) {
			if (attempts === MOST_ATTEMPTS) {
				const error = contested(open);
				for (const budgetId of open) keep(budgetId, Array(operationsOf.get(budgetId)!.length).fill({ error }));
				break;
			}
			if (attempts > 0)
				await sleep(Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** attempts) * (0.5 + Math.random() / 2));
			const [settled] = await Promise.allSettled([settleSome(open.filter((budgetId) => !stored.has(budgetId)))]);
			if (settled.status === 'fulfilled') {
				open = settled.value;
				continue;
			}
			failures++;
			if (writes.length > 0 && failures < MOST_FAILURES) continue; // The next attempt looks for what was asked for.
			if (allOrNothing) await withdraw(store, asked());
			throw settled.reason;
		}
		if (isStopped()) await withdraw(store, asked());
	};
	await inTurn(
		[...operationsOf.keys()].map((budgetId) => `${store.place} ${budgetId}`),
		settle,
	);
	return operations.map((operation) => outcomes.get(operation)!);
}

/** Whether a change is in what is stored now, with or without changes of others after it. */
function hasHappened({ state, token, expected }: Change, now: Version | undefined): boolean {
	if (state !== null) return now?.writers.includes(token) === true;
	if (now === undefined || now.rowId !== expected?.rowId) return true;
	const [last] = expected.writers;
	return last !== undefined && !now.writers.includes(last);
}

/** Applies the operations on one budget, one after the other; there is no change if they leave it as it was. */
async function applied<Result>(
	operations: readonly BudgetOperation<Result>[],
	stored: StoredState | undefined,
): Promise<{ readonly outcomes: readonly Outcome<Result>[]; readonly change: Change | undefined }> {
	/** As it is stored: null where there is none, undefined until it is read. */
	let known: PacingState | null | undefined = stored === undefined ? null : undefined;
	let state: PacingState | null | undefined = known;
	const read = (): PacingState => (state ??= known = stored!.read());
	const outcomes: Outcome<Result>[] = [];
	for (const operation of operations) {
		const outcome = await attemptLater(async () => await operation.apply(state === null ? null : read));
		if ('state' in outcome) ({ state } = outcome);
		outcomes.push(outcome);
	}
	const { budgetId, nowMs } = operations.at(-1)!;
	if (state === known || state === undefined) return { outcomes, change: undefined };
	const expected = stored?.version ?? null;
	return { outcomes, change: { budgetId, nowMs, state, expected, token: newToken(), before: known } };
}

/** Names one write: 48 random bits, which few enough tokens of one budget are compared by. */
const newToken = (): string => randomUUID().slice(0, 13);

/** Asks the store for changes; returns the budgets whose change happened. */
async function write(store: StateStore, changes: readonly Change[]): Promise<ReadonlySet<string>> {
	const removals = changes.flatMap(({ budgetId, state, expected }) =>
		state === null && expected !== null ? [{ budgetId, expected }] : [],
	);
	const saved = changes.filter((change): change is Change & StateChange => change.state !== null);
	const gone = removals.length === 0 ? [] : await store.remove(removals);
	const won = saved.length === 0 ? [] : await store.save(saved);
	return new Set([...gone, ...won]);
}

/**
 * Takes back what a stopped run had stored before it knew that it would stop, and writes over the version that a write without an answer
 * expects, so that it cannot happen later. A budget that another writer has changed since stays as it is: its change was made from this one.
 */
async function withdraw(store: StateStore, changes: readonly Change[]): Promise<void> {
	for (let failures = 0; changes.length > 0 && failures < MOST_ATTEMPTS; failures++) {
		const [back] = await Promise.allSettled([takeBack(store, changes)]);
		if (back.status === 'fulfilled' && back.value) return;
		if (back.status === 'rejected' && failures >= MOST_FAILURES) throw back.reason;
		await sleep(Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** failures));
	}
}

/** @returns whether nobody else wrote in between */
async function takeBack(store: StateStore, changes: readonly Change[]): Promise<boolean> {
	const found = await store.load([...new Set(changes.map(({ budgetId }) => budgetId))]);
	const back = changes.flatMap((change): Change[] => {
		const { budgetId, nowMs, state, token, before, expected } = change;
		const now = found.get(budgetId);
		const next = { budgetId, nowMs, expected: now?.version ?? null, token: newToken(), before: state };
		if (hasHappened(change, now?.version)) {
			const isLast = state === null ? now === undefined : now?.version.writers[0] === token;
			return isLast && before !== undefined ? [{ ...next, state: before }] : [];
		}
		return now !== undefined && isSame(now.version, expected) ? [{ ...next, state: now.read() }] : [];
	});
	const won = await write(store, back);
	return back.every(({ budgetId }) => won.has(budgetId));
}

const isSame = (now: Version, expected: Version | null): boolean =>
	now.rowId === expected?.rowId && now.revision === expected.revision && now.writers[0] === expected.writers[0];

const contested = (budgetIds: readonly string[]): UserError =>
	new UserError(
		`Other executions kept changing the budget ${budgetIds.map((id) => `'${id}'`).join(', ')}: gave up after ${MOST_ATTEMPTS} attempts`,
		'Run the workflow again, or let fewer executions write to one budget at the same time.',
	);
