import type { INode } from 'n8n-workflow';

/** A node of this package, as n8n hands it to code that needs no more of it than a name. */
export const CHECK_NODE: INode = {
	id: '1',
	name: 'Check Exhaustion',
	type: 'n8n-nodes-budget-pacing.checkExhaustion',
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
};
