/** A request for n8n's HTTP Request node. It contains no secrets; the node's credential adds them. */
export interface PushRequest {
	readonly method: 'PATCH' | 'POST' | 'PUT';
	readonly url: string;
	readonly headers: Readonly<Record<string, string>>;
	readonly query: Readonly<Record<string, string>>;
	/** null if all parameters are in the query. */
	readonly body: object | null;
	readonly contentType: string;
}

const JSON_TYPE = 'application/json';

/** A request with a JSON body. */
export const jsonRequest = (
	method: PushRequest['method'],
	url: string,
	body: object,
	headers: PushRequest['headers'] = {},
): PushRequest => ({ method, url, headers, query: {}, body, contentType: headers['Content-Type'] ?? JSON_TYPE });

/** A request with all parameters in its query. */
export const queryRequest = (url: string, query: PushRequest['query']): PushRequest => ({
	method: 'POST',
	url,
	headers: {},
	query,
	body: null,
	contentType: JSON_TYPE,
});

/** A request to the target's own base URL, such as that of a proxy or a sandbox, if it has one. */
export const atBaseUrl = <Request extends PushRequest>(
	request: Request,
	{ baseUrl }: { readonly baseUrl?: string | undefined },
): Request => (baseUrl === undefined ? request : { ...request, url: request.url.replace(ORIGIN, baseUrl) });

const ORIGIN = /^https?:\/\/[^/?#]+/;
