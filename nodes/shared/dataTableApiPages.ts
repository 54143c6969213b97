import { type IDataObject, NodeOperationError } from 'n8n-workflow';

import { type ApiContext, bodyOf } from './dataTableApi';

/** As many as n8n gives at once. */
const MOST_ENTRIES = 250;

/** A part of a list, and where it goes on. */
interface Page {
	readonly data: IDataObject[];
	readonly nextCursor: string | null;
}

/**
 * A page of a list.
 *
 * @param cursor where it begins, as the page before it says; null for the first
 */
export async function pageOf(context: ApiContext, path: string, qs: IDataObject, cursor: string | null): Promise<Page> {
	const page = { limit: MOST_ENTRIES, ...qs, ...(cursor !== null && { cursor }) };
	return (await bodyOf(context, { method: 'GET', path, qs: page })) as Page;
}

/** All entries of a list, page by page. */
export async function entriesOf(context: ApiContext, path: string, qs: IDataObject): Promise<IDataObject[]> {
	const entries: IDataObject[] = [];
	const seen = new Set<string>();
	let cursor: string | null = null;
	do {
		const page: Page = await pageOf(context, path, qs, cursor);
		entries.push(...page.data);
		cursor = page.nextCursor;
		if (cursor !== null && seen.has(cursor)) throw repeatedPage(context);
		if (cursor !== null) seen.add(cursor);
	} while (cursor !== null);
	return entries;
}

const repeatedPage = (context: ApiContext): NodeOperationError =>
	new NodeOperationError(context.getNode(), 'The list of that n8n does not end: it gave the same page again', {
		description: "Check whether a proxy before 'Base URL' keeps answers, and switch that off for /api/v1.",
	});
