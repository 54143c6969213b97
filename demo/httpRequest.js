// n8n's HTTP Request node, as far as the example workflows use it. It really sends, through the request functions of n8n's own engine, and
// answers as the node does in n8n 2.41: which output and which fields a 200, a 503, a page without JSON and a timeout come with.

const PARAMETERS = [
	'method',
	'url',
	'sendQuery',
	'queryParameters',
	'specifyQuery',
	'jsonQuery',
	'sendHeaders',
	'headerParameters',
	'specifyHeaders',
	'jsonHeaders',
	'sendBody',
	'specifyBody',
	'jsonBody',
	'contentType',
	'rawContentType',
	'body',
	'options',
];

/** Parameters that are given as name and value, or as JSON. */
function pairs(node, item, { send, list, specify, json }) {
	if (node.getNodeParameter(send, item, false) !== true) return {};
	if (node.getNodeParameter(specify, item, 'keypair') === 'json') return parsed(node.getNodeParameter(json, item));
	const { parameters = [] } = node.getNodeParameter(list, item, {});
	return Object.fromEntries(parameters.map(({ name, value }) => [name, value]));
}

const parsed = (value) => (typeof value === 'string' ? JSON.parse(value) : value);

function bodyOf(node, item) {
	if (node.getNodeParameter('sendBody', item, false) !== true) return {};
	if (node.getNodeParameter('contentType', item, 'json') === 'raw') {
		return { body: node.getNodeParameter('body', item), contentType: node.getNodeParameter('rawContentType', item) };
	}
	return { body: JSON.stringify(parsed(node.getNodeParameter('jsonBody', item))), contentType: 'application/json' };
}

function requestOf(node, item) {
	const { timeout = 300_000, response } = node.getNodeParameter('options', item, {});
	const headers = pairs(node, item, {
		send: 'sendHeaders',
		list: 'headerParameters',
		specify: 'specifyHeaders',
		json: 'jsonHeaders',
	});
	const { body, contentType } = bodyOf(node, item);
	const lowercase = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
	return {
		method: node.getNodeParameter('method', item, 'GET'),
		uri: node.getNodeParameter('url', item),
		qs: pairs(node, item, { send: 'sendQuery', list: 'queryParameters', specify: 'specifyQuery', json: 'jsonQuery' }),
		headers: { ...(contentType !== undefined && { 'content-type': contentType }), ...lowercase },
		...(body !== undefined && { body }),
		timeout,
		simple: response?.response?.neverError !== true,
		resolveWithFullResponse: true,
	};
}

/** What n8n's engine needs to read all pages. Expressions stay expressions: they see each answer. */
function pagesOf(pagination) {
	const { paginationMode, nextURL, parameters, completeExpression, limitPagesFetched, maxRequests } = pagination;
	const request = { url: paginationMode === 'responseContainsNextURL' ? nextURL : undefined };
	for (const { type, name, value } of parameters?.parameters ?? []) request[type] = { ...request[type], [name]: value };
	const isComplete = completeExpression.replace(/^=\{\{|\}\}$/g, '');
	return {
		continue: `={{ !(${isComplete}) || $response.statusCode < 200 || $response.statusCode >= 300 }}`,
		request: JSON.parse(JSON.stringify(request)),
		...(limitPagesFetched === true && { maxRequests }),
	};
}

/** A page as an item: with all of the answer if the node is set so, else its body. */
function itemsOf({ body, headers, statusCode, statusMessage }, fullResponse) {
	const isJson = String(headers['content-type'] ?? '').includes('json');
	const content = isJson && typeof body === 'string' && body !== '' ? JSON.parse(body) : body;
	const named = content === undefined || content === '' ? {} : isJson ? { body: content } : { data: content };
	if (fullResponse) return [{ ...named, headers, statusCode, statusMessage }];
	if (!isJson) return [{ data: content }];
	return Array.isArray(content) ? content : [content];
}

async function send(node, item, pagination) {
	const request = requestOf(node, item);
	if (pagination === null) return [await node.helpers.request(request)];
	const first = { ...request, json: true, ...(request.body !== undefined && { body: JSON.parse(request.body) }) };
	return await node.helpers.requestWithAuthenticationPaginated.call(node, first, item, pagesOf(pagination));
}

/** One output, or two with the setting "Continue (using error output)". */
async function httpRequest() {
	const pagination = this.getNodeParameter('options.pagination.pagination', 0, null, { rawExpressions: true });
	const items = [];
	for (const [item] of this.getInputData().entries()) {
		try {
			const { response } = this.getNodeParameter('options', item, {});
			const pages = await send(this, item, pagination);
			const json = pages.flatMap((page) => itemsOf(page, response?.response?.fullResponse === true));
			items.push(...json.map((one) => ({ json: one, pairedItem: { item } })));
		} catch (error) {
			if (!this.continueOnFail()) throw error;
			const { message, name, stack, code } = error;
			items.push({ json: { error: { message, name, stack, code } }, pairedItem: { item } });
		}
	}
	return [items];
}

module.exports = { httpRequest, PARAMETERS };
