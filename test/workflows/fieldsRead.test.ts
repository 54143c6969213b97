import { EXAMPLES } from '../support/exampleWorkflows';
import { fieldsOf } from '../support/strayFields';

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

/** Whether the items of a node have a field, as far as that is known: of a node of another package it is not. */
function mayHave({ type, parameters }: Node, field: string): boolean {
	const name = OWN.exec(type)?.[1];
	return (
		name === undefined ||
		field === 'pacingState' ||
		fieldsOf(name, parameters).includes(field)
	);
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
					mayHave(maker, field) ? [] : [`${node.name}: ${field} of ${maker.name}`],
				);
			}),
		);
		expect(missing).toEqual([]);
	},
);
