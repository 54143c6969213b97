// Meta's Graph API on the account of the sandbox: insights, nodes, updates of budget, status and caps, and budget schedules.
import { Hono } from 'hono';
import * as z from 'zod/v4';

import { createBudgetSchedules } from './budgetSchedules.mjs';
import { GraphError, invalidParameter, unsupported } from './errors.mjs';
import { NODE_FIELDS } from './fields.mjs';
import { readInsights } from './insights.mjs';
import { adSetNode, campaignNode, fieldsOf, nodeOf } from './nodes.mjs';
import { page } from './paging.mjs';
import { integer, names, readBy, readParameters } from './params.mjs';
import { readUpdate } from './updates.mjs';

/** The newest version. Source: https://developers.facebook.com/docs/graph-api/changelog */
const VERSION = 26;

const ROUTE = /^\/v(\d+)\.(\d+)\/([\w-]+)(?:\/(\w+))?\/?$/;

const LIST = {
	fields: names.optional(),
	limit: integer().optional(),
	after: z.string().optional(),
	before: z.string().optional(),
};

/**
 * Graph's routes at their real paths.
 *
 * @param account of the sandbox
 * @param faults  of the sandbox
 */
export function createApp(account, faults) {
	const app = new Hono();
	const schedules = createBudgetSchedules(account);
	app.all('*', async (context) => {
		try {
			return await answer(context.req.raw, { account, faults, schedules });
		} catch (error) {
			if (error instanceof GraphError) return error.response();
			throw error;
		}
	});
	return app;
}

async function answer(request, { account, faults, schedules }) {
	const { pathname } = new URL(request.url);
	const [, version, minor, id, edge] = ROUTE.exec(pathname) ?? [];
	if (id === undefined || Number(version) > VERSION || minor !== '0') {
		throw new GraphError(2500, `Unknown path components: ${pathname}`);
	}
	const isMutation = request.method === 'POST';
	const fault = faults.beforeRequest({ method: request.method, path: pathname, isMutation });
	if (fault !== null) throw faultError(fault);
	// Older versions still answer at Meta until their end; the sandbox has the newest alone.
	if (Number(version) < VERSION) {
		throw new GraphError(
			2635,
			`(#2635) You are calling a deprecated version of the Ads API. Please update to the latest version: v${VERSION}.0.`,
		);
	}
	const parameters = await readParameters(request);
	assertToken(request, parameters);
	const node = nodeOf(account, id);
	if (node === undefined || (request.method !== 'GET' && !isMutation)) throw unsupported(request.method, id);
	if (!isMutation) return Response.json(read(request.url, node, edge, parameters, { account, faults, schedules }));
	const { object, apply, result, validateOnly } = change(node, edge, parameters, { account, schedules });
	if (faults.refusedOperation({ object }) !== null) {
		throw new GraphError(1, 'An unknown error occurred', { status: 500 });
	}
	if (validateOnly) return Response.json({ success: true });
	const body = apply() ?? result;
	return faults.afterMutation() === 'timeout' ? faults.noAnswer() : Response.json(body);
}

/** Source: https://developers.facebook.com/documentation/ads-commerce/marketing-api/error-reference for 190; 104 is what Graph answers without a token. */
function assertToken(request, { access_token: token }) {
	if (typeof token === 'string' && token !== '') return;
	if (/^(Bearer|OAuth) \S+$/.test(request.headers.get('authorization') ?? '')) return;
	throw new GraphError(104, 'An access token is required to request this resource.');
}

function read(url, node, edge, parameters, { account, faults, schedules }) {
	const list = (rows) => page(rows, url, parameters, faults.pageSize());
	const nodes = (children) => {
		const { fields } = readBy(LIST, parameters);
		return list(children.map((child) => chosenFields(account, child, fields)));
	};
	switch (edge) {
		case undefined:
			return chosenFields(account, node, readBy({ fields: names.optional() }, parameters).fields);
		case 'insights':
			return list(readInsights(account, node, parameters, (rows) => faults.onReport(rows)));
		case 'campaigns':
			if (node.type === 'AdAccount') return nodes(account.campaigns.map((campaign) => campaignNode(account, campaign)));
			break;
		case 'adsets':
			if (node.type === 'AdAccount') return nodes(account.campaigns.map((campaign) => adSetNode(account, campaign)));
			if (node.type === 'Campaign') return nodes([adSetNode(account, node.campaign)]);
			break;
		case 'budget_schedules':
			if (node.type === 'AdAccount') break;
			readBy({ ...LIST, time_start: integer().optional(), time_stop: integer().optional() }, parameters);
			return list(schedules.of(node));
	}
	throw new GraphError(100, `(#100) Tried accessing nonexisting field (${edge}) on node type (${node.type})`);
}

/** The chosen fields of a node and its ID; the ID alone by default. */
function chosenFields(account, node, fields = []) {
	const unknown = fields.find((field) => !NODE_FIELDS[node.type].has(field));
	if (unknown !== undefined)
		throw invalidParameter(`Tried accessing nonexisting field (${unknown}) on node type (${node.type})`);
	const all = fieldsOf(account, node);
	const chosen = fields.filter((field) => all[field] !== undefined).map((field) => [field, all[field]]);
	return { ...Object.fromEntries(chosen), id: node.id };
}

/** A change that was checked; it is carried out by `apply`. */
function change(node, edge, parameters, { account, schedules }) {
	if (node.type !== 'AdAccount' && edge === undefined)
		return { ...readUpdate(account, node, parameters), result: { success: true } };
	if (node.type !== 'AdAccount' && edge === 'budget_schedules') {
		const apply = schedules.checked(node, parameters);
		return { object: `budget/${node.budget.id}`, apply, validateOnly: false };
	}
	throw unsupported('POST', edge === undefined ? node.id : `${node.id}/${edge}`);
}

/** A fault that was asked for, in Meta's words. Source: https://developers.facebook.com/docs/marketing-api/overview/rate-limiting */
function faultError(fault) {
	switch (fault) {
		case 'rate-limited':
			return new GraphError(17, 'User request limit reached', { subcode: 2446079, isTransient: true });
		case 'unauthorized':
			return new GraphError(190, 'Error validating access token: Session has expired.', { subcode: 463, status: 401 });
		default:
			return new GraphError(2, 'Service temporarily unavailable', { status: 503, isTransient: true });
	}
}
