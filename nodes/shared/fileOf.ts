import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

/** A page that an item carries as a file, in a field of its binary data. */
export interface PageFile {
	readonly html: string;
	readonly fileName: string;
	readonly field: string;
}

/** The binary data of an item with a page. */
export const fileOf = async (
	context: IExecuteFunctions,
	{ html, fileName, field }: PageFile,
): Promise<Pick<INodeExecutionData, 'binary'>> => ({
	binary: { [field]: await context.helpers.prepareBinaryData(Buffer.from(html), fileName, 'text/html') },
});
