import { createRequire } from 'node:module';

import { calendarOf } from '../../sandbox/account/calendar.mjs';
import { attempt, Refused } from './desk.mjs';

const core = createRequire(import.meta.url)('../../dist/src/index.js');

export const OURS = 'this package';

const DAY_MS = 86_400_000;

/** Days of a report: the first one teaches, one a day brings late conversions, the others the spend of the last hours. */
const FIRST_DAYS = 42;
const DAILY_DAYS = 28;
const HOURLY_DAYS = 2;

/**
 * The workflow of an hour with the functions that its nodes call: report, plan, check, push, confirmation.
 *
 * @param options `guards` of the push; `definition`, fields of the budget besides its amount; `pauses`, whether campaigns are paused too (Google, a budget
 *   for each campaign)
 * @returns `decide` and the `state` now
 */
export function thisPackage({ account, target, counter, guards = {}, definition = {}, pauses = false }) {
	const { currency, timeZone, platform, id: accountId, campaigns, budgets } = account;
	let state = core.createState({
		budgetId: 'month',
		currency,
		timeZone,
		monthlyAmount: target,
		control: 'daily-budget',
		...(campaigns.length > 1 && { campaigns: campaigns.map(({ id }) => ({ campaignId: id })) }),
		...definition,
	});
	let readDay = null;

	function ingest(nowMs) {
		const day = calendarOf(timeZone).dayAt(nowMs);
		const days = readDay === null ? FIRST_DAYS : readDay === day ? HOURLY_DAYS : DAILY_DAYS;
		const rows = attempt(() => counter.report(day.startMs - days * DAY_MS));
		if (rows === null || rows.length === 0) return;
		readDay = day;
		const lagMinutes = core.reportingLag(platform);
		({ state } = core.ingest(state, rows.map(windowOf(account)), nowMs, { lagMinutes }));
	}

	/** What the platform's API returned of the budgets, as it is mapped to Current Values. */
	const readBudgets = () => attempt(() => counter.budgets()) ?? [];

	function push(plan, nowMs) {
		const read = new Map(readBudgets().map(({ id, amountMicros }) => [id, amountMicros]));
		const shareOf = (budgetId) => {
			const ids = campaigns.filter((campaign) => campaign.budgetId === budgetId).map(({ id }) => id);
			const own = plan.campaigns?.filter(({ campaignId }) => ids.includes(campaignId)) ?? [];
			return own.reduce((sum, { amount }) => sum + Number(amount), 0);
		};
		const current = (id) => ({ ...currentOf(platform, read.get(id)), ...(pauses && statusIn(account, id)) });
		const objects = budgets.map(({ id }) => ({
			id,
			...(budgets.length > 1 && { share: shareOf(id) }),
			...(read.has(id) && { current: current(id) }),
		}));
		const levers = pauses ? { lever: 'automatic', campaignIds: campaigns.map(({ id }) => id) } : { lever: 'dayTotal' };
		const prepared = core.preparePush(state, {
			target: { platform, accountId, objects, ...levers },
			nowMs,
			dryRun: false,
			guards,
		});
		({ state } = prepared);
		const answers = prepared.push.requests.map((request) => ({ pushId: request.pushId, ...send(counter, request) }));
		if (answers.length > 0) ({ state } = core.confirmPush(state, { answers, nowMs }));
		return prepared.push.held.map(({ code }) => code);
	}

	return {
		get state() {
			return state;
		},
		decide(nowMs) {
			ingest(nowMs);
			let plan;
			({ state, plan } = core.optimizeAllocation(state, { strategy: 'adaptive_ml', nowMs }));
			const checked = core.checkExhaustion(state, { nowMs });
			({ state } = checked);
			const held = push(plan, nowMs);
			const { alert, alerts } = checked.exhaustion;
			const limited = limitedByDemand(plan, campaigns).map((id) => `limited-by-demand ${id}`);
			const others = alerts.filter(({ notify }) => notify).map(({ kind, state }) => `told-${kind}-${state}`);
			return [
				...plan.warnings.map(({ code }) => code),
				...limited,
				...(alert.notify ? [`alert-${alert.state}`] : []),
				...others,
				...held,
			];
		},
	};
}

/** IDs of the campaigns that a plan says demand limits; an account of one campaign is said of as a whole. */
const limitedByDemand = (plan, campaigns) =>
	(plan.campaigns ?? [{ campaignId: campaigns[0].id, limitedBy: plan.limitedBy }])
		.filter(({ limitedBy }) => limitedBy === 'demand')
		.map(({ campaignId }) => campaignId);

/** A row of the platform's report, which has the daily budget in force now. */
const windowOf =
	(account) =>
	({ campaignId, startMs, endMs, costMicros, impressions, clicks, conversions, value }) => ({
		campaignId,
		startMs,
		endMs,
		spend: (costMicros / 1e6).toFixed(6),
		impressions,
		clicks,
		conversions,
		revenue: value,
		budget: (budgetOf(account, campaignId) / 1e6).toFixed(6),
	});

function budgetOf({ campaigns, budgets }, campaignId) {
	const { budgetId } = campaigns.find(({ id }) => id === campaignId);
	return budgets.find(({ id }) => id === budgetId).amountMicros;
}

function statusIn({ campaigns }, budgetId) {
	const { id, status } = campaigns.find((campaign) => campaign.budgetId === budgetId);
	return { campaign: { id, status: status.toUpperCase() } };
}

const currentOf = (platform, amountMicros) =>
	platform === 'meta_ads' ? { daily_budget: String(amountMicros / 10_000) } : { amountMicros: String(amountMicros) };

/** Sends a request of Google or Meta to the account, and returns the answer as the HTTP Request node does. */
function send(counter, { url, query, body }) {
	const act = () => {
		if (body === null) return counter.setBudget(url.split('/').at(-1), Number(query.daily_budget) * 10_000);
		const [{ update }] = body.operations;
		const id = update.resourceName.split('/').at(-1);
		if (update.status !== undefined) return counter.setStatus(id, update.status.toLowerCase());
		return counter.setBudget(id, Number(update.amountMicros));
	};
	try {
		act();
		return { statusCode: 200, body: body === null ? { success: true } : { results: body.operations.map(() => ({})) } };
	} catch (error) {
		if (!(error instanceof Refused)) throw error;
		return error.statusCode === null
			? { error: { message: 'timeout of 30000ms exceeded', code: 'ECONNABORTED' } }
			: { statusCode: error.statusCode, body: { error: { message: 'Service unavailable' } } };
	}
}
