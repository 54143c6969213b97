import { ConfirmPush } from '../../nodes/ConfirmPush/ConfirmPush.node';
import { createState } from '../../src/index';
import { pushedAt } from '../support/pushRecords';
import { runNode } from '../support/runNode';

type Json = Record<string, unknown>;

const AT = '2026-11-23T10:20:00+01:00';
const AT_MS = Date.parse(AT);

/** A budget with two pushes on their way, carried by the items themselves. */
const state = {
	...createState({
		budgetId: 'brand-de',
		name: 'Brand Germany',
		currency: 'EUR',
		timeZone: 'Europe/Berlin',
		dailyAmount: '1000.00',
	}),
	pushes: ['a', 'b'].map((pushId) =>
		pushedAt(AT_MS - 30_000, '900.00', '1000.00', {
			pushId,
			object: `budget/${pushId}`,
			status: 'prepared',
			currency: 'EUR',
		}),
	),
};

const confirm = async (items: readonly Json[], more: Json = {}, options: Parameters<typeof runNode>[2] = {}) =>
	await runNode(
		'confirmPush',
		{ budgetId: 'brand-de', pushId: 'a', stateStore: 'inputItem', options: { asOf: AT }, ...more },
		{ ...options, items: items.map((item) => ({ pacingState: state, ...item })) },
	);

describe('Confirm Push', () => {
	test.each`
		item                                                               | output | status         | inForce | because
		${{ statusCode: 200, body: { results: [{}] }, headers: {} }}       | ${0}   | ${'confirmed'} | ${1000} | ${'an answer with a body'}
		${{ statusCode: 200, data: '{"results":[{}]}', headers: {} }}      | ${0}   | ${'confirmed'} | ${1000} | ${'Response Format is Text'}
		${{ statusCode: 200, data: '{"error":{"code":400}}' }}             | ${1}   | ${'failed'}    | ${900}  | ${'an error in text is one'}
		${{ statusCode: 200, data: '<html>Sign in</html>' }}               | ${1}   | ${'unknown'}   | ${null} | ${'a page of a proxy'}
		${{ statusCode: 204, headers: {} }}                                | ${1}   | ${'unknown'}   | ${null} | ${'Google answers with a body'}
		${{ statusCode: 503, data: '<html>down</html>', headers: {} }}     | ${1}   | ${'failed'}    | ${900}  | ${'text that is not JSON is in data'}
		${{ statusCode: 429, body: {}, headers: { 'retry-after': '60' } }} | ${1}   | ${'failed'}    | ${900}  | ${'too many requests'}
		${{ error: { code: 'ECONNREFUSED', message: 'refused' } }}         | ${1}   | ${'unknown'}   | ${null} | ${'no answer came'}
	`('$item is $status: $because', async ({ item, output, status, inForce }) => {
		const { outputs } = await confirm([item as Json]);
		expect(outputs[1 - output]).toEqual([]);
		expect(outputs[output]).toMatchObject([{ status, inForce, pushId: 'a', object: 'budget/a', from: 900, to: 1000 }]);
		const { pacingState } = outputs[output]![0]! as { pacingState: typeof state };
		expect(pacingState.pushes.map((push) => push.status)).toEqual([status, 'prepared']);
	});

	test('says in words what is in force, what happens next, and when', async () => {
		const { outputs } = await confirm([{ statusCode: 429, body: {}, headers: { 'retry-after': '600' } }]);
		expect(outputs[1]![0]!['display']).toEqual({
			inForce: '€900.00',
			retryAt: '23 Nov 2026, 10:30',
			text: 'Brand Germany, budget/a: Google Ads is limiting requests. From 23 Nov 2026, 10:30 on, the next run pushes what its plan then asks for.',
		});
	});

	test('by default the push is that of the item itself, where no answer came and it is the one that was sent', async () => {
		const sent = { budgetId: 'brand-de', pushId: 'b', error: { message: 'timeout' } };
		const byDefault = new ConfirmPush().description.properties.find(({ name }) => name === 'pushId')!.default;
		expect(byDefault).toBe("={{ $json.pushId ?? $('Prepare Push').item.json.pushId }}");
		const { outputs } = await confirm([sent], { pushId: byDefault });
		expect(outputs[1]).toMatchObject([{ pushId: 'b', status: 'unknown' }]);
	});

	test.each`
		item                   | parameters                 | said                                                                | because
		${{ results: [] }}     | ${{}}                      | ${/The answer of Google Ads has no status/}                         | ${'the node before does not pass on the status'}
		${{ statusCode: 200 }} | ${{ pushId: 'other' }}     | ${/The budget 'brand-de' has no push 'other'/}                      | ${'another push'}
		${{ statusCode: 200 }} | ${{ pushId: '={{ "" }}' }} | ${/'Push ID' must not be empty: map 'Push ID' to the field pushId/} | ${'no push'}
	`('$said: $because', async ({ item, parameters, said }) => {
		const { error } = await confirm([item as Json], parameters as Json);
		expect(error!.message).toMatch(said);
	});

	test('an item that fails leaves through Failed, and the others are settled', async () => {
		const items = [
			{ id: 'nope', statusCode: 200, body: { results: [{}] } },
			{ id: 'b', statusCode: 200, body: { results: [{}] } },
		];
		const { outputs, paired } = await confirm(items, { pushId: '={{ $json.id }}' }, { continueOnFail: true });
		expect(outputs[0]).toMatchObject([{ pushId: 'b', status: 'confirmed' }]);
		expect(outputs[1]).toEqual([{ error: expect.stringMatching(/no push 'nope'/), details: expect.any(String) }]);
		expect(paired.map((output) => output.map(({ pairedItem }) => pairedItem))).toEqual([[{ item: 1 }], [{ item: 0 }]]);
	});

	test('as a tool it answers through the first output', async () => {
		const parameters: Json = { budgetId: 'brand-de', pushId: 'a', stateStore: 'inputItem', options: { asOf: AT } };
		const context = {
			getInputData: () => [{ json: { pacingState: state, statusCode: 503 } }],
			getNode: () => ({ parameters }),
			getNodeParameter: (name: string) => parameters[name] ?? null,
			continueOnFail: () => false,
			isToolExecution: () => true,
		};
		const outputs = await new ConfirmPush().execute.call(context as never);
		expect(outputs.map((output) => output.length)).toEqual([1, 0]);
	});
});
