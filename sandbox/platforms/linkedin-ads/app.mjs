// LinkedIn Marketing API on the account of the sandbox: campaigns of an ad account, and their analytics by the day.
// Source: https://learn.microsoft.com/en-us/linkedin/marketing/versioning (headers); those of details are in the files beside this one.
// A partial update is a POST with X-RestLi-Method: PARTIAL_UPDATE, and succeeds with 204 and no body.
import { Hono } from 'hono';

import { jsonOf, mediaTypeOf, refusalOf } from '../strictBody.mjs';
import { elementsOf, isOwn, Query } from './analytics.mjs';
import { notFound, shown, updateCampaign, updateRefusal } from './campaigns.mjs';
import { error, faultAnswer, inputError, parameterError } from './errors.mjs';
import { isActive } from './versions.mjs';

const CAMPAIGNS = '/rest/adAccounts/:account/adCampaigns';

/**
 * LinkedIn's routes at their real paths.
 *
 * @param account of the sandbox
 * @param faults  of the sandbox
 */
export function createApp(account, faults) {
	const app = new Hono();

	/** A call: its fault, its headers, its account, then its answer. */
	const call = (method, path, answer) =>
		app.on(method, path, async ({ req }) => {
			const fault = faults.beforeRequest({ method, path: req.path, isMutation: method === 'POST' });
			const refused = fault === null ? headerError(req) : faultAnswer(fault);
			if (refused !== null) return refused;
			const named = req.param('account') ?? account.id;
			if (named !== account.id) return noPermission(named);
			return answer(req);
		});

	const campaignOf = (id) => account.campaigns.find((campaign) => campaign.id === id && campaign.status !== 'removed');

	call('POST', `${CAMPAIGNS}/:id`, async (req) => {
		if (req.header('x-restli-method') !== 'PARTIAL_UPDATE') {
			return error(400, 'ILLEGAL_ARGUMENT', 'No root resource method matches the request: X-RestLi-Method is missing');
		}
		const body = await jsonOf(req);
		if (mediaTypeOf(req) !== 'application/json') return error(415, 'UNSUPPORTED_MEDIA_TYPE', 'Unsupported Media Type');
		if (body === undefined) return error(400, 'ILLEGAL_ARGUMENT', 'Cannot parse request entity');
		const campaign = campaignOf(req.param('id'));
		if (campaign === undefined) return notFound();
		const refused = updateRefusal(body);
		if (refused !== null) return refused;
		if (faults.refusedOperation({ object: `campaign/${campaign.id}` }) !== null) {
			return error(500, 'INTERNAL_ERROR', 'Internal Error');
		}
		const failed = updateCampaign(account, campaign, body.patch.$set);
		if (failed !== null) return failed;
		return faults.afterMutation() === 'timeout' ? faults.noAnswer() : new Response(null, { status: 204 });
	});

	call('GET', `${CAMPAIGNS}/:id`, (req) => {
		const campaign = campaignOf(req.param('id'));
		return campaign === undefined ? notFound() : Response.json(shown(account, campaign));
	});

	call('GET', CAMPAIGNS, (req) => {
		const { ids, q } = req.query();
		if (ids === undefined) {
			if (q !== 'search') return parameterError({ kind: q === undefined ? 'missing' : 'invalid', field: 'q' });
			const elements = account.campaigns.filter(({ id }) => campaignOf(id)).map((campaign) => shown(account, campaign));
			return Response.json({ elements, metadata: {} });
		}
		const [, list] = /^List\((\d+(?:,\d+)*)\)$/.exec(ids) ?? [];
		if (list === undefined) return parameterError({ kind: 'invalid', field: 'ids' });
		return Response.json(batchOf(list.split(',')));
	});

	/** Campaigns by their IDs; those that do not exist are errors beside them. */
	const batchOf = (ids) => {
		const [results, statuses, errors] = [{}, {}, {}];
		for (const id of ids) {
			const campaign = campaignOf(id);
			statuses[id] = campaign === undefined ? 404 : 200;
			if (campaign === undefined) errors[id] = { status: 404, message: 'Not Found' };
			else results[id] = shown(account, campaign);
		}
		return { results, statuses, errors };
	};

	call('GET', '/rest/adAnalytics', (req) => {
		const query = req.query();
		const refusal = refusalOf(Query, query);
		if (refusal !== null) return parameterError(refusal);
		const read = Query.parse(query);
		if (!isOwn(read, account)) return noPermission('of the query');
		const elements = elementsOf(read, account, (rows) => faults.onReport(rows));
		return Response.json({ elements, paging: { start: 0, count: 10, links: [] } });
	});

	app.notFound(() => error(404, 'RESOURCE_NOT_FOUND', 'No virtual resource found', 0));
	return app;
}

const noPermission = (id) =>
	error(403, 'NO_PERMISSION_ON_ENTITY', `Viewer may not have permission READ on entity urn:li:sponsoredAccount:${id}`);

/** The answer to a request whose headers do not say who asks, and in which versions; null if they do. */
function headerError(req) {
	if (!/^Bearer \S+$/.test(req.header('authorization') ?? '')) {
		return error(401, 'UNAUTHORIZED', 'Empty oauth2_access_token', 401);
	}
	const version = req.header('linkedin-version') ?? '';
	if (version === '') {
		const message = 'A version must be present. Please specify a version by adding the LinkedIn-Version header.';
		return error(400, 'VERSION_MISSING', message);
	}
	if (!isActive(version)) return error(426, 'NONEXISTENT_VERSION', `Requested version ${version} is not active`);
	if (req.header('x-restli-protocol-version') === '2.0.0') return null;
	return inputError(
		'INVALID_VALUE_FOR_FIELD',
		'X-RestLi-Protocol-Version',
		'Rest.li protocol version 2.0.0 is required',
	);
}
