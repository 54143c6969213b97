import { runWorkflow } from '../../demo/engine';
import { localServer } from '../support/localServer';

let server: Awaited<ReturnType<typeof localServer>>;

beforeAll(async () => (server = await localServer()));
afterAll(() => server.close());
beforeEach(() => void server.requests.splice(0));

/** The settings of the examples' push. */
const PUSH = {
	timeout: 30_000,
	response: { response: { fullResponse: true, neverError: true } },
};

async function send(parameters: object, onError = 'continueErrorOutput') {
	const node = { id: 'n', name: 'Send', type: 'n8n-nodes-base.httpRequest', typeVersion: 4.2, position: [0, 0], onError, parameters };
	const start = { id: 't', name: 'Start', type: 'n8n-nodes-base.manualTrigger', typeVersion: 1, position: [0, 0], parameters: {} };
	const { outputs, error } = await runWorkflow({
		workflow: { name: 'sends', nodes: [start, node], connections: { Start: { main: [[{ node: 'Send', type: 'main', index: 0 }]] } } },
		items: [{ pushId: 'p1' }],
	});
	return { outputs: outputs['Send'] ?? [], error };
}

describe('the HTTP Request node of the engine answers as the one of n8n 2.41', () => {
	test.each([
		{ because: 'a success', statusCode: 200, body: { results: [] } },
		{ because: 'a refusal keeps its words', statusCode: 400, body: { error: { message: 'no' } } },
		{ because: 'too many requests', statusCode: 429, body: { error: { code: 429 } } },
	])('$statusCode: body, headers and status on the first output: $because', async ({ statusCode, body }) => {
		server.answer = () => ({ statusCode, body });
		const { outputs } = await send({ method: 'POST', url: `${server.url}/push`, sendBody: true, specifyBody: 'json', jsonBody: '{"a":1}', options: PUSH });
		expect(outputs[0]).toMatchObject([{ statusCode, body }]);
		expect(server.requests).toMatchObject([{ url: '/push', body: '{"a":1}', headers: { 'content-type': 'application/json' } }]);
	});

	test('a page of a gateway is in data, without a body', async () => {
		server.answer = () => ({ statusCode: 503, body: '<h1>Busy</h1>', contentType: 'text/html' });
		const { outputs } = await send({ method: 'POST', url: server.url, options: PUSH });
		expect(outputs[0]).toMatchObject([{ statusCode: 503, data: '<h1>Busy</h1>' }]);
		expect(outputs[0]![0]).not.toHaveProperty('body');
	});

	test.each([
		{ because: 'no answer in time', to: () => server.url, code: 'ECONNABORTED' },
		{ because: 'nobody listens', to: () => 'http://127.0.0.1:9', code: 'ECONNREFUSED' },
	])('$code on the error output, with what was sent: $because', async ({ to, code }) => {
		server.answer = () => null;
		const { outputs } = await send({ method: 'POST', url: to(), options: { ...PUSH, timeout: 300 } });
		expect(outputs[0]).toEqual([]);
		expect(outputs[1]).toMatchObject([{ pushId: 'p1', error: { code } }]);
	});

	test('without its setting a refusal is an error of the node', async () => {
		server.answer = () => ({ statusCode: 500, body: {} });
		expect((await send({ method: 'GET', url: server.url, options: {} }, 'stopWorkflow')).error).toBeDefined();
	});
});

describe('all pages are read, one item each', () => {
	test('with a token in the body', async () => {
		server.answer = ({ body }) => {
			const { pageToken } = JSON.parse(body) as { pageToken?: string };
			return { statusCode: 200, body: pageToken === '2' ? { results: [3] } : { results: [1, 2], nextPageToken: '2' } };
		};
		const { outputs } = await send({
			method: 'POST',
			url: server.url,
			sendBody: true,
			specifyBody: 'json',
			jsonBody: '{"query":"q"}',
			options: {
				pagination: {
					pagination: {
						paginationMode: 'updateAParameterInEachRequest',
						parameters: { parameters: [{ type: 'body', name: 'pageToken', value: '={{ $response.body.nextPageToken }}' }] },
						paginationCompleteWhen: 'other',
						completeExpression: '={{ !$response.body.nextPageToken }}',
						limitPagesFetched: true,
						maxRequests: 50,
					},
				},
			},
		});
		expect(outputs[0]).toEqual([{ results: [1, 2], nextPageToken: '2' }, { results: [3] }]);
		expect(server.requests.map(({ body }) => JSON.parse(body) as object)).toEqual([{ query: 'q' }, { query: 'q', pageToken: '2' }]);
	});

	test('with the address of the next page', async () => {
		server.answer = ({ url }) => {
			const next = url === '/next' ? {} : { paging: { next: `${server.url}/next` } };
			return { statusCode: 200, body: { data: [url], ...next } };
		};
		const { outputs } = await send({
			method: 'GET',
			url: `${server.url}/first`,
			options: {
				pagination: {
					pagination: {
						paginationMode: 'responseContainsNextURL',
						nextURL: '={{ $response.body.paging?.next }}',
						paginationCompleteWhen: 'other',
						completeExpression: '={{ !$response.body.paging?.next }}',
					},
				},
			},
		});
		expect(outputs[0]).toMatchObject([{ data: ['/first'] }, { data: ['/next'] }]);
	});
});
