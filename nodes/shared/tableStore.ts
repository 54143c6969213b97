import type { IDataObject } from 'n8n-workflow';

import { UserError } from '../../src/index';
import { groupBy } from './groupBy';
import { readableColumns } from './readableColumns';
import { rememberState, stateOf } from './recentStates';
import type { StateChange, StateStore, StoredState, Version } from './stateStore';

/** Columns of the table: the budget and what people look at, then what guards a row, and the state itself. */
export const COLUMNS = [
	{ name: 'budgetId', type: 'string' },
	{ name: 'name', type: 'string' },
	{ name: 'status', type: 'string' },
	{ name: 'spentToday', type: 'number' },
	{ name: 'dayAmount', type: 'number' },
	{ name: 'pace', type: 'number' },
	{ name: 'projectedToday', type: 'number' },
	{ name: 'currency', type: 'string' },
	{ name: 'updated', type: 'date' },
	{ name: 'revision', type: 'number' },
	{ name: 'writer', type: 'string' },
	{ name: 'state', type: 'string' },
] as const;

/** A row as its last writer left it. */
export interface RowVersion {
	readonly id: number;
	/** The cell of tokens: no two writes leave the same. */
	readonly writer: string;
}

/** Rows of the table of states, however they are reached. */
export interface TableRows {
	having(budgetIds: readonly string[]): Promise<IDataObject[]>;
	all(): Promise<IDataObject[]>;
	insert(rows: readonly IDataObject[]): Promise<IDataObject[]>;
	/** Writes each row over the one that it was made from, if nobody wrote to that since; returns rows that came back. */
	replace(rows: readonly { readonly row: IDataObject; readonly before: RowVersion }[]): Promise<IDataObject[]>;
	/** Deletes rows to which nobody wrote since. */
	remove(rows: readonly RowVersion[]): Promise<void>;
	/** Deletes rows whatever they hold. */
	removeById(ids: readonly number[]): Promise<void>;
}

/**
 * States in a data table: one row a budget, to be seen in the Data tables tab.
 *
 * A row is updated only if its id and last writers are still those that were read, and the update counts only if the row comes back
 * with this writer's token first. Revisions would not do: a budget that is deleted and created again counts from 0 again. The table
 * knows no unique key, so when two writers insert the same budget the row with the lowest id wins, and the other is removed before its
 * writer goes on.
 */
export function tableStore(place: string, rows: TableRows): StateStore {
	/** Tokens of first inserts: such a row that is not the lowest of its budget is a loser. */
	const inserted = new Set<string>();

	const rowsOf = async (budgetIds: readonly string[]): Promise<Map<string, RowsOfBudget>> => {
		const found = byBudget(await rows.having(budgetIds));
		const losers = [...found.values()].flatMap(({ others }) =>
			others.map(versionOf).filter(({ writers }) => inserted.has(writers[0] ?? '')),
		);
		if (losers.length > 0) await rows.remove(losers.map(rowVersion));
		return found;
	};

	const insert = async (changes: readonly StateChange[]): Promise<string[]> => {
		for (const { token } of changes) inserted.add(token);
		await rows.insert(changes.map((change) => toRow(change, 0, [])));
		const lowest = await rowsOf(changes.map(({ budgetId }) => budgetId));
		return changes.flatMap(({ budgetId, token }) => {
			const found = lowest.get(budgetId);
			return found !== undefined && versionOf(found.row).writers.includes(token) ? [budgetId] : [];
		});
	};

	const update = async (changes: readonly (StateChange & { expected: Version })[]): Promise<string[]> => {
		const updated = await rows.replace(
			changes.map((change) => {
				const { revision, writers } = change.expected;
				return { row: toRow(change, revision + 1, writers), before: rowVersion(change.expected) };
			}),
		);
		const tokens = new Set(changes.map(({ token }) => token));
		return updated.filter((row) => tokens.has(versionOf(row).writers[0] ?? '')).map(({ budgetId }) => String(budgetId));
	};

	return {
		place,
		async load(budgetIds) {
			if (budgetIds.length === 0) return new Map();
			return storedStates(await rowsOf(budgetIds), place);
		},
		async save(changes) {
			const first = changes.filter(({ expected }) => expected === null);
			const later = changes.filter((change): change is StateChange & { expected: Version } => change.expected !== null);
			const created = first.length === 0 ? [] : await insert(first);
			const updated = later.length === 0 ? [] : await update(later);
			return new Set([...created, ...updated]);
		},
		list: async () => storedStates(byBudget(await rows.all()), place),
		async remove(removals) {
			const versions = removals.flatMap(({ expected }) => [expected, ...expected.duplicates]);
			const edited = versions.filter((version) => editedCell(version) !== null);
			const guarded = versions.filter((version) => !edited.includes(version));
			if (edited.length > 0) await rows.removeById(edited.map(({ rowId }) => rowId));
			if (guarded.length > 0) await rows.remove(guarded.map(rowVersion));
			const left = await rowsOf(removals.map(({ budgetId }) => budgetId));
			return new Set(
				removals.flatMap(({ budgetId, expected }) =>
					Number(left.get(budgetId)?.row['id']) === expected.rowId ? [] : [budgetId],
				),
			);
		},
	};
}

