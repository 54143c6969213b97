import { type IDataObject, type IExecuteFunctions, type IHttpRequestOptions, NodeOperationError } from 'n8n-workflow';

const CREDENTIAL = 'budgetPacingDataTableApi';

const ANSWER_WITHIN_MS = 30_000;

/** As many as n8n gives at once. */
const ROWS_OF_PAGE = 250;

interface Request {
	readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
	readonly path: string;
	readonly qs?: IDataObject;
	readonly body?: IDataObject;
}

/** What n8n answered, with a status of success or not. */
export interface ApiAnswer {
	readonly statusCode: number;
	readonly body: unknown;
}

/** Asks the public API of the n8n that the credential names; paths begin below /api/v1/data-tables. */
export async function askDataTableApi(context: IExecuteFunctions, request: Request): Promise<ApiAnswer> {
	const { baseUrl } = await context.getCredentials<{ baseUrl: string }>(CREDENTIAL);
	const base = baseUrl.trim().replace(/\/+$/, '');
	const { path, ...rest } = request;
	const options: IHttpRequestOptions = {
		...rest,
		url: `${base}/api/v1/data-tables${path}`,
		json: true,
		timeout: ANSWER_WITHIN_MS,
		returnFullResponse: true,
		ignoreHttpStatusErrors: true,
	};
	try {
		return (await context.helpers.httpRequestWithAuthentication.call(context, CREDENTIAL, options)) as ApiAnswer;
	} catch (error) {
		throw new NodeOperationError(context.getNode(), `No answer from n8n at ${base}: ${causeOf(error as Failure)}`, {
			description: "Check 'Base URL' of the credential, and whether this n8n instance can reach it.",
		});
	}
}

/** The body of a successful answer. */
export async function bodyOf(context: IExecuteFunctions, request: Request): Promise<unknown> {
	const answer = await askDataTableApi(context, request);
	if (answer.statusCode >= 300 || typeof answer.body === 'string') throw answerError(context, answer);
	return answer.body;
}

/** All entries of a list, page by page. */
export async function entriesOf(context: IExecuteFunctions, path: string, qs: IDataObject): Promise<IDataObject[]> {
	const entries: IDataObject[] = [];
	let cursor: string | null = null;
	do {
		const page = { ...qs, limit: ROWS_OF_PAGE, ...(cursor !== null && { cursor }) };
		const body = (await bodyOf(context, { method: 'GET', path, qs: page })) as Page;
		entries.push(...body.data);
		cursor = body.nextCursor;
	} while (cursor !== null);
	return entries;
}

interface Page {
	readonly data: IDataObject[];
	readonly nextCursor: string | null;
}

interface Failure extends Error {
	readonly code?: string;
	readonly httpCode?: string | null;
}

/** In words, because n8n replaces messages that contain one of these codes. */
const CAUSES: Readonly<Record<string, string>> = {
	ECONNREFUSED: 'it refused the connection',
	ENOTFOUND: 'the host name is unknown',
	ECONNABORTED: 'it took too long',
	ETIMEDOUT: 'it took too long',
};

/** Why there was no answer. Only what cannot contain a secret is shown: the failure of a request carries its headers. */
const causeOf = ({ code, httpCode }: Failure): string => CAUSES[httpCode ?? code ?? ''] ?? 'the request failed';

/** An answer that is not a success, in words that say what to do. */
export function answerError(context: IExecuteFunctions, { statusCode, body }: ApiAnswer): NodeOperationError {
	const said = typeof body === 'object' && body !== null && 'message' in body ? String(body.message) : '';
	const [message, description] = explained(statusCode, said);
	return new NodeOperationError(context.getNode(), message, { description });
}

function explained(statusCode: number, said: string): [message: string, description: string] {
	if (statusCode === 401) {
		return [
			'n8n refused the API key',
			"Create a new key in that n8n instance under Settings > n8n API, and save it in 'API Key'.",
		];
	}
	if (statusCode === 403) {
		return [
			'The API key lacks a scope for data tables',
			'Give it the scopes dataTable:list, dataTable:create, dataTableRow:read, dataTableRow:create, dataTableRow:update and dataTableRow:delete.',
		];
	}
	if (statusCode === 404 || said === '') {
		return [
			`There are no data tables at this URL (status ${statusCode})`,
			"Check 'Base URL' of the credential (without /api/v1), and that its n8n instance has the public API and data tables and is not older than this one.",
		];
	}
	if (/size limit/i.test(said)) {
		return [
			`The data tables of that n8n instance are full: ${said}`,
			'Delete rows or tables, or raise its size limit.',
		];
	}
	return [
		`n8n refused the request to its data table: ${said}`,
		"If the table belongs to something else, choose another name in the option 'Data Table Name'.",
	];
}
