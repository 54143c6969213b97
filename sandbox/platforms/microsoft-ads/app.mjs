// Microsoft Advertising REST v13 on the account of the sandbox: campaigns, shared budgets, and campaign performance by the hour.
// Source: https://learn.microsoft.com/en-us/advertising/guides/migrate-to-rest and the pages named in the files beside this one.
// Assumed: any customer has access to the account; a body with an unknown field, a text for a number or another media type is no request.
import { Hono } from 'hono';

import { jsonOf, mediaTypeOf, refusalOf } from '../strictBody.mjs';
import {
	allCampaigns,
	BudgetIds,
	budgetListError,
	budgetsByIds,
	BudgetUpdates,
	ByAccount,
	ByIds,
	campaignListError,
	campaignsByIds,
	CampaignUpdates,
	updateBudget,
	updateCampaign,
} from './campaigns.mjs';
import { batchError, callFault, operationFault } from './errors.mjs';
import { fileOf, Poll, reportError, rowsOf, Submission } from './reports.mjs';

const MANAGEMENT = '/CampaignManagement/v13';
const REPORTING = '/Reporting/v13/GenerateReport';
/** Where the sandbox keeps finished reports; Microsoft's are in a store of its own. */
const DOWNLOADS = '/sandbox/microsoft-ads/reports';

/**
 * Microsoft's routes at their real paths.
 *
 * @param account of the sandbox
 * @param faults  of the sandbox
 */
export function createApp(account, faults) {
	const app = new Hono();
	const reports = new Map();

	/** A call: its fault, its headers, its body, then its answer. */
	const call = (method, path, schema, answer) =>
		app.on(method, path, async ({ req }) => {
			const fault = faults.beforeRequest({ method, path, isMutation: method === 'PUT' });
			const refused = fault === null ? headerFault(req, account) : faultAnswer(fault);
			if (refused !== null) return refused;
			const body = await jsonOf(req);
			if (mediaTypeOf(req) !== 'application/json' || body === undefined) return operationFault('NullRequest');
			const refusal = refusalOf(schema, body);
			if (refusal !== null) return operationFault('NullRequest', `${refusal.path}: ${refusal.message}`);
			if (body.AccountId !== undefined && String(body.AccountId) !== account.id) {
				return operationFault('CampaignServiceInvalidAccountId');
			}
			return answer(schema.parse(body), req);
		});

	/** Carries out each item, and reports those that failed with status 200. */
	const update = (items, change, kind) => {
		const PartialErrors = items.flatMap((item, index) => {
			const error =
				faults.refusedOperation({ object: `${kind}/${item.Id}` }) === null
					? change(account, item)
					: ['InternalError', null];
			return error === null ? [] : [batchError(index, ...error)];
		});
		const changed = PartialErrors.length < items.length;
		return changed && faults.afterMutation() === 'timeout' ? faults.noAnswer() : Response.json({ PartialErrors });
	};

	call('POST', `${MANAGEMENT}/Campaigns/QueryByAccountId`, ByAccount, () => Response.json(allCampaigns(account)));
	call('POST', `${MANAGEMENT}/Campaigns/QueryByIds`, ByIds, (body) => Response.json(campaignsByIds(account, body)));
	call('POST', `${MANAGEMENT}/Budgets/QueryByIds`, BudgetIds, (body) => Response.json(budgetsByIds(account, body)));
	call('PUT', `${MANAGEMENT}/Campaigns`, CampaignUpdates, (body) => {
		const error = campaignListError(body);
		return error === null ? update(body.Campaigns, updateCampaign, 'campaign') : operationFault(error);
	});
	call('PUT', `${MANAGEMENT}/Budgets`, BudgetUpdates, (body) => {
		const error = budgetListError(body);
		return error === null ? update(body.Budgets, updateBudget, 'budget') : operationFault(error);
	});

	call('POST', `${REPORTING}/Submit`, Submission, (body) => {
		const error = reportError(body, account);
		if (error !== null) return operationFault(error);
		const ReportRequestId = String(30_000_000_000 + reports.size);
		const rows = faults.onReport(rowsOf(body, account));
		reports.set(ReportRequestId, rows.length === 0 ? null : fileOf(body, rows, account));
		return Response.json({ ReportRequestId });
	});
	call('POST', `${REPORTING}/Poll`, Poll, ({ ReportRequestId }, req) => {
		const file = reports.get(ReportRequestId);
		if (file === undefined) return operationFault('ReportingServiceInvalidReportId');
		const { origin } = new URL(req.url);
		const ReportDownloadUrl = file === null ? null : `${origin}${DOWNLOADS}/${ReportRequestId}.zip`;
		return Response.json({ ReportRequestStatus: { ReportDownloadUrl, Status: 'Success' } });
	});
	app.get(`${DOWNLOADS}/:file`, ({ req }) => {
		const file = reports.get(req.param('file').replace(/\.zip$/, '')) ?? null;
		if (file === null) return new Response(null, { status: 404 });
		return new Response(file, { headers: { 'Content-Type': 'application/zip' } });
	});
	return app;
}

/** The answer to a request whose headers do not say who asks and for whom; null if they do. */
function headerFault(req, account) {
	const token = /^Bearer \S+$/.test(req.header('authorization') ?? '');
	if (!token || (req.header('developertoken') ?? '') === '') return callFault(401, 'InvalidCredentials');
	if (req.header('customeraccountid') === undefined) return operationFault('CampaignServiceInvalidAccountId');
	const isKnown = req.header('customeraccountid') === account.id && /^\d+$/.test(req.header('customerid') ?? '');
	return isKnown ? null : callFault(400, 'UserIsNotAuthorized');
}

/** A fault that was asked for, in Microsoft's words. */
function faultAnswer(fault) {
	switch (fault) {
		case 'rate-limited':
			return callFault(429, 'CallRateExceeded');
		case 'unauthorized':
			return callFault(401, 'AuthenticationTokenExpired');
		default:
			return callFault(503, 'InternalError');
	}
}
