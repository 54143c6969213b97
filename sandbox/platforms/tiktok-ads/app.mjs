// TikTok API for Business v1.3 on the account of the sandbox: campaigns, ad groups and their reports by the hour.
// Source: https://github.com/tiktok/tiktok-business-api-sdk; sources and assumptions of details are in the files beside this one.
// A path that is none answers in plain text: Not Found. Assumed: so does another method.
import { Hono } from 'hono';

import { jsonOf, mediaTypeOf, refusalOf, repeated } from '../strictBody.mjs';
import { CODES, faultAnswer, ok, refuse, refuseParameter } from './errors.mjs';
import {
	AdgroupBudgetUpdate,
	AdgroupStatusUpdate,
	AdgroupUpdate,
	assertAmount,
	campaignOf,
	CampaignStatusUpdate,
	CampaignUpdate,
	idAt,
	Refusal,
	scheduleBudget,
	setBudget,
	setStatus,
	shown,
} from './objects.mjs';
import { AdgroupQuery, CampaignQuery, pageOf, ReportQuery, rowsOf, shownRow } from './reports.mjs';

const API = '/open_api/v1.3';

/**
 * TikTok's routes at their real paths.
 *
 * @param account of the sandbox
 * @param faults  of the sandbox
 */
export function createApp(account, faults) {
	const app = new Hono();

	/** A call: its fault, its token, its parameters, then its answer. */
	const call = (method, path, schema, answer) =>
		app.on(method, API + path, async ({ req }) => {
			const fault = faults.beforeRequest({ method, path: API + path, isMutation: method === 'POST' });
			if (fault !== null) return faultAnswer(fault);
			if ((req.header('access-token') ?? '') === '') return refuse(CODES.noToken, 'Access token is null.');
			if (method === 'POST' && mediaTypeOf(req) !== 'application/json') {
				return refuse(CODES.parameters, 'Content-Type: must be application/json.');
			}
			const parameters = method === 'POST' ? await jsonOf(req) : req.query();
			const refusal = refusalOf(schema, parameters);
			if (refusal !== null) return refuseParameter(refusal);
			if (parameters.advertiser_id !== account.id) {
				return refuse(CODES.permission, `No permission to operate advertiser ${parameters.advertiser_id}.`);
			}
			try {
				return answer(schema.parse(parameters));
			} catch (error) {
				if (error instanceof Refusal) return refuse(error.code, error.message);
				throw error;
			}
		});

	/** A change of all of these objects or of none. */
	const change = (level, ids, make, data) => {
		const twice = repeated(ids);
		if (twice !== undefined) throw new Refusal(CODES.parameters, `${level}_id: ${twice} is there twice.`);
		const campaigns = ids.map((id) => campaignOf(account, level, id));
		if (ids.some((id) => faults.refusedOperation({ object: `${level}/${id}` }) !== null)) {
			throw new Refusal(CODES.internal, 'System error, please try again later.');
		}
		campaigns.forEach(make);
		return faults.afterMutation() === 'timeout' ? faults.noAnswer() : ok(data(campaigns));
	};

	const update = (level, id, budget) => {
		if (budget !== undefined) assertAmount(account, level, budget);
		return change(
			level,
			[id],
			(campaign) => budget !== undefined && setBudget(account, campaign, budget),
			([campaign]) => shown(account, level, campaign),
		);
	};

	/** Ad groups' budgets from now on, and from the next midnight on: all of them or none. */
	const updateBudgets = ({ budget = [], scheduled_budget: scheduled = [] }) => {
		for (const item of budget) assertAmount(account, 'adgroup', item.budget);
		for (const item of scheduled) assertAmount(account, 'adgroup', item.scheduled_budget);
		const adgroup_ids = [...new Set([...budget, ...scheduled].map((item) => item.adgroup_id))];
		return change(
			'adgroup',
			adgroup_ids,
			(campaign, position) => {
				const isItem = ({ adgroup_id }) => adgroup_id === adgroup_ids[position];
				for (const item of budget.filter(isItem)) setBudget(account, campaign, item.budget);
				for (const item of scheduled.filter(isItem)) scheduleBudget(account, campaign, item.scheduled_budget);
			},
			() => ({ adgroup_ids }),
		);
	};

	const updateStatus = (level, ids, operation) =>
		change(
			level,
			ids,
			(campaign) => setStatus(account, campaign, operation),
			() => ({ [`${level}_ids`]: ids, status: operation }),
		);

	const list = (level, query) => {
		const ids = query.filtering?.[`${level}_ids`];
		const all = account.campaigns.filter(
			(campaign) => campaign.status !== 'removed' && (ids === undefined || ids.includes(idAt(level, campaign))),
		);
		return ok(
			pageOf(
				all.map((campaign) => shown(account, level, campaign)),
				query,
				null,
			),
		);
	};

	call('POST', '/campaign/update/', CampaignUpdate, ({ campaign_id, budget }) =>
		update('campaign', campaign_id, budget),
	);
	call('POST', '/adgroup/update/', AdgroupUpdate, ({ adgroup_id, budget }) => update('adgroup', adgroup_id, budget));
	call('POST', '/adgroup/budget/update/', AdgroupBudgetUpdate, updateBudgets);
	call('POST', '/campaign/status/update/', CampaignStatusUpdate, ({ campaign_ids, operation_status }) =>
		updateStatus('campaign', campaign_ids, operation_status),
	);
	call('POST', '/adgroup/status/update/', AdgroupStatusUpdate, ({ adgroup_ids, operation_status }) =>
		updateStatus('adgroup', adgroup_ids, operation_status),
	);
	call('GET', '/campaign/get/', CampaignQuery, (query) => list('campaign', query));
	call('GET', '/adgroup/get/', AdgroupQuery, (query) => list('adgroup', query));
	call('GET', '/report/integrated/get/', ReportQuery, (query) => {
		if (query.start_date !== query.end_date) {
			throw new Refusal(CODES.parameters, 'end_date: A report by the hour is about one day.');
		}
		const rows = faults.onReport(rowsOf(query, account)).map((row) => shownRow(row, query, account));
		return ok(pageOf(rows, query, faults.pageSize()));
	});

	app.notFound(() => new Response('Not Found', { status: 404 }));
	return app;
}
