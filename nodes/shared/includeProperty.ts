import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

/** Which larger parts the items of a node have; the rest is always there. */
export const includeProperty = (
	options: readonly INodePropertyOptions[],
	displayOptions?: INodeProperties['displayOptions'],
): INodeProperties => ({
	displayName: 'Include',
	name: 'include',
	type: 'multiOptions',
	default: [],
	options: [...options],
	...(displayOptions && { displayOptions }),
	description: 'Larger parts that items have besides their results. Fewer keep items small for tables and AI models.',
});
