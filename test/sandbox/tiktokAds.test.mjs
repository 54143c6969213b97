import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import core from '../../dist/src/index.js';
import { createApp } from '../../sandbox/platforms/tiktok-ads/app.mjs';
import { mutated } from './mutations.mjs';
import { AMOUNTS, budgetRequest, send, statusRequest } from './pushed.mjs';
import { stubAccount, stubFaults } from './stubAccount.mjs';

const TARGET = { platform: 'tiktok_ads', accountId: '1234567890' };
const MINE = { 'Access-Token': 'secret' };
const API = 'https://business-api.tiktok.com/open_api/v1.3';

const micros = (amount) => Math.round(Number(amount) * 1e6);

const appOn = ({ currency = 'EUR' } = {}, faults = {}) => {
	const due = [];
	const account = Object.assign(
		stubAccount({ platform: 'tiktok_ads', currency, amountMicros: micros(AMOUNTS[currency][1]) }),
		{ at: (atMs, act) => due.push({ atMs, act }) },
	);
	return { account, due, app: createApp(account, stubFaults(faults)) };
};
const get = (path, query) => ({ method: 'GET', url: `${API}${path}`, headers: {}, query });
const answerOf = async (response) => ({ status: response.status, ...(await response.json()) });
const read = async (app, path, query) =>
	(await answerOf(await send(app, get(path, { advertiser_id: '1234567890', ...query }), MINE))).data.list;

/** The requests of the package, for objects as the sandbox returns them. */
async function pushes(app, currency) {
	const [campaign] = await read(app, '/campaign/get/', { filtering: '{"campaign_ids":["111"]}' });
	const [adgroup] = await read(app, '/adgroup/get/', { filtering: '{"adgroup_ids":["1112"]}' });
	const [, nextDayAmount] = AMOUNTS[currency];
	return [
		budgetRequest(currency, TARGET, '111', campaign),
		budgetRequest(currency, TARGET, '1112', adgroup, { level: 'adGroup' }),
		budgetRequest(currency, TARGET, '1112', adgroup, { level: 'adGroup', nextDayAmount }),
		statusRequest(TARGET, 'campaign', '111', 'paused'),
		statusRequest(TARGET, 'adGroup', '1113', 'enabled'),
	];
}

for (const currency of Object.keys(AMOUNTS)) {
	test(`requests of the package are accepted in ${currency}`, async () => {
		const { account, due, app } = appOn({ currency });
		for (const request of await pushes(app, currency)) {
			const { status, code, message } = await answerOf(await send(app, request, MINE));
			assert.deepEqual([status, code, message], [200, 0, 'OK']);
		}
		const to = micros(AMOUNTS[currency][0]);
		assert.deepEqual(
			account.edits.map(({ field, object, to }) => [field, object, to]),
			[
				['budget', 'budget/221', to],
				['budget', 'budget/222', to],
				['status', 'campaign/111', 'paused'],
				['status', 'campaign/113', 'enabled'],
			],
		);
		due[0].act();
		assert.equal(due[0].atMs, Date.parse('2026-11-28T00:00:00Z'));
		assert.equal(account.budgets[1].amountMicros, micros(AMOUNTS[currency][1]));
	});
}

test('at least 90% of requests made wrong in one place are refused with a code of TikTok, most with status 200', async () => {
	const valid = await pushes(appOn().app, 'EUR');
	const accepted = [];
	let coded = 0;
	for (const { kind, request } of mutated(valid, MINE, 400)) {
		const { app, account } = appOn();
		const response = await send(app, request, {});
		const { code } = await response.json().catch(() => ({}));
		if (response.status === 200 && code >= 40_000) coded++;
		if (code === 0 || account.edits.length > 0) accepted.push(`${kind}: ${JSON.stringify(request)}`);
		else assert.equal(response.status, code === undefined ? 404 : 200);
	}
	assert.ok(accepted.length <= 40, `${accepted.length} of 400 were accepted:\n${accepted.join('\n')}`);
	assert.ok(coded > 250, `only ${coded} had a code`);
});

