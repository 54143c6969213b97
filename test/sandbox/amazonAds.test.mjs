import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import core from '../../dist/src/index.js';
import { createApp } from '../../sandbox/platforms/amazon-ads/app.mjs';
import { mutated } from './mutations.mjs';
import { AMOUNTS, budgetRequest, send, statusRequest } from './pushed.mjs';
import { stubAccount, stubFaults } from './stubAccount.mjs';

const TARGET = { platform: 'amazon_ads', accountId: '1234567890', region: 'europe' };
const MINE = { Authorization: 'Bearer token', 'Amazon-Advertising-API-ClientId': 'amzn1.application-oa2-client.1' };
const HOST = 'https://advertising-api-eu.amazon.com';
const VERSION = 'application/vnd.spCampaign.v3+json';

const micros = (amount) => Math.round(Number(amount) * 1e6);

const appOn = ({ currency = 'EUR' } = {}, faults = {}) => {
	const account = stubAccount({ platform: 'amazon_ads', currency, amountMicros: micros(AMOUNTS[currency][1]) });
	return { account, app: createApp(account, stubFaults(faults)) };
};
const answerOf = async (response) => ({ status: response.status, ...(await response.json()) });
const list = async (app, body) =>
	answerOf(
		await send(
			app,
			{
				method: 'POST',
				url: `${HOST}/sp/campaigns/list`,
				headers: { Accept: VERSION, 'Amazon-Advertising-API-Scope': '1234567890' },
				body,
				contentType: VERSION,
			},
			MINE,
		),
	);

/** The requests of the package, for campaigns as the sandbox returns them. */
async function pushes(app, currency) {
	const { campaigns } = await list(app, { campaignIdFilter: { include: ['111'] } });
	return [
		budgetRequest(currency, TARGET, '111', campaigns[0]),
		statusRequest(TARGET, 'campaign', '111', 'paused'),
		statusRequest(TARGET, 'campaign', '113', 'enabled'),
	];
}

for (const currency of ['EUR', 'USD', 'JPY']) {
	test(`requests of the package are accepted in ${currency}`, async () => {
		const { account, app } = appOn({ currency });
		for (const request of await pushes(app, currency)) {
			const { status, campaigns } = await answerOf(await send(app, request, MINE));
			assert.deepEqual([status, campaigns.error, campaigns.success.length], [207, [], 1]);
		}
		assert.deepEqual(
			account.edits.map(({ field, object, to }) => [field, object, to]),
			[
				['budget', 'budget/221', micros(AMOUNTS[currency][0])],
				['status', 'campaign/111', 'paused'],
				['status', 'campaign/113', 'enabled'],
			],
		);
	});
}

test('at least 90% of requests made wrong in one place are refused with a code of Amazon', async () => {
	const valid = await pushes(appOn().app, 'EUR');
	const accepted = [];
	for (const { kind, request } of mutated(valid, MINE, 400)) {
		const { app, account } = appOn();
		const response = await send(app, request, {});
		const { code, campaigns } = await response.json().catch(() => ({}));
		const refused =
			campaigns?.error?.[0]?.errors[0].errorType.length > 0 || code?.length > 0 || response.status === 404;
		if (!refused || account.edits.length > 0) accepted.push(`${kind}: ${JSON.stringify(request)}`);
	}
	assert.ok(accepted.length <= 40, `${accepted.length} of 400 were accepted:\n${accepted.join('\n')}`);
});

describe('one wrong field is refused', () => {
	const cases = [
		['a campaign of another profile', (it) => (it.campaignId = '987'), 'entityNotFoundError', 'ENTITY_NOT_FOUND'],
		['no campaign', (it) => delete it.campaignId, 'missingValueError', 'MISSING_VALUE'],
		['a number for an ID', (it) => (it.campaignId = 111), 'malformedValueError', 'PATTERN_NOT_MATCHED'],
		['an amount below the minimum', (it) => (it.budget.budget = 0.5), 'budgetError', 'BUDGET_TOO_LOW'],
		['an amount above the maximum', (it) => (it.budget.budget = 2e6), 'budgetError', 'BUDGET_TOO_HIGH'],
		['a fraction of a cent', (it) => (it.budget.budget = 100.123), 'malformedValueError', 'PATTERN_NOT_MATCHED'],
		['an amount as a text', (it) => (it.budget.budget = '110'), 'malformedValueError', 'PATTERN_NOT_MATCHED'],
		[
			'another type of budget',
			(it) => (it.budget.budgetType = 'LIFETIME'),
			'malformedValueError',
			'PATTERN_NOT_MATCHED',
		],
		['the budget of a lifetime', (it) => (it.campaignId = '113'), 'budgetError', 'BUDGETING_POLICY_INVALID'],
		['a state that cannot be set', (it) => (it.state = 'PROPOSED'), 'entityStateError', 'INVALID_TARGET_STATE'],
	];
	for (const [because, spoil, errorType, reason] of cases) {
		test(because, async () => {
			const { account, app } = appOn();
			const [request] = await pushes(app, 'EUR');
			spoil(request.body.campaigns[0]);
			const { status, campaigns } = await answerOf(await send(app, request, MINE));
			const [{ errors, index }] = campaigns.error;
			assert.deepEqual(
				[status, index, errors[0].errorType, errors[0].errorValue[errorType].reason],
				[207, 0, errorType, reason],
			);
			assert.deepEqual([campaigns.success, account.edits], [[], []]);
		});
	}

	for (const [because, spoil, status, code] of [
		['an unknown field', ({ body }) => (body.campaigns[0].dailyBudget = 1), 400, 'BAD_REQUEST'],
		[
			'another media type',
			({ headers }) => (headers['Content-Type'] = 'application/json'),
			415,
			'UNSUPPORTED_MEDIA_TYPE',
		],
		['another profile', ({ headers }) => (headers['Amazon-Advertising-API-Scope'] = '9'), 401, 'UNAUTHORIZED'],
		['no client', ({ headers }) => (headers['Amazon-Advertising-API-ClientId'] = ''), 401, 'UNAUTHORIZED'],
	]) {
		test(because, async () => {
			const { account, app } = appOn();
			const [request] = await pushes(app, 'EUR');
			const wrong = structuredClone({ ...request, headers: { ...MINE, ...request.headers } });
			spoil(wrong);
			const answer = await answerOf(await send(app, wrong, {}));
			assert.deepEqual([answer.status, answer.code, account.edits], [status, code, []]);
		});
	}
});

