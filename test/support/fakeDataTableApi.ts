import type { IDataObject, IExecuteFunctions, IHttpRequestOptions, ILoadOptionsFunctions } from 'n8n-workflow';

import { CHECK_NODE } from './checkNode';

interface Condition {
	readonly columnName: string;
	readonly condition: 'eq' | 'ilike';
	readonly value: unknown;
}

/** The part of n8n's public API that keeps data tables, in memory: pages of `mostRows` rows, names unique, filters by equality or by a part. */
export class FakeDataTableApi {
	readonly tables: { id: string; name: string; rows: IDataObject[] }[] = [];
	readonly requests: IHttpRequestOptions[] = [];
	private lastRow = 0;

	constructor(private readonly mostRows = 250) {}

	/** The part of n8n that a store needs; `instead` answers in place of the API where it returns something, or throws. */
	context(instead: (request: IHttpRequestOptions) => unknown = () => undefined): IExecuteFunctions {
		const httpRequestWithAuthentication = async (_: string, request: IHttpRequestOptions) => {
			this.requests.push(request);
			await Promise.resolve();
			return instead(request) ?? this.answer(request);
		};
		return {
			getNode: () => CHECK_NODE,
			getCredentials: async () => ({ baseUrl: 'https://n8n.example.com/', apiKey: 'not read by nodes' }),
			helpers: { httpRequestWithAuthentication },
		} as unknown as IExecuteFunctions;
	}

	/** The part of n8n that fills in a list on the screen, with the parameters of the node. */
	listContext(
		parameters: Readonly<Record<string, unknown>>,
		instead?: (request: IHttpRequestOptions) => unknown,
	): ILoadOptionsFunctions {
		return {
			...this.context(instead),
			getNodeParameter: (name: string, otherwise: unknown) => parameters[name] ?? otherwise,
		} as unknown as ILoadOptionsFunctions;
	}

	private answer({ method, url, qs, body }: IHttpRequestOptions): { statusCode: number; body: unknown } {
		const path = url.replace('https://n8n.example.com/api/v1/data-tables', '');
		const sent = (body ?? {}) as IDataObject;
		const ok = (answer: unknown) => ({ statusCode: 200, body: answer });
		if (path === '' && method === 'GET') return ok(this.page(this.tables, qs!));
		if (path === '') {
			const name = String(sent['name']);
			if (this.tables.some((table) => table.name === name)) return { statusCode: 409, body: { message: 'taken' } };
			const table = { id: `T${this.tables.length + 1}`, name, rows: [] };
			this.tables.push(table);
			return { statusCode: 201, body: { id: table.id, name } };
		}
		const [, id, ...operation] = path.split('/');
		const table = this.tables.find((each) => each.id === id);
		if (table === undefined) return { statusCode: 404, body: { message: 'not found' } };
		switch (`${method} ${operation.join('/')}`) {
			case 'GET rows':
				return ok(this.page(table.rows.filter(matches(qs!['filter'])), qs!));
			case 'POST rows': {
				const inserted = (sent['data'] as IDataObject[]).map((row) => ({ id: ++this.lastRow, ...row }));
				table.rows.push(...inserted);
				return ok(inserted);
			}
			case 'PATCH rows/update': {
				const updated = table.rows.filter(matches(JSON.stringify(sent['filter'])));
				for (const row of updated) Object.assign(row, sent['data']);
				return ok(updated.map((row) => ({ ...row })));
			}
			case 'DELETE rows/delete': {
				const removed = matches(qs!['filter']);
				table.rows = table.rows.filter((row) => !removed(row));
				return ok(true);
			}
			default:
				throw new Error(`the API has no ${method} ${path}`);
		}
	}

	private page(entries: readonly object[], qs: IDataObject) {
		const first = Number(qs['cursor'] ?? 0);
		const end = first + Math.min(Number(qs['limit']), this.mostRows);
		return { data: entries.slice(first, end), nextCursor: end < entries.length ? String(end) : null };
	}
}

function matches(filter: unknown): (row: IDataObject) => boolean {
	if (filter === undefined) return () => true;
	const { type, filters } = JSON.parse(String(filter)) as { type: string; filters: Condition[] };
	const holds =
		(row: IDataObject) =>
		({ columnName, condition, value }: Condition) =>
			condition === 'eq' ? row[columnName] === value : holdsPart(row[columnName], String(value));
	return (row) => (type === 'or' ? filters.some(holds(row)) : filters.every(holds(row)));
}

/** Whether a cell holds what stands between the two signs of a pattern, whatever its capitals; an empty one holds nothing. */
const holdsPart = (cell: unknown, pattern: string): boolean =>
	typeof cell === 'string' && cell.toLowerCase().includes(pattern.slice(1, -1).toLowerCase());
