import { readFileSync } from 'node:fs';
import path from 'node:path';

import { EXAMPLES } from '../support/exampleWorkflows';

interface Node {
	readonly name: string;
	readonly type: string;
	readonly parameters: Readonly<Record<string, unknown>>;
}
interface Workflow {
	readonly nodes: readonly Node[];
	readonly connections: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

const OWN = /^n8n-nodes-budget-pacing\.(\w+)$/;

/** Nodes that pass items on as they are. */
const PASSES_ON = ['n8n-nodes-base.filter', 'n8n-nodes-base.if'];

/** The fields that items of a node of this package have, from its schema; undefined for a node of another package. */
function fieldsOf({ type, parameters }: Node): readonly string[] | undefined {
	const name = OWN.exec(type)?.[1];
	if (name === undefined) return undefined;
	const operation = parameters['operation'] === undefined ? '' : `/${String(parameters['operation'])}`;
	const node = name[0]!.toUpperCase() + name.slice(1);
	const file = path.join(__dirname, `../../nodes/${node}/__schema__/v1.0.0${operation}.json`);
	const { properties } = JSON.parse(readFileSync(file, 'utf8')) as { properties: Record<string, unknown> };
	return [...Object.keys(properties), 'pacingState'];
}

/** The nodes that made the items which a node gets. */
const makersOf = (workflow: Workflow, name: string): readonly Node[] =>
	workflow.nodes.flatMap((node) => {
		const { main = [] } = (workflow.connections[node.name] ?? {}) as { main?: readonly { node: string }[][] };
		if (!main.flat().some((to) => to?.node === name)) return [];
		return PASSES_ON.includes(node.type) ? makersOf(workflow, node.name) : [node];
	});

/** Fields that the parameters of a node read: of its own input, and of a node that they name. */
const readsOf = (node: Node) =>
	[...JSON.stringify(node.parameters).matchAll(/(?:\$json|\$\('([^']+)'\)\.(?:item|first\(\))\.json)\.(\w+)/g)].map(
		([, from, field]) => ({ from, field: field! }),
	);

test.each(Object.entries(EXAMPLES as unknown as Record<string, Workflow>))(
	'every field that %s reads from a pacing node is one of that node, not one that an earlier node left in the item',
	(_, workflow) => {
		const missing = workflow.nodes.flatMap((node) =>
			readsOf(node).flatMap(({ from, field }) => {
				const makers =
					from === undefined ? makersOf(workflow, node.name) : workflow.nodes.filter(({ name }) => name === from);
				return makers.flatMap((maker) =>
					(fieldsOf(maker)?.includes(field) ?? true) ? [] : [`${node.name}: ${field} of ${maker.name}`],
				);
			}),
		);
		expect(missing).toEqual([]);
	},
);
