import { BudgetPacingDataTableApi } from '../../credentials/BudgetPacingDataTableApi.credentials';
import { dataTableApiStore } from '../../nodes/shared/dataTableApiStore';
import type { StateChange, Version } from '../../nodes/shared/stateStore';
import { createState } from '../../src/index';
import { FakeDataTableApi } from '../support/fakeDataTableApi';

const TABLE = 'budget_pacing';

let tokens = 0;

const change = (budgetId: string, expected: Version | null, dailyAmount = 10): StateChange => ({
	budgetId,
	state: createState({ budgetId, currency: 'EUR', timeZone: 'UTC', dailyAmount }),
	expected,
	token: String(tokens++),
	nowMs: 0,
});

const open = (api: FakeDataTableApi) => dataTableApiStore(api.context(), TABLE);

describe('the data table API store', () => {
	test('keeps states: another store loads, lists and removes what one has saved', async () => {
		const api = new FakeDataTableApi();
		expect(await open(api).save([change('a', null), change('b', null)])).toEqual(new Set(['a', 'b']));
		expect([...(await open(api).list()).keys()]).toEqual(['a', 'b']);
		const loaded = await open(api).load(['a', 'absent']);
		expect([...loaded.keys()]).toEqual(['a']);
		expect(loaded.get('a')!.version).toMatchObject({ revision: 0 });
		expect(loaded.get('a')!.read()).toEqual(change('a', null).state);
		await open(api).remove([{ budgetId: 'a', expected: loaded.get('a')!.version }]);
		expect([...(await open(api).list()).keys()]).toEqual(['b']);
	});

	test('one of two writers with the same revision wins, and the other reads the state of the winner', async () => {
		const api = new FakeDataTableApi();
		await open(api).save([change('a', null)]);
		const { version } = (await open(api).load(['a'])).get('a')!;
		const saved = await Promise.all(
			[20, 30].map(async (amount) => await open(api).save([change('a', version, amount)])),
		);
		expect(saved.map(({ size }) => size)).toEqual([1, 0]);
		const after = (await open(api).load(['a'])).get('a')!;
		expect(after.version.revision).toBe(1);
		expect(after.read()).toEqual(change('a', null, 20).state);
	});

	test('an update that returns the row of another writer is lost', async () => {
		const api = new FakeDataTableApi();
		await open(api).save([change('a', null)]);
		const context = api.context(({ method }) =>
			method === 'PATCH' ? { statusCode: 200, body: [{ budgetId: 'a', revision: 1, writer: 'abc' }] } : undefined,
		);
		const { version } = (await open(api).load(['a'])).get('a')!;
		expect(await dataTableApiStore(context, TABLE).save([change('a', version)])).toEqual(new Set());
	});

	test('concurrent first writes end in one table and one row', async () => {
		const api = new FakeDataTableApi();
		const saved = await Promise.all([1, 2, 3, 4].map(async () => await open(api).save([change('a', null)])));
		expect(saved.filter(({ size }) => size === 1)).toHaveLength(1);
		expect(api.tables).toMatchObject([{ name: TABLE, rows: [{ budgetId: 'a', revision: 0 }] }]);
	});

	test('pages are followed, and long filters are divided over several requests', async () => {
		const api = new FakeDataTableApi(7);
		const ids = Array.from({ length: 120 }, (_, position) => `${position} ${'€'.repeat(100)}`);
		await open(api).save(ids.map((id) => change(id, null)));
		expect([...(await open(api).list()).keys()]).toEqual(ids);
		expect([...(await open(api).load(ids)).keys()]).toEqual(ids);
		for (const { qs } of api.requests) expect(encodeURIComponent(String(qs?.['filter'])).length).toBeLessThan(7_000);
	});

	test('a table whose name only contains the requested one is ignored', async () => {
		const api = new FakeDataTableApi();
		api.tables.push({ id: 'T9', name: 'budget_pacing backup', rows: [] });
		await open(api).save([change('a', null)]);
		expect(api.tables.map(({ name, rows }) => [name, rows.length])).toEqual([
			['budget_pacing backup', 0],
			[TABLE, 1],
		]);
	});

	test('two tables of the same name in different projects are rejected', async () => {
		const api = new FakeDataTableApi();
		api.tables.push({ id: 'T1', name: TABLE, rows: [] }, { id: 'T2', name: TABLE, rows: [] });
		await expect(open(api).load(['a'])).rejects.toThrow("sees 2 data tables named 'budget_pacing'");
	});

	test.each`
		statusCode | body                                             | message                  | toDo                   | because
		${401}     | ${{ message: 'unauthorized' }}                   | ${/refused the API key/} | ${/new key/}           | ${'the key is wrong'}
		${403}     | ${{ message: 'Forbidden' }}                      | ${/lacks a scope/}       | ${/dataTableRow:read/} | ${'a scope is missing'}
		${404}     | ${{ message: 'not found' }}                      | ${/status 404/}          | ${/Base URL/}          | ${'the path does not exist'}
		${200}     | ${'<!doctype html>'}                             | ${/no data tables at/}   | ${/Base URL/}          | ${'the editor answers with its page'}
		${400}     | ${{ message: 'Data table size limit exceeded' }} | ${/tables .* are full/}  | ${/Delete rows/}       | ${'the instance is full'}
		${400}     | ${{ message: "unknown column 'writer'" }}        | ${/unknown column/}      | ${/Table Name/}        | ${'the table has other columns'}
	`('$statusCode is explained: $because', async ({ statusCode, body, message, toDo }) => {
		const context = new FakeDataTableApi().context(() => ({ statusCode, body }));
		const error = await dataTableApiStore(context, TABLE)
			.load(['a'])
			.catch((thrown: unknown) => thrown);
		expect(error).toMatchObject({
			name: 'NodeOperationError',
			message: expect.stringMatching(message),
			description: expect.stringMatching(toDo),
		});
	});

	test.each`
		location                                           | message
		${'https://elsewhere.example.com/api/v1?t=marker'} | ${/^The server redirects to https:\/\/elsewhere.example.com, which the API key does not follow$/}
		${'/login'}                                        | ${/^The server redirects, which/}
	`('a redirect to $location is an error, and is not followed', async ({ location, message }) => {
		const api = new FakeDataTableApi();
		const context = api.context(() => ({ statusCode: 302, body: '', headers: { location } }));
		await expect(dataTableApiStore(context, TABLE).load(['a'])).rejects.toThrow(message);
		expect(api.requests.map(({ disableFollowRedirect }) => disableFollowRedirect)).toEqual([true]);
	});

	test('a cursor that comes again ends in an error', async () => {
		const context = new FakeDataTableApi().context(() => ({ statusCode: 200, body: { data: [], nextCursor: 'same' } }));
		await expect(dataTableApiStore(context, TABLE).load(['a'])).rejects.toThrow(/list of that n8n does not end/);
	});

	test.each`
		baseUrl                                                 | message                                                             | because
		${'https://anna:marker@n8n.example.com/n8n/'}           | ${/^No answer from n8n at https:\/\/n8n.example.com\/n8n: the req/} | ${'the user and password stay out'}
		${'anna:marker@n8n.example.com'}                        | ${/is not the address of a server$/}                                | ${'without https:// it is no address'}
		${`https://n8n.example.com${'/'.repeat(20_000)}marker`} | ${/is not the address of a server$/}                                | ${'no address is that long'}
	`('a base URL is not repeated in errors: $because', async ({ baseUrl, message }) => {
		const context = new FakeDataTableApi().context(() => {
			throw new Error('failed');
		});
		context.getCredentials = (async () => ({ baseUrl })) as typeof context.getCredentials;
		const startedMs = performance.now();
		const error = await dataTableApiStore(context, TABLE)
			.load(['a'])
			.catch((thrown: unknown) => thrown);
		expect(error).toMatchObject({ message: expect.stringMatching(message) });
		expect(JSON.stringify(error) + String((error as Error).stack)).not.toContain('marker');
		expect(performance.now() - startedMs).toBeLessThan(300);
	});

	test.each(['revision', 'writer'])("a cleared cell '%s' is named, and the budget can be deleted", async (cell) => {
		const api = new FakeDataTableApi();
		await open(api).save([change('a', null)]);
		api.tables[0]!.rows[0]![cell] = null;
		const stored = (await open(api).load(['a'])).get('a')!;
		expect(stored.read).toThrow(
			`The cell '${cell}' of the budget 'a' in the data table 'budget_pacing' behind the API was cleared`,
		);
		expect(await open(api).remove([{ budgetId: 'a', expected: stored.version }])).toEqual(new Set(['a']));
		expect(api.tables[0]!.rows).toEqual([]);
	});

	test('a budget that was deleted and created again is not written over by who read the first', async () => {
		const api = new FakeDataTableApi();
		await open(api).save([change('a', null)]);
		const { version } = (await open(api).load(['a'])).get('a')!;
		await open(api).remove([{ budgetId: 'a', expected: version }]);
		await open(api).save([change('a', null, 20)]);
		expect(await open(api).save([change('a', version, 30)])).toEqual(new Set());
		expect(await open(api).remove([{ budgetId: 'a', expected: version }])).toEqual(new Set(['a']));
		expect((await open(api).load(['a'])).get('a')!.read()).toEqual(change('a', null, 20).state);
	});

	test.each`
		failure                      | message                      | because
		${{ code: 'ECONNREFUSED' }}  | ${/refused the connection$/} | ${'no server is listening'}
		${{ httpCode: 'ENOTFOUND' }} | ${/host name is unknown$/}   | ${'the name is wrong; n8n has wrapped the error'}
		${{ code: 'ECONNABORTED' }}  | ${/took too long$/}          | ${'the request timed out'}
		${{}}                        | ${/request failed$/}         | ${'anything else'}
	`('a failed request is explained without the key: $because', async ({ failure, message }) => {
		const marker = 'marker-of-the-key';
		const context = new FakeDataTableApi().context(() => {
			throw Object.assign(new Error(marker), { config: { headers: { 'X-N8N-API-KEY': marker } } }, failure);
		});
		const error = await dataTableApiStore(context, TABLE)
			.load(['a'])
			.catch((thrown: unknown) => thrown as Error & { description: string });
		expect(error).toMatchObject({
			message: expect.stringMatching(message),
			description: expect.stringMatching(/Base URL/),
		});
		expect(JSON.stringify(error) + String((error as Error).stack)).not.toContain(marker);
	});
});

test('the credential masks its key, sends it as the header that n8n reads, and tests it by listing tables', () => {
	const { properties, authenticate, test: tested } = new BudgetPacingDataTableApi();
	expect(properties.find(({ name }) => name === 'apiKey')!.typeOptions).toEqual({ password: true });
	expect(authenticate.properties.headers).toEqual({ 'X-N8N-API-KEY': '={{ $credentials.apiKey }}' });
	expect(tested.request.url).toBe('/api/v1/data-tables');
});
