import type { IHttpRequestOptions } from 'n8n-workflow';

import { dataTableApiStore } from '../../nodes/shared/dataTableApiStore';
import { searchBudgets } from '../../nodes/shared/searchBudgets';
import { createState } from '../../src/index';
import { FakeDataTableApi } from '../support/fakeDataTableApi';

const TABLE = 'budget_pacing';
const BEHIND_API = { stateStore: 'dataTableApi', options: {} };

/** An API with these budgets, some of them without a name. */
async function apiWith(budgets: Readonly<Record<string, string | undefined>>, tableName = TABLE) {
	const api = new FakeDataTableApi();
	const changes = Object.entries(budgets).map(([budgetId, name], position) => ({
		budgetId,
		state: createState({
			budgetId,
			...(name !== undefined && { name }),
			currency: 'EUR',
			timeZone: 'UTC',
			dailyAmount: 10,
		}),
		expected: null,
		token: String(position),
		nowMs: 0,
	}));
	await dataTableApiStore(api.context(), tableName).save(changes);
	api.requests.length = 0;
	return api;
}

const search = async (
	api: FakeDataTableApi,
	{ parameters = BEHIND_API as object, filter, page }: { parameters?: object; filter?: string; page?: string } = {},
	instead?: (request: IHttpRequestOptions) => unknown,
) => await searchBudgets.call(api.listContext({ ...parameters }, instead), filter, page);

describe('the budgets to choose from', () => {
	test('are those of the table, with their names where they have one', async () => {
		const api = await apiWith({ 'brand-de': 'Brand Germany', 'brand-fr': undefined });
		expect(await search(api)).toEqual({
			results: [
				{ name: 'Brand Germany (brand-de)', value: 'brand-de' },
				{ name: 'brand-fr', value: 'brand-fr' },
			],
		});
	});

	test.each`
		filter       | found                       | because
		${'GERMANY'} | ${['brand-de']}             | ${'a part of the name, in other capitals'}
		${'and-f'}   | ${['brand-fr']}             | ${'a part of the ID'}
		${' brand '} | ${['brand-de', 'brand-fr']} | ${'spaces around it mean nothing'}
		${'Spain'}   | ${[]}                       | ${'there is none'}
		${'  '}      | ${['brand-de', 'brand-fr']} | ${'nothing is asked for'}
	`('are $found for "$filter": $because', async ({ filter, found }) => {
		const api = await apiWith({ 'brand-de': 'Brand Germany', 'brand-fr': undefined });
		const { results } = await search(api, { filter });
		expect(results.map(({ value }) => value)).toEqual(found);
	});

	test('are given page by page, each once, and a page does not load the states of all', async () => {
		const ids = Array.from({ length: 120 }, (_, position) => `budget-${String(position).padStart(3, '0')}`);
		const api = await apiWith(Object.fromEntries(ids.map((id) => [id, undefined])));
		const found: unknown[] = [];
		let page: string | undefined;
		let pages = 0;
		do {
			const { results, paginationToken } = await search(api, { filter: 'budget', page });
			expect(results.length).toBeLessThanOrEqual(50);
			found.push(...results.map(({ value }) => value));
			page = paginationToken;
			pages++;
		} while (page !== undefined);
		expect(found).toEqual(ids);
		expect(pages).toBe(3);
		const rows = api.requests.filter(({ url }) => url.endsWith('/rows'));
		expect(rows.every(({ qs }) => qs!['sortBy'] === 'budgetId:asc' && qs!['filter'] !== undefined)).toBe(true);
	});

	test('are those of the table that the node names', async () => {
		const api = await apiWith({ tried: undefined }, 'tests');
		const { results } = await search(api, { parameters: { ...BEHIND_API, options: { tableName: 'tests' } } });
		expect(results.map(({ value }) => value)).toEqual(['tried']);
	});

	test('are none that n8n would evaluate once they are chosen', async () => {
		const api = await apiWith({ '={{ $env }}': 'Innocent', 'brand-de': '={{ $env }}' });
		const { results } = await search(api);
		expect(results).toEqual([{ name: "'={{ $env }} (brand-de)", value: 'brand-de' }]);
	});

	test('are none in a table without rows', async () => {
		const api = new FakeDataTableApi();
		api.tables.push({ id: 'T1', name: TABLE, rows: [] });
		expect(await search(api)).toEqual({ results: [] });
	});
});

