import {
	type IDataObject,
	type ILoadOptionsFunctions,
	type INodeListSearchResult,
	type JsonObject,
	NodeApiError,
} from 'n8n-workflow';

import { UserError } from '../../src/index';
import { storeProperties } from './commonProperties';
import { StoreSettings } from './commonSettings';
import { existingId } from './dataTableApiId';
import { pageOf } from './dataTableApiPages';
import { settingsOf } from './readSettings';

/** A row holds the whole state of its budget, and a list shows a few at once. */
const ROWS_OF_PAGE = 50;

/** n8n takes dashes out of the message of a list, also those of names and addresses; one that does not break is left alone. */
const UNCUT_DASH = '\u2011';

/**
 * The budgets to choose from in the field Budget ID, a page at a time.
 *
 * @param filter part of the name or the ID of those wanted
 * @param page   where the list goes on, as the page before said
 * @throws NodeApiError that says what is wrong and what to do; n8n shows no description of other errors here
 */
export async function searchBudgets(
	this: ILoadOptionsFunctions,
	filter?: string,
	page?: string,
): Promise<INodeListSearchResult> {
	try {
		return await listed(this, filter?.trim() ?? '', page ?? null);
	} catch (error) {
		const { message, description } = error as Error & { description?: string | null };
		throw new NodeApiError(this.getNode(), { message } as JsonObject, {
			message: message.replaceAll('-', UNCUT_DASH),
			description: description ?? BY_ID,
		});
	}
}

async function listed(
	context: ILoadOptionsFunctions,
	filter: string,
	cursor: string | null,
): Promise<INodeListSearchResult> {
	const { stateStore, options } = settingsOf(
		(name) => context.getNodeParameter(name, null),
		StoreSettings,
		storeProperties,
	);
	if (stateStore !== 'dataTableApi') throw notListed(stateStore);
	const tableId = await existingId(context, options.tableName);
	if (tableId === undefined) throw noTable(options.tableName);
	const qs = { sortBy: 'budgetId:asc', limit: ROWS_OF_PAGE, ...(filter !== '' && { filter: matching(filter) }) };
	const { data, nextCursor } = await pageOf(context, `/${tableId}/rows`, qs, cursor);
	return { results: data.map(entryOf).filter(isText), ...(nextCursor !== null && { paginationToken: nextCursor }) };
}

/** A filter for rows that have a text in their name or ID, whatever its capitals. */
const matching = (text: string): string =>
	JSON.stringify({
		type: 'or',
		filters: ['name', 'budgetId'].map((columnName) => ({ columnName, condition: 'ilike', value: `%${text}%` })),
	});

function entryOf({ budgetId, name }: IDataObject): { name: string; value: string } {
	const value = String(budgetId);
	return { name: typeof name === 'string' && name !== '' ? `${name} (${value})` : value, value };
}

/** Whether n8n takes a chosen ID as it is: one that begins like an expression, it would evaluate. */
const isText = ({ value }: { value: string }): boolean => !value.startsWith('=');

const BY_ID = "Choose 'By ID' and enter the ID of the budget, or take it from the item: {{ $json.budgetId }}.";

const PLACES = {
	dataTable: 'n8n opens the data tables of a project to this node only while a workflow runs',
	inputItem: 'they come with the items, which exist only while a workflow runs',
	postgres: 'n8n opens the database to this node only while a workflow runs',
} as const;

const notListed = (stateStore: keyof typeof PLACES): UserError =>
	new UserError(`Budgets cannot be listed here: ${PLACES[stateStore]}`, BY_ID);

const noTable = (tableName: string): UserError =>
	new UserError(
		`There is no data table '${tableName}' yet`,
		"It is created with the first budget: choose 'By ID' and enter an ID, or check 'Table Name' under Options.",
	);