/** The row that counts for a budget, the first that was inserted, and others. */
interface RowsOfBudget {
	readonly row: IDataObject;
	readonly others: readonly IDataObject[];
}

function byBudget(rows: readonly IDataObject[]): Map<string, RowsOfBudget> {
	const groups = groupBy(
		[...rows].sort((a, b) => Number(a['id']) - Number(b['id'])),
		(row) => String(row['budgetId']),
	);
	return new Map([...groups].map(([budgetId, [row, ...others]]) => [budgetId, { row: row!, others }]));
}

/** Writes that a row remembers: others may write this often before a writer whose answer was lost has looked again. */
const WRITERS_KEPT = 20;

/** Tokens hold nothing that an expression or a filter could take for its own. */
const WRITERS = /^[0-9a-f-]{1,36}( [0-9a-f-]{1,36}){0,30}$/;

/** The version of a row: a revision of NaN or no writers for a cell that no writer left like this. */
const versionOf = ({ id, revision, writer }: IDataObject): Omit<Version, 'duplicates'> => ({
	rowId: Number(id),
	revision: Number.isInteger(revision) && Number(revision) >= 0 ? Number(revision) : NaN,
	writers: typeof writer === 'string' && writer.length < 2_000 && WRITERS.test(writer) ? writer.split(' ') : [],
});

/** A cell that guards the row and that no writer left like this; null if all are in order. */
const editedCell = ({ revision, writers }: Omit<Version, 'duplicates'>): 'revision' | 'writer' | null =>
	Number.isNaN(revision) ? 'revision' : writers.length === 0 ? 'writer' : null;

const rowVersion = ({ rowId, writers }: Omit<Version, 'duplicates'>): RowVersion => ({
	id: rowId,
	writer: writers.join(' '),
});

function toRow(
	{ budgetId, state, token, nowMs }: StateChange,
	revision: number,
	writers: readonly string[],
): IDataObject {
	const text = JSON.stringify(state);
	rememberState(budgetId, text, state);
	const writer = [token, ...writers].slice(0, WRITERS_KEPT).join(' ');
	return { budgetId, revision, writer, ...readableColumns(state, nowMs), state: text };
}

const storedStates = (rows: ReadonlyMap<string, RowsOfBudget>, place: string): Map<string, StoredState> =>
	new Map(
		[...rows].map(([budgetId, { row, others }]) => {
			const version = { ...versionOf(row), duplicates: others.map(versionOf) };
			const read = () => {
				assertVersion(budgetId, version, place);
				return stateOf(budgetId, String(row['state']));
			};
			return [budgetId, { version, read }];
		}),
	);

/** @throws UserError if a cell that guards the row was cleared or edited */
function assertVersion(budgetId: string, version: Version, place: string): void {
	const cell = editedCell(version);
	if (cell === null) return;
	throw new UserError(
		`The cell '${cell}' of the budget '${budgetId}' in ${place} was cleared or edited, so nothing can be written to its row safely`,
		"While no workflow runs, set 'revision' to 0 and 'writer' to 0 in that row, or delete the budget and create it again.",
	);
}
