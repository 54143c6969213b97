// Google Ads REST on the account of the sandbox: search, searchStream, and mutate of campaign budgets, campaigns and ad schedules.
// Definitions: google-ads-node 25.1.0 (v25). Assumed: v26, the newest version, has the same messages where this package uses them.
import { Hono } from 'hono';

import { budgetOperation } from './campaignBudgets.mjs';
import { criterionOperations } from './campaignCriteria.mjs';
import { campaignOperation } from './campaigns.mjs';
import { AdsError, AdsFailure, badRequest, failureResponse, notFoundPage, statusResponse } from './errors.mjs';
import { JsonFault, messageType, readMessage } from './messages.mjs';
import { mutate } from './mutate.mjs';
import { search } from './searchPages.mjs';

/** The newest version. Source: https://developers.google.com/ads/blog/posts/2026/10/announcing-v26-of-google-ads-api */
const VERSION = 26;

const READERS = {
	'campaignBudgets:mutate': [
		'services.MutateCampaignBudgetsRequest',
		(account) => (operation) => budgetOperation(account, operation),
	],
	'campaigns:mutate': [
		'services.MutateCampaignsRequest',
		(account) => (operation) => campaignOperation(account, operation),
	],
	'campaignCriteria:mutate': ['services.MutateCampaignCriteriaRequest', criterionOperations],
};

const SEARCHES = {
	'googleAds:search': 'services.SearchGoogleAdsRequest',
	'googleAds:searchStream': 'services.SearchGoogleAdsStreamRequest',
};

const ROUTE = /^\/v(\d+)\/customers\/([^/]+)\/([A-Za-z]+:[A-Za-z]+)$/;

/** Query parameters of all Google APIs. */
const SYSTEM_PARAMETERS = new Set([
	'alt',
	'key',
	'fields',
	'prettyPrint',
	'quotaUser',
	'$alt',
	'$fields',
	'$prettyPrint',
	'$.xgafv',
]);

/**
 * Google's routes at their real paths.
 *
 * @param account of the sandbox
 * @param faults  of the sandbox
 */
export function createApp(account, faults) {
	const app = new Hono();
	let requests = 0;
	app.all('*', async (context) => {
		const requestId = `sandbox${String(++requests).padStart(6, '0')}`;
		try {
			return await answer(context.req, account, faults, requestId);
		} catch (error) {
			if (error instanceof JsonFault) return badRequest(error);
			if (error instanceof AdsError) return failureResponse([error], requestId);
			if (error instanceof AdsFailure) return failureResponse(error.errors, requestId);
			throw error;
		}
	});
	return app;
}

async function answer(request, account, faults, requestId) {
	const { pathname, searchParams } = new URL(request.url);
	const [, version, customerId, method] = ROUTE.exec(pathname.replaceAll('%3A', ':')) ?? [];
	const isMutation = Object.hasOwn(READERS, method ?? '');
	if (
		method === undefined ||
		Number(version) > VERSION ||
		request.method !== 'POST' ||
		!(isMutation || Object.hasOwn(SEARCHES, method))
	) {
		return notFoundPage(pathname);
	}
	const fault = faults.beforeRequest({ method: request.method, path: pathname, isMutation });
	if (fault !== null) return faultAnswer(fault, requestId);
	const unauthenticated = assertHeaders(request, customerId, account);
	if (unauthenticated !== null) return unauthenticated;
	// Older versions still answer at Google until their sunset; the sandbox has the newest alone.
	if (Number(version) < VERSION) {
		throw new AdsError(
			'request_error',
			'UNSUPPORTED_VERSION',
			`Version v${version} is deprecated. Requests to this version will be blocked.`,
		);
	}
	for (const name of searchParams.keys()) {
		if (SYSTEM_PARAMETERS.has(name)) continue;
		throw new JsonFault(
			'',
			`Invalid JSON payload received. Unknown name "${name}": Cannot bind query parameter. Field '${name}' could not be found in request message.`,
		);
	}
	const json = await readJson(request);
	if (!isMutation) return search(method, readMessage(messageType(SEARCHES[method]), json), account, faults, requestId);
	const [type, readerOf] = READERS[method];
	const message = readMessage(messageType(type), json);
	const { answer: body, changed } = mutate(message, readerOf(account), faults, requestId);
	return changed && faults.afterMutation() === 'timeout' ? faults.noAnswer() : Response.json(body);
}

/** Checks the headers. @returns the answer to a request without a token, null if there is one @throws AdsError */
function assertHeaders(request, customerId, account) {
	const token = /^Bearer \S+$/.test(request.header('authorization') ?? '');
	if (!token) {
		return statusResponse(
			401,
			'UNAUTHENTICATED',
			'Request is missing required authentication credential. Expected OAuth 2 access token, login cookie or other valid authentication credential. See https://developers.google.com/identity/sign-in/web/devconsole-project.',
			[
				{
					'@type': 'type.googleapis.com/google.rpc.ErrorInfo',
					reason: 'CREDENTIALS_MISSING',
					domain: 'googleapis.com',
				},
			],
		);
	}
	if ((request.header('developer-token') ?? '') === '') {
		throw new AdsError('request_error', 'DEVELOPER_TOKEN_PARAMETER_MISSING', 'The developer token was missing.');
	}
	const login = request.header('login-customer-id');
	if (login !== undefined && !/^\d{10}$/.test(login)) {
		throw new AdsError('header_error', 'INVALID_LOGIN_CUSTOMER_ID', 'The login customer ID could not be validated.');
	}
	if (!/^\d{1,20}$/.test(customerId))
		throw new AdsError('request_error', 'INVALID_CUSTOMER_ID', `Invalid customer ID '${customerId}'.`);
	if (customerId !== account.id) {
		throw new AdsError(
			'authorization_error',
			'USER_PERMISSION_DENIED',
			"User doesn't have permission to access customer.",
		);
	}
	return null;
}

/** The JSON of a body. Assumed: what Google answers to another media type. */
async function readJson(request) {
	const type = (request.header('content-type') ?? '').split(';')[0].trim().toLowerCase();
	if (type !== 'application/json')
		throw new JsonFault('', `Invalid JSON payload received. Content-Type '${type}' is not application/json.`);
	const text = await request.text();
	if (text.trim() === '') return {};
	try {
		return JSON.parse(text);
	} catch {
		throw new JsonFault('', 'Invalid JSON payload received. Unexpected token.');
	}
}

/** A fault that was asked for, in Google's words. */
function faultAnswer(fault, requestId) {
	switch (fault) {
		case 'rate-limited':
			return failureResponse(
				[new AdsError('quota_error', 'RESOURCE_TEMPORARILY_EXHAUSTED', 'Too many requests. Retry in 30 seconds.')],
				requestId,
			);
		case 'unauthorized':
			return failureResponse(
				[new AdsError('authentication_error', 'OAUTH_TOKEN_EXPIRED', 'OAuth token in the header has expired.')],
				requestId,
			);
		default:
			return statusResponse(503, 'UNAVAILABLE', 'The service is currently unavailable.');
	}
}
