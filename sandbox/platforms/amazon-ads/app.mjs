// Amazon Ads, Sponsored Products v3, on the account of the sandbox: campaigns, and traffic by the hour at an address of the sandbox's own.
// Source: https://github.com/amzn/ads-advanced-tools-docs; sources and assumptions of details are in the files beside this one.
// The sandbox is every region at once: which host a profile belongs to is not checked.
import { Hono } from 'hono';

import { jsonOf, mediaTypeOf, refusalOf } from '../strictBody.mjs';
import { listError, Listing, listOf, shown, updateCampaign, Updates } from './campaigns.mjs';
import { badRequest, campaignError, faultAnswer, requestError, unauthorized } from './errors.mjs';
import { createStream } from './stream.mjs';

const MEDIA_TYPE = 'application/vnd.spcampaign.v3+json';
const STREAM = '/sandbox/amazon-ads/sp-traffic';

/**
 * Amazon's routes at their real paths.
 *
 * @param account of the sandbox
 * @param faults  of the sandbox
 */
export function createApp(account, faults) {
	const app = new Hono();
	const stream = createStream(account);

	/** A call: its fault, its headers, its body, then its answer. */
	const call = (method, path, schema, answer) =>
		app.on(method, path, async ({ req }) => {
			const fault = faults.beforeRequest({ method, path, isMutation: method === 'PUT' });
			const refused = fault === null ? headerError(req, account) : faultAnswer(fault);
			if (refused !== null) return refused;
			const body = await jsonOf(req);
			if (body === undefined) return badRequest('Could not parse the request body');
			const refusal = refusalOf(schema, body);
			if (refusal !== null) return badRequest(`$.${refusal.path}: ${refusal.message}`);
			return answer(body, req);
		});

	call('POST', '/sp/campaigns/list', Listing, (body) => {
		const list = listOf(account, body, faults.pageSize());
		return list === null ? badRequest('The token is not valid') : Response.json(list, { headers: VERSIONED });
	});

	call('PUT', '/sp/campaigns', Updates, ({ campaigns }, req) => {
		const wrong = listError(campaigns);
		if (wrong !== null) return badRequest(wrong);
		const whole = (req.header('prefer') ?? '').includes('return=representation');
		const [error, success] = [[], []];
		for (const [index, update] of campaigns.entries()) {
			const failed =
				faults.refusedOperation({ object: `campaign/${update.campaignId}` }) === null
					? updateCampaign(account, update, index)
					: campaignError('internalServerError', 'INTERNAL_ERROR', `$.campaigns[${index}]`, 'Internal error');
			if (failed !== null) error.push({ errors: [failed], index });
			else success.push({ campaignId: update.campaignId, index, ...(whole && represented(update)) });
		}
		if (success.length > 0 && faults.afterMutation() === 'timeout') return faults.noAnswer();
		return Response.json({ campaigns: { error, success } }, { status: 207, headers: VERSIONED });
	});

	const represented = ({ campaignId }) => ({
		campaign: shown(
			account,
			account.campaigns.find(({ id }) => id === campaignId),
		),
	});

	app.get(STREAM, ({ req }) => {
		const from = req.query('from');
		const fromMs = from === undefined ? stream.defaultFromMs : Date.parse(from);
		if (!Number.isFinite(fromMs)) return badRequest("'from' must be an instant such as 2026-11-27T00:00:00Z");
		return Response.json(stream.since(fromMs, (rows) => faults.onReport(rows)));
	});
	return app;
}

const VERSIONED = { 'Content-Type': 'application/vnd.spCampaign.v3+json' };

/** The answer to a request whose headers do not say who asks, for which profile and in which version; null if they do. */
function headerError(req, account) {
	if (!/^Bearer \S+$/.test(req.header('authorization') ?? '')) return unauthorized('The access token is missing');
	if ((req.header('amazon-advertising-api-clientid') ?? '') === '') return unauthorized('The client ID is missing');
	const scope = req.header('amazon-advertising-api-scope') ?? '';
	if (scope !== account.id) return unauthorized(`Not authorized to access scope ${scope}`);
	const accepts = (req.header('accept') ?? '*/*')
		.toLowerCase()
		.split(',')
		.map((type) => type.split(';')[0].trim());
	if (mediaTypeOf(req) !== MEDIA_TYPE || !accepts.some((type) => ACCEPTED.has(type))) {
		return requestError(415, 'UNSUPPORTED_MEDIA_TYPE', 'Cannot consume content type');
	}
	return null;
}

const ACCEPTED = new Set(['*/*', 'application/*', 'application/json', MEDIA_TYPE]);
