import { NodeOperationError } from 'n8n-workflow';

import { answerError, type ApiContext, askDataTableApi } from './dataTableApi';
import { entriesOf } from './dataTableApiPages';
import { COLUMNS } from './tableStore';

/** A table of that name exists in the project. */
const CONFLICT = 409;

/** The id of the data table of exactly this name, which is created in the key's personal project if there is none. */
export async function dataTableApiId(context: ApiContext, name: string): Promise<string> {
	const id = await existingId(context, name);
	if (id !== undefined) return id;
	const body = { name, columns: COLUMNS.map((column) => ({ ...column })) };
	const answer = await askDataTableApi(context, { method: 'POST', path: '', body });
	if (answer.statusCode < 300) return String((answer.body as { id: string }).id);
	const createdMeanwhile = answer.statusCode === CONFLICT ? await existingId(context, name) : undefined;
	if (createdMeanwhile === undefined) throw answerError(context, answer);
	return createdMeanwhile;
}

/**
 * The id of the data table of exactly this name, undefined if there is none.
 *
 * A name is unique in its project only, and the key may see several projects: a guess could split the budgets.
 *
 * @throws NodeOperationError if there are several
 */
export async function existingId(context: ApiContext, name: string): Promise<string | undefined> {
	const tables = await entriesOf(context, '', { filter: JSON.stringify({ name }) });
	const own = tables.filter((table) => table['name'] === name);
	if (own.length > 1) {
		throw new NodeOperationError(context.getNode(), `The API key sees ${own.length} data tables named '${name}'`, {
			description: "Choose a name that only one project has in the option 'Table Name'.",
		});
	}
	return own[0] && String(own[0]['id']);
}
