import { randomUUID } from 'crypto';
import type { IDataObject } from 'n8n-workflow';

import { readableColumns } from './readableColumns';
import { rememberState, stateOf } from './recentStates';
import type { StateChange, StateStore, StoredState } from './stateStore';

/** Columns of the table: key and revision, a few to look at, and the state itself. */
export const COLUMNS = [
	{ name: 'budgetId', type: 'string' },
	{ name: 'revision', type: 'number' },
	{ name: 'writer', type: 'string' },
	{ name: 'name', type: 'string' },
	{ name: 'currency', type: 'string' },
	{ name: 'spentToday', type: 'number' },
	{ name: 'dayAmount', type: 'number' },
	{ name: 'pace', type: 'number' },
	{ name: 'status', type: 'string' },
	{ name: 'updated', type: 'date' },
	{ name: 'state', type: 'string' },
] as const;

/** Rows of the table of states, however they are reached. */
export interface TableRows {
	having(column: 'budgetId' | 'id', values: readonly (string | number)[]): Promise<IDataObject[]>;
	all(): Promise<IDataObject[]>;
	/** Returns the rows as they were inserted, each with its id. */
	insert(rows: readonly IDataObject[]): Promise<IDataObject[]>;
	/** Writes each row over the one of its budget if that has the revision before; returns rows that came back. */
	replace(rows: readonly IDataObject[]): Promise<IDataObject[]>;
	remove(column: 'budgetId' | 'id', values: readonly (string | number)[]): Promise<void>;
}

/**
 * States in a data table: one row a budget, to be seen in the Data tables tab.
 *
 * A row is updated only if it still has the revision that was read, and the update counts only if the row comes back with this
 * writer's token. The table knows no unique key, so when two writers insert the same budget the row with the lowest id wins
 * and the other is removed.
 */
export function tableStore(place: string, rows: TableRows): StateStore {
	const rowsOf = async (budgetIds: readonly string[]) => lowestRows(await rows.having('budgetId', budgetIds));

	const insert = async (changes: readonly StateChange[], writer: string): Promise<string[]> => {
		const inserted = await rows.insert(changes.map((change) => toRow(change, 0, writer)));
		const lowest = await rowsOf(changes.map(({ budgetId }) => budgetId));
		const lost = inserted.filter(({ budgetId, id }) => lowest.get(String(budgetId))?.id !== id);
		const lostIds = lost.map(({ id }) => Number(id));
		if (lost.length > 0) await rows.remove('id', lostIds);
		return inserted.filter((row) => !lost.includes(row)).map(({ budgetId }) => String(budgetId));
	};

	const update = async (changes: readonly StateChange[], writer: string): Promise<string[]> => {
		const updated = await rows.replace(changes.map((change) => toRow(change, change.expectedRevision! + 1, writer)));
		return updated.filter((row) => row.writer === writer).map(({ budgetId }) => String(budgetId));
	};

	return {
		place,
		async load(budgetIds) {
			if (budgetIds.length === 0) return new Map();
			return storedStates(await rowsOf(budgetIds));
		},
		async save(changes) {
			const writer = randomUUID();
			const first = changes.filter(({ expectedRevision }) => expectedRevision === null);
			const later = changes.filter(({ expectedRevision }) => expectedRevision !== null);
			const inserted = first.length === 0 ? [] : await insert(first, writer);
			const updated = later.length === 0 ? [] : await update(later, writer);
			return new Set([...inserted, ...updated]);
		},
		list: async () => storedStates(lowestRows(await rows.all())),
		remove: async (budgetIds) => await rows.remove('budgetId', budgetIds),
	};
}

/** The row that counts for each budget: the first that was inserted. */
function lowestRows(rows: readonly IDataObject[]): Map<string, IDataObject> {
	const lowest = new Map<string, IDataObject>();
	for (const row of rows) {
		const other = lowest.get(String(row['budgetId']));
		if (other === undefined || Number(row['id']) < Number(other['id'])) lowest.set(String(row['budgetId']), row);
	}
	return lowest;
}

function toRow({ budgetId, state, nowMs }: StateChange, revision: number, writer: string): IDataObject {
	const text = JSON.stringify(state);
	rememberState(text, state);
	return { budgetId, revision, writer, ...readableColumns(state, nowMs), state: text };
}

const storedStates = (rows: ReadonlyMap<string, IDataObject>): Map<string, StoredState> =>
	new Map(
		[...rows].map(([budgetId, row]) => [
			budgetId,
			{ read: () => stateOf(String(row['state'])), revision: Number(row['revision']) },
		]),
	);
