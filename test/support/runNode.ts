import { runWorkflow } from '../../demo/engine';
import { strayFields } from './strayFields';

type Json = Record<string, unknown>;

/** Runs one node of the package through n8n's engine, behind a trigger that holds the items. Its output has to fit the schema that n8n shows of it. */
export async function runNode(
	type: string,
	parameters: Json,
	{
		items = [{}],
		tables = new Map<string, Json[]>(),
		continueOnFail = false,
		onError = continueOnFail ? 'continueRegularOutput' : 'stopWorkflow',
	}: { items?: readonly Json[]; tables?: Map<string, Json[]>; continueOnFail?: boolean; onError?: string } = {},
) {
	const node = {
		id: '2',
		name: 'Node',
		type: `n8n-nodes-budget-pacing.${type}`,
		typeVersion: 1,
		position: [200, 0],
		parameters,
		onError,
	};
	const trigger = {
		id: '1',
		name: 'Start',
		type: 'n8n-nodes-base.manualTrigger',
		typeVersion: 1,
		position: [0, 0],
		parameters: {},
	};
	const run = await runWorkflow({
		workflow: {
			name: 'Test',
			nodes: [trigger, node],
			connections: { Start: { main: [[{ node: 'Node', type: 'main', index: 0 }]] } },
			settings: { executionOrder: 'v1' },
		},
		items,
		tables,
	});
	const outputs = run.outputs['Node'] ?? [];
	const strays = strayFields(type, { parameters, input: items, output: outputs.flat() });
	if (strays.length > 0) throw new Error(`The schema of ${type} lacks ${strays.join(', ')}: npm run schemas writes it`);
	return {
		...run,
		outputs,
		paired: run.items['Node'] ?? [],
		hints: (run.hints['Node'] ?? []).map(({ message }) => message),
	};
}

/** Parameters of a Pacing Budget node that creates a budget; others are added or replaced. */
export const creating = (changes: Json = {}): Json => ({
	operation: 'createOrUpdate',
	budgetId: 'brand-de',
	name: 'Brand Germany',
	currency: 'EUR',
	timeZone: 'Europe/Berlin',
	amounts: { dailyAmount: '1000.00' },
	...changes,
});
