import { runWorkflow } from '../../demo/engine';
import { strayFields } from './strayFields';

type Json = Record<string, unknown>;

/** Runs one tick of Pacing Trigger through n8n's engine. Its output has to fit the schema that n8n shows of it. */
export async function runTrigger(
	parameters: Json,
	{
		tables,
		mode = 'trigger',
		onError = 'stopWorkflow',
	}: { tables: Map<string, Json[]>; mode?: 'trigger' | 'manual'; onError?: string },
) {
	const node = {
		id: '1',
		name: 'Pacing Trigger',
		type: 'n8n-nodes-budget-pacing.pacingTrigger',
		typeVersion: 1,
		position: [0, 0],
		parameters,
		onError,
	};
	const workflow = { name: 'Test', nodes: [node], connections: {}, settings: { executionOrder: 'v1' } };
	const run = await runWorkflow({ workflow, tables, mode });
	const items = (run.outputs['Pacing Trigger'] ?? []).flat();
	const strays = strayFields('pacingTrigger', { parameters, input: [], output: items });
	if (strays.length > 0) throw new Error(`The schema of pacingTrigger lacks ${strays.join(', ')}`);
	return { ...run, items, hints: (run.hints['Pacing Trigger'] ?? []).map(({ message }) => message) };
}
