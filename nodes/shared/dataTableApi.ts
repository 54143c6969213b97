import {
	type IDataObject,
	type IExecuteFunctions,
	type IHttpRequestOptions,
	type ILoadOptionsFunctions,
	NodeOperationError,
} from 'n8n-workflow';

const CREDENTIAL = 'budgetPacingDataTableApi';

const ANSWER_WITHIN_MS = 30_000;

/** A node that runs, or whose field is filled in on the screen. */
export type ApiContext = IExecuteFunctions | ILoadOptionsFunctions;

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
	readonly headers?: Readonly<Record<string, unknown>>;
}

/**
 * Asks the public API of the n8n that the credential names; paths begin below /api/v1/data-tables.
 *
 * A redirect is not followed: the key would go along, to whatever host it names.
 */
export async function askDataTableApi(context: ApiContext, request: Request): Promise<ApiAnswer> {
	const { baseUrl } = await context.getCredentials<{ baseUrl: string }>(CREDENTIAL);
	const base = baseOf(baseUrl);
	if (base === null) {
		throw new NodeOperationError(context.getNode(), "'Base URL' of the credential is not the address of a server", {
			description: 'Write it with https:// and without /api/v1, such as https://n8n.example.com.',
		});
	}
	const { path, ...rest } = request;
	const options: IHttpRequestOptions = {
		...rest,
		url: `${base.url}/api/v1/data-tables${path}`,
		json: true,
		timeout: ANSWER_WITHIN_MS,
		returnFullResponse: true,
		ignoreHttpStatusErrors: true,
		disableFollowRedirect: true,
	};
	try {
		return (await context.helpers.httpRequestWithAuthentication.call(context, CREDENTIAL, options)) as ApiAnswer;
	} catch (error) {
		throw new NodeOperationError(
			context.getNode(),
			`No answer from n8n at ${base.shown}: ${causeOf(error as Failure)}`,
			{
				description: "Check 'Base URL' of the credential, and whether this n8n instance can reach it.",
			},
		);
	}
}

/** Longer than the address of any server. */
const LONGEST_URL = 2_000;

/** The address that paths are added to, and the same without a user and password, for people; null if it is none. */
function baseOf(baseUrl: string): { url: string; shown: string } | null {
	const given = baseUrl.trim();
	if (given.length > LONGEST_URL || !URL.canParse(given)) return null;
	const { protocol, username, password, host, pathname } = new URL(given);
	if (protocol !== 'https:' && protocol !== 'http:') return null;
	const path = pathname.replace(/\/+$/, '');
	const user = username === '' ? '' : `${username}${password === '' ? '' : `:${password}`}@`;
	return { url: `${protocol}//${user}${host}${path}`, shown: `${protocol}//${host}${path}` };
}

/** The body of a successful answer. */
export async function bodyOf(context: ApiContext, request: Request): Promise<unknown> {
	const answer = await askDataTableApi(context, request);
	if (answer.statusCode >= 300 || typeof answer.body === 'string') throw answerError(context, answer);
	return answer.body;
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
export function answerError(context: ApiContext, answer: ApiAnswer): NodeOperationError {
	const { statusCode, body, headers } = answer;
	const said = typeof body === 'object' && body !== null && 'message' in body ? String(body.message) : '';
	const [message, description] =
		statusCode >= 300 && statusCode < 400
			? redirected(headers?.['location'])
			: explained(statusCode, said.slice(0, LONGEST_MESSAGE));
	return new NodeOperationError(context.getNode(), message, { description });
}

/** Longer than what n8n says of an error. */
const LONGEST_MESSAGE = 300;

/** Only the host is shown: an address may hold a password or a token. */
function redirected(location: unknown): [message: string, description: string] {
	const target = typeof location === 'string' && URL.canParse(location) ? ` to ${new URL(location).origin}` : '';
	return [
		`The server redirects${target}, which the API key does not follow`,
		"Set 'Base URL' of the credential to the address at which n8n itself answers, with https:// if it has that.",
	];
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
		"If the table belongs to something else, choose another name in the option 'Table Name'.",
	];
}