describe('where there is no list, the field says why and what to do', () => {
	test.each`
		stateStore     | message
		${'dataTable'} | ${/^Budgets cannot be listed here: n8n opens the data tables of a project .* only while a workflow runs$/}
		${'inputItem'} | ${/^Budgets cannot be listed here: they come with the items/}
		${'postgres'}  | ${/^Budgets cannot be listed here: n8n opens the database to this node only while a workflow runs$/}
		${undefined}   | ${/n8n opens the data tables of a project/}
	`('with Keep State In at $stateStore', async ({ stateStore, message }) => {
		const api = await apiWith({ a: undefined });
		const error = await search(api, { parameters: { stateStore, options: {} } }).catch((thrown: unknown) => thrown);
		expect(error).toMatchObject({
			name: 'NodeApiError',
			message: expect.stringMatching(message),
			description: expect.stringMatching(/'By ID'.*\{\{ \$json\.budgetId \}\}/),
		});
		expect(api.requests).toEqual([]);
	});

	test('before the first budget, and no table is created', async () => {
		const api = new FakeDataTableApi();
		await expect(search(api)).rejects.toMatchObject({
			message: "There is no data table 'budget_pacing' yet",
			description: expect.stringMatching(/'By ID'.*'Table Name'/),
		});
		expect(api.tables).toEqual([]);
		expect(api.requests.every(({ method }) => method === 'GET')).toBe(true);
	});

	test('with a name that has a dash, which n8n would take out', async () => {
		const parameters = { ...BEHIND_API, options: { tableName: 'my-table' } };
		await expect(search(new FakeDataTableApi(), { parameters })).rejects.toMatchObject({
			message: "There is no data table 'my\u2011table' yet",
		});
	});

	test('with two tables of that name', async () => {
		const api = new FakeDataTableApi();
		api.tables.push({ id: 'T1', name: TABLE, rows: [] }, { id: 'T2', name: TABLE, rows: [] });
		await expect(search(api)).rejects.toThrow("sees 2 data tables named 'budget_pacing'");
	});

	test.each`
		answer                                                        | message                        | toDo                   | because
		${{ statusCode: 401, body: { message: 'unauthorized' } }}     | ${/^n8n refused the API key$/} | ${/new key/}           | ${'the key is wrong'}
		${{ statusCode: 403, body: { message: 'Forbidden' } }}        | ${/lacks a scope/}             | ${/dataTableRow:read/} | ${'a scope is missing'}
		${{ statusCode: 404, body: { message: 'not found' } }}        | ${/status 404/}                | ${/Base URL/}          | ${'it is another server'}
		${{ statusCode: 400, body: { message: "no column 'name'" } }} | ${/no column 'name'/}          | ${/Table Name/}        | ${'the table belongs to something else'}
	`('with an answer $answer.statusCode: $because', async ({ answer, message, toDo }) => {
		const error = await search(new FakeDataTableApi(), {}, () => answer).catch((thrown: unknown) => thrown);
		expect(error).toMatchObject({
			name: 'NodeApiError',
			message: expect.stringMatching(message),
			description: expect.stringMatching(toDo),
		});
	});

	test.each`
		fails                 | message                   | because
		${'getCredentials'}   | ${/any credentials set$/} | ${'no credential is chosen yet'}
		${'getNodeParameter'} | ${/node doesn't exist$/}  | ${'the name of the table comes from a node, which n8n cannot ask here'}
	`('with words of n8n that say nothing to do: $because', async ({ fails, message }) => {
		const context = new FakeDataTableApi().listContext(BEHIND_API);
		const words =
			fails === 'getCredentials' ? 'Node does not have any credentials set' : "Referenced node doesn't exist";
		Object.assign(context, {
			[fails as string]: () => {
				throw new Error(words);
			},
		});
		const error = await searchBudgets.call(context).catch((thrown: unknown) => thrown);
		expect(error).toMatchObject({
			message: expect.stringMatching(message),
			description: expect.stringMatching(/^Choose 'By ID'/),
		});
	});

	test('without an answer, and the key stays secret', async () => {
		const marker = 'marker-of-the-key';
		const error = await search(new FakeDataTableApi(), {}, () => {
			throw Object.assign(new Error(marker), {
				code: 'ECONNREFUSED',
				config: { headers: { 'X-N8N-API-KEY': marker } },
			});
		}).catch((thrown: unknown) => thrown);
		expect(error).toMatchObject({ message: expect.stringMatching(/refused the connection$/) });
		expect(JSON.stringify(error) + String((error as Error).stack)).not.toContain(marker);
	});
});