describe('one wrong field is refused', () => {
	const cases = [
		['a campaign of another account', (body) => (body.campaign_id = '987'), 40002, /does not exist/],
		['another advertiser', (body) => (body.advertiser_id = '700'), 40001, /No permission/],
		['an amount of exactly the minimum', (body) => (body.budget = 50), 40002, /greater than 50 EUR/],
		['a fraction of a cent', (body) => (body.budget = 100.123), 40002, /budget: Not a valid number/],
		['an amount as a text', (body) => (body.budget = '110.00'), 40002, /budget: Not a valid/],
		['a number for an ID', (body) => (body.campaign_id = 111), 40002, /campaign_id: Not a valid/],
		['an unknown field', (body) => (body.budget_mode_day = 1), 40002, /budget_mode_day: Unknown field/],
		['no campaign', (body) => delete body.campaign_id, 40002, /campaign_id: Missing data/],
	];
	for (const [because, spoil, code, message] of cases) {
		test(because, async () => {
			const { account, app } = appOn();
			const [request] = await pushes(app, 'EUR');
			spoil(request.body);
			const answer = await answerOf(await send(app, request, MINE));
			assert.deepEqual([answer.status, answer.code], [200, code]);
			assert.match(answer.message, message);
			assert.deepEqual(account.edits, []);
		});
	}
});

test('a change of several objects is made for all of them or for none', async () => {
	const { account, app } = appOn();
	const request = statusRequest(TARGET, 'campaign', '111', 'paused');
	request.body.campaign_ids.push('9');
	assert.equal((await answerOf(await send(app, request, MINE))).code, 40002);
	assert.deepEqual(account.edits, []);
});

describe('faults are told in the words of TikTok, with status 200', () => {
	const pause = () => statusRequest(TARGET, 'campaign', '111', 'paused');
	for (const [because, faults, code] of [
		['rate-limited', { beforeRequest: () => 'rate-limited' }, 40100],
		['unavailable', { beforeRequest: () => 'unavailable' }, 51000],
		['unauthorized', { beforeRequest: () => 'unauthorized' }, 40105],
		['one operation', { refusedOperation: () => 'internal' }, 50000],
	]) {
		test(because, async () => {
			const { account, app } = appOn({}, faults);
			const answer = await answerOf(await send(app, pause(), MINE));
			assert.deepEqual([answer.status, answer.code, account.edits], [200, code, []]);
		});
	}

	test('a change is made and its answer never comes', async () => {
		const { account, app } = appOn({}, { afterMutation: () => 'timeout' });
		assert.equal((await send(app, pause(), MINE)).status, 599);
		assert.equal(account.edits.length, 1);
	});
});

describe('a report', () => {
	const QUERY = {
		report_type: 'BASIC',
		data_level: 'AUCTION_CAMPAIGN',
		dimensions: '["campaign_id","stat_time_hour"]',
		metrics: '["spend","impressions","clicks","conversion","currency"]',
		start_date: '2026-11-27',
		end_date: '2026-11-27',
	};
	const report = async (app, changes) =>
		answerOf(
			await send(app, get('/report/integrated/get/', { advertiser_id: '1234567890', ...QUERY, ...changes }), MINE),
		);
	const budget = { budgetId: 'b', currency: 'USD', timeZone: 'UTC', dailyAmount: '100' };

	test('is read page by page by the package', async () => {
		const { app } = appOn({ currency: 'USD' });
		const pages = [await report(app, { page: 1 }), await report(app, { page: 2 })];
		assert.deepEqual(
			pages.map(({ data }) => data.page_info),
			[
				{ page: 1, page_size: 10, total_number: 12, total_page: 2 },
				{ page: 2, page_size: 10, total_number: 12, total_page: 2 },
			],
		);
		const { windows, rejected } = core.normaliseRows(pages, { budget });
		assert.deepEqual([windows.length, rejected], [12, []]);
		assert.throws(() => core.normaliseRows(pages.slice(0, 1), { budget }), /pages/i);
	});

	test('a forced page size truncates it', async () => {
		const { app } = appOn({}, { pageSize: () => 5 });
		const { data } = await report(app, { page_size: 1000 });
		assert.deepEqual([data.list.length, data.page_info.total_page], [5, 3]);
	});

	for (const [because, changes] of [
		['of two days', { end_date: '2026-11-28' }],
		['with an unknown metric', { metrics: '["cost"]' }],
		['with another dimension', { dimensions: '["ad_id","stat_time_hour"]' }],
		['with a page of 1001 rows', { page_size: 1001 }],
	]) {
		test(`${because} is refused`, async () => {
			const { status, code } = await report(appOn().app, changes);
			assert.deepEqual([status, code], [200, 40002]);
		});
	}
});
