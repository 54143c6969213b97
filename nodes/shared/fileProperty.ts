import type { INodeProperties } from 'n8n-workflow';

/** The field for the page that a node makes. */
export const fileProperty: INodeProperties = {
	displayName: 'Put Output File in Field',
	name: 'binaryPropertyName',
	type: 'string',
	default: 'data',
	hint: 'The name of the output binary field to put the file in',
	description: 'Field of the item that holds the page, for nodes that upload or send files',
};
