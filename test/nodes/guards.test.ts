import { creating, runNode } from '../support/runNode';

type Table = Map<string, Record<string, unknown>[]>;

const row = { Day: '2026-11-23', Hour: '9', Cost: '41.27' };
const mapped = { format: 'mapped', fields: { date: 'Day', hour: 'Hour', spend: 'Cost' } };
const at = (asOf: unknown) => ({ budgetId: 'brand-de', options: { asOf } });

const oneBudget = async (): Promise<Table> => {
	const tables: Table = new Map();
	await runNode('pacingBudget', creating(), { tables });
	await runNode('ingestPerformance', { ...mapped, ...at('2026-11-23T10:20:00+01:00') }, { tables, items: [row] });
	return tables;
};

describe('an As Of in the future', () => {
	const AHEAD = '2031-01-07T10:20:00+01:00';

	test.each`
		type                    | parameters    | because
		${'pacingBudget'}       | ${creating()} | ${'a definition'}
		${'ingestPerformance'}  | ${mapped}     | ${'a report'}
		${'optimizeAllocation'} | ${{}}         | ${'a plan'}
		${'checkExhaustion'}    | ${{}}         | ${'an alert'}
		${'reallocate'}         | ${{}}         | ${'a reallocation'}
		${'preparePush'}        | ${{}}         | ${'a push'}
	`('is refused by $type, which would store $because', async ({ type, parameters }) => {
		const tables = await oneBudget();
		const before = JSON.stringify([...tables]);
		const { error } = await runNode(type, { ...parameters, ...at(AHEAD) }, { tables, items: [row] });
		expect(error).toMatchObject({
			message: expect.stringMatching(/^'As Of' is in the future: 2031-01-07T10:20:00\+01:00, and it is 20/),
			description: expect.stringMatching(/Leave 'As Of' empty/),
		});
		expect(JSON.stringify([...tables])).toBe(before);
	});

	test.each([
		['budget', 'status'],
		['report', 'create'],
	])('is a question that %s: %s answers', async (resource, operation) => {
		const tables = await oneBudget();
		const { status } = await runNode('pacingBudget', { resource, operation, ...at(AHEAD) }, { tables });
		expect(status).toBe('success');
	});
});

test('20,000 characters as As Of are refused at once', async () => {
	const tables = await oneBudget();
	const startedMs = performance.now();
	const { error } = await runNode('checkExhaustion', at('T'.repeat(20_000)), { tables });
	expect(error!.message).toMatch(/^'As Of' is not an instant: T+$/);
	expect(error!.message.length).toBeLessThan(100);
	expect(performance.now() - startedMs).toBeLessThan(1_000);
});

describe('a damaged plan in the table', () => {
	const damaged = async (): Promise<Table> => {
		const tables = await oneBudget();
		const [stored] = tables.get('budget_pacing')!;
		stored!['state'] = JSON.stringify({ ...(JSON.parse(String(stored!['state'])) as object), plan: { planId: 1 } });
		return tables;
	};
	const warning = { code: 'damaged-plan', message: expect.stringMatching(/run Optimize Allocation/) };

	test.each`
		type                    | parameters                 | output | because
		${'pacingBudget'}       | ${{ operation: 'get' }}    | ${0}   | ${'getting'}
		${'pacingBudget'}       | ${{ operation: 'getAll' }} | ${0}   | ${'listing'}
		${'pacingBudget'}       | ${{ operation: 'status' }} | ${0}   | ${'reporting the status'}
		${'optimizeAllocation'} | ${{}}                      | ${0}   | ${'planning'}
		${'checkExhaustion'}    | ${{}}                      | ${1}   | ${'forecasting'}
	`('leaves the budget usable, and its item says so: $because', async ({ type, parameters, output }) => {
		const tables = await damaged();
		const { outputs, status } = await runNode(type, { ...parameters, ...at('2026-11-23T10:20:00+01:00') }, { tables });
		expect(status).toBe('success');
		expect(outputs[output]![0]!['warnings']).toEqual(expect.arrayContaining([warning]));
	});

	test('is told once: the next plan takes its place', async () => {
		const tables = await damaged();
		const planning = at('2026-11-23T10:20:00+01:00');
		await runNode('optimizeAllocation', planning, { tables });
		const { outputs } = await runNode('optimizeAllocation', planning, { tables });
		const warnings = outputs[0]![0]!['warnings'] as { code: string }[];
		expect(warnings.map(({ code }) => code)).not.toContain('damaged-plan');
	});
});