test('a campaign that fails leaves the others carried out', async () => {
	const { account, app } = appOn();
	const request = statusRequest(TARGET, 'campaign', '111', 'paused');
	request.body.campaigns.push({ campaignId: '9', state: 'PAUSED' });
	const { campaigns } = await answerOf(
		await send(app, { ...request, headers: { ...request.headers, Prefer: 'return=representation' } }, MINE),
	);
	assert.deepEqual(
		[campaigns.success[0].campaign.state, campaigns.error[0].index, account.edits.length],
		['PAUSED', 1, 1],
	);
});

test('a list of campaigns is read page by page', async () => {
	const { app } = appOn();
	const first = await list(app, { maxResults: 2 });
	const { campaigns, nextToken, totalResults } = await list(app, { maxResults: 2, nextToken: first.nextToken });
	assert.deepEqual(
		[...first.campaigns, ...campaigns].map(({ campaignId }) => campaignId),
		['111', '112', '113'],
	);
	assert.deepEqual([nextToken, totalResults], [undefined, 3]);
	assert.equal((await list(app, { nextToken: 'x' })).code, 'BAD_REQUEST');
});

describe('faults are told in the words of Amazon', () => {
	const pause = () => statusRequest(TARGET, 'campaign', '111', 'paused');
	for (const [fault, status, code] of [
		['rate-limited', 429, 'THROTTLED'],
		['unavailable', 503, 'SERVICE_UNAVAILABLE'],
		['unauthorized', 401, 'UNAUTHORIZED'],
	]) {
		test(fault, async () => {
			const { app } = appOn({}, { beforeRequest: () => fault });
			const answer = await answerOf(await send(app, pause(), MINE));
			assert.deepEqual([answer.status, answer.code], [status, code]);
		});
	}

	test('one campaign fails with status 207', async () => {
		const { account, app } = appOn({}, { refusedOperation: () => 'internal' });
		const { status, campaigns } = await answerOf(await send(app, pause(), MINE));
		assert.deepEqual([status, campaigns.error[0].errors[0].errorType, account.edits], [207, 'internalServerError', []]);
	});

	test('a change is made and its answer never comes', async () => {
		const { account, app } = appOn({}, { afterMutation: () => 'timeout' });
		assert.equal((await send(app, pause(), MINE)).status, 599);
		assert.equal(account.edits.length, 1);
	});
});

test('traffic by the hour comes as changes that the package adds up', async () => {
	let late = false;
	const restated = (rows) => (late ? rows.map((row) => ({ ...row, costMicros: row.costMicros - 250_000 })) : rows);
	const { app } = appOn({ currency: 'USD' }, { onReport: restated });
	const read = async () =>
		(await app.request('http://sandbox/sandbox/amazon-ads/sp-traffic?from=2026-11-27T00:00:00Z')).json();
	const first = await read();
	assert.deepEqual(await read(), first);
	late = true;
	const all = await read();
	assert.deepEqual([first.length, all.length, all.at(-1).cost], [12, 24, -0.25]);
	const budget = { budgetId: 'b', currency: 'USD', timeZone: 'UTC', dailyAmount: '100' };
	const { windows, rejected } = core.normaliseRows(all, { budget });
	assert.deepEqual([windows.length, rejected], [24, []]);
	const spend = windows.reduce((sum, window) => sum + Number(window.spend), 0);
	assert.equal(spend, 1 + 2 + 3 + 4 + (2 + 3 + 4 + 5) + (3 + 4 + 5 + 6) - 12 * 0.25);
});
