import { hourly, DAY_MS } from '../support/deliveries';
import { creating, runNode } from '../support/runNode';
import { createState, ingest } from '../../src/index';

type Json = Record<string, unknown>;

const NOW_MS = Date.parse('2026-11-23T10:20:00+01:00');
const asOf = '2026-11-23T10:20:00+01:00';

/** A budget with a steady day behind it. */
const BUDGET = { budgetId: 'brand-de', currency: 'EUR', timeZone: 'Europe/Berlin', dailyAmount: 1000 };
const pacingState = ingest(
	createState(BUDGET),
	hourly(NOW_MS - 28 * DAY_MS - 1_200_000, 28 * 24, () => ({ spend: 40, clicks: 40, conversions: 2 })),
	NOW_MS,
).state;

/** What an earlier node of another author, or of this package, left in the item. */
const EARLIER = {
	client: 'Acme',
	status: 'of an earlier node',
	warnings: [{ code: 'season', message: 'A warning of the plan' }],
};

const STORE = { stateStore: 'inputItem', budgetId: 'brand-de' };

const NODES = [
	{ type: 'pacingBudget', parameters: creating(), because: 'Create or Update' },
	{ type: 'pacingBudget', parameters: { operation: 'get' }, because: 'Get' },
	{ type: 'pacingBudget', parameters: { operation: 'status' }, because: 'Get Status' },
	{ type: 'pacingBudget', parameters: { resource: 'report', operation: 'create' }, because: 'Create a report' },
	{ type: 'optimizeAllocation', parameters: {}, because: 'a plan' },
	{ type: 'optimizeAllocation', parameters: { output: 'hours' }, because: 'hours of a plan' },
	{ type: 'checkExhaustion', parameters: {}, because: 'a forecast' },
	{ type: 'reallocate', parameters: {}, because: 'a reallocation' },
];

const run = async (type: string, parameters: Json, options: Json, input: Json = { ...EARLIER, pacingState }) => {
	const { outputs, error } = await runNode(
		type,
		{ ...STORE, ...parameters, options: { asOf, ...options } },
		{ items: [input] },
	);
	expect(error).toBeUndefined();
	const [item] = outputs.flat();
	return item!;
};

describe.each(NODES)('$type ($because)', ({ type, parameters }) => {
	test('gives its own fields only, and the state that travels with the item', async () => {
		const item = await run(type, parameters, {});
		expect(item).not.toHaveProperty('client');
		expect(item['status']).not.toBe('of an earlier node');
		expect(item).toMatchObject({ budgetId: 'brand-de', pacingState: { definition: { budgetId: 'brand-de' } } });
	});

	test('keeps the fields of the input behind its own, if it is asked to', async () => {
		const alone = await run(type, parameters, {});
		const kept = await run(type, parameters, { keepInputFields: true });
		expect(kept).toMatchObject({ client: 'Acme', budgetId: 'brand-de' });
		const own = Object.keys(alone).filter((field) => field !== 'pacingState');
		expect(Object.keys(kept).slice(0, own.length)).toEqual(own);
	});

	test.each([false, true])(
		'never passes a warning of an earlier node off as its own: keepInputFields %s',
		async (keepInputFields) => {
			const item = await run(type, parameters, { keepInputFields });
			expect(JSON.stringify(item['warnings'] ?? [])).not.toContain('A warning of the plan');
		},
	);
});

test('a state in an input item is not dragged along where states are in a table', async () => {
	const tables = new Map<string, Json[]>();
	await runNode('pacingBudget', creating({ options: { asOf } }), { tables });
	const { outputs } = await runNode(
		'pacingBudget',
		{ operation: 'status', budgetId: 'brand-de', options: { asOf } },
		{ items: [{ pacingState }], tables },
	);
	expect(outputs[0]![0]).not.toHaveProperty('pacingState');
});

test('errors name the option in the words on the screen', async () => {
	const { error } = await runNode(
		'pacingBudget',
		{ ...STORE, operation: 'status', options: { asOf, keepInputFields: 'perhaps' } },
		{ items: [{ pacingState }] },
	);
	expect(error?.message).toContain("'Keep Input Fields' must be true or false");
});
