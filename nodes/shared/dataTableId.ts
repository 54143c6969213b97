import { type IExecuteFunctions, type INodeParameters, NodeOperationError } from 'n8n-workflow';

import { runDataTable } from './dataTableWorkflow';

/** Ids that were looked up already, by run of a workflow and name of the table. */
const idsOfRun = new WeakMap<AbortSignal, Map<string, Promise<string>>>();

/**
 * The id of the data table of exactly this name, which is created if there is none. The nodes of one run look it up once.
 *
 * Row operations must use the id: by name, n8n takes the table that changed last among those whose name contains the
 * one asked for, so a copy called 'budget_pacing backup' would get the writes. Creating 'if not exists' has the same flaw.
 *
 * @param column columns of a new table
 */
export async function dataTableId(
	context: IExecuteFunctions,
	name: string,
	column: readonly object[],
): Promise<string> {
	const run = context.getExecutionCancelSignal();
	if (run === undefined) return await foundOrCreated(context, name, column);
	const known = idsOfRun.get(run) ?? new Map<string, Promise<string>>();
	idsOfRun.set(run, known);
	const id = known.get(name) ?? foundOrCreated(context, name, column);
	known.set(name, id);
	void id.catch(() => known.delete(name));
	return await id;
}

async function foundOrCreated(context: IExecuteFunctions, name: string, column: readonly object[]): Promise<string> {
	const id = await existingId(context, name);
	if (id !== undefined) return id;
	const create = {
		resource: 'table',
		operation: 'create',
		/** As data, so that a name that looks like an expression is not one. */
		tableName: '={{ $json.name }}',
		columns: { column },
		options: { createIfNotExists: false },
	};
	try {
		const [created] = await runDataTable(context, create as unknown as INodeParameters, [{ name }]);
		return String(created!['id']);
	} catch (error) {
		const createdMeanwhile = await existingId(context, name);
		if (createdMeanwhile === undefined) throw new NodeOperationError(context.getNode(), error as Error);
		return createdMeanwhile;
	}
}

async function existingId(context: IExecuteFunctions, name: string): Promise<string | undefined> {
	const tables = await runDataTable(context, { resource: 'table', operation: 'list', returnAll: true, options: {} }, [
		{},
	]);
	const own = tables.find((table) => table['name'] === name);
	return own && String(own['id']);
}
