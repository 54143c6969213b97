import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { bodyOf } from './dataTableApi';
import { dataTableApiId } from './dataTableApiId';
import { entriesOf } from './dataTableApiPages';
import type { StateStore } from './stateStore';
import { type RowVersion, tableStore } from './tableStore';

/** Conditions of one filter: an ID of 200 letters takes up to 1,800 bytes of an address, and servers read 8 KiB of it. */
const LONGEST_FILTER = 6_000;

/** In this order, rows that are added between two pages shift none of the later page. */
const OLDEST_FIRST = 'id:asc';

/** States in a data table that is reached through the public API of an n8n. */
export function dataTableApiStore(context: IExecuteFunctions, tableName: string): StateStore {
	let tableId: Promise<string> | undefined;
	const rowsPath = async () => `/${await (tableId ??= dataTableApiId(context, tableName))}/rows`;

	return tableStore(`the data table '${tableName}' behind the API`, {
		async having(budgetIds) {
			const found: IDataObject[] = [];
			const path = await rowsPath();
			for (const filter of filtersOf('budgetId', budgetIds)) {
				found.push(...(await entriesOf(context, path, { filter, sortBy: OLDEST_FIRST })));
			}
			return found;
		},
		all: async () => await entriesOf(context, await rowsPath(), { sortBy: OLDEST_FIRST }),
		async insert(rows) {
			const body = { data: [...rows], returnType: 'all' };
			return (await bodyOf(context, { method: 'POST', path: await rowsPath(), body })) as IDataObject[];
		},
		async replace(rows) {
			const path = `${await rowsPath()}/update`;
			const replaced: IDataObject[] = [];
			for (const { row: data, before } of rows) {
				const body = { filter: asRead(before), data, returnData: true };
				replaced.push(...((await bodyOf(context, { method: 'PATCH', path, body })) as IDataObject[]));
			}
			return replaced;
		},
		async remove(rows) {
			const path = `${await rowsPath()}/delete`;
			for (const row of rows) {
				await bodyOf(context, { method: 'DELETE', path, qs: { filter: JSON.stringify(asRead(row)) } });
			}
		},
		async removeById(ids) {
			const path = `${await rowsPath()}/delete`;
			for (const filter of filtersOf('id', ids)) await bodyOf(context, { method: 'DELETE', path, qs: { filter } });
		},
	});
}

const equal = (columnName: string, value: unknown): IDataObject => ({
	columnName,
	condition: 'eq',
	value: value as string | number,
});

/** A filter for one row, as its last writer left it. */
const asRead = ({ id, writer }: RowVersion): IDataObject => ({
	type: 'and',
	filters: [equal('id', id), equal('writer', writer)],
});

/** Filters for rows whose column has one of these values, each short enough for an address. */
function filtersOf(column: string, values: readonly (string | number)[]): string[] {
	const groups: IDataObject[][] = [];
	let length = Infinity;
	for (const value of values) {
		const condition = equal(column, value);
		const added = encodeURIComponent(JSON.stringify(condition)).length;
		if (length + added > LONGEST_FILTER) {
			groups.push([]);
			length = 0;
		}
		groups.at(-1)!.push(condition);
		length += added;
	}
	return groups.map((filters) => JSON.stringify({ type: 'or', filters }));
}
