import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import core from '../../dist/src/index.js';
import { createApp } from '../../sandbox/platforms/linkedin-ads/app.mjs';
import { mutated } from './mutations.mjs';
import { AMOUNTS, budgetRequest, send, statusRequest } from './pushed.mjs';
import { stubAccount, stubFaults } from './stubAccount.mjs';

const TARGET = { platform: 'linkedin_ads', accountId: '1234567890' };
const MINE = { Authorization: 'Bearer token' };
const READING = { 'Linkedin-Version': '202609', 'X-Restli-Protocol-Version': '2.0.0', ...MINE };
const API = 'http://sandbox/rest';

const micros = (amount) => Math.round(Number(amount) * 1e6);

const appOn = ({ currency = 'EUR' } = {}, faults = {}) => {
	const account = stubAccount({ platform: 'linkedin_ads', currency, amountMicros: micros(AMOUNTS[currency][1]) });
	return { account, app: createApp(account, stubFaults(faults)) };
};
const read = async (app, path) => {
	const response = await app.request(API + path, { headers: READING });
	return { httpStatus: response.status, ...(await response.json()) };
};

/** The requests of the package, for campaigns as the sandbox returns them. */
async function pushes(app, currency) {
	const { results } = await read(app, '/adAccounts/1234567890/adCampaigns?ids=List(111,112)');
	return [
		budgetRequest(currency, TARGET, '111', results['111']),
		statusRequest(TARGET, 'campaign', '111', 'paused'),
		statusRequest(TARGET, 'campaign', '113', 'enabled'),
	];
}

for (const currency of Object.keys(AMOUNTS)) {
	test(`requests of the package are accepted in ${currency}`, async () => {
		const { account, app } = appOn({ currency });
		for (const request of await pushes(app, currency)) {
			const response = await send(app, request, MINE);
			assert.deepEqual([response.status, await response.text()], [204, '']);
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

test('at least 90% of requests made wrong in one place are refused with a code of LinkedIn', async () => {
	const valid = await pushes(appOn().app, 'EUR');
	const accepted = [];
	for (const { kind, request } of mutated(valid, MINE, 400)) {
		const { app, account } = appOn();
		const response = await send(app, request, {});
		const { status, code } = await response.json().catch(() => ({}));
		const refused = status === response.status && status >= 400 && code.length > 3;
		if (!refused || account.edits.length > 0) accepted.push(`${kind}: ${JSON.stringify(request)}`);
	}
	assert.ok(accepted.length <= 40, `${accepted.length} of 400 were accepted:\n${accepted.join('\n')}`);
});

describe('one wrong field is refused', () => {
	const cases = [
		['another currency', ({ body }) => (body.patch.$set.dailyBudget.currencyCode = 'USD'), 400, 'CURRENCY_MISMATCH'],
		[
			'an amount below the minimum',
			({ body }) => (body.patch.$set.dailyBudget.amount = '9.99'),
			400,
			'FIELD_VALUE_TOO_LOW',
		],
		[
			'an amount above the maximum',
			({ body }) => (body.patch.$set.dailyBudget.amount = '2000000'),
			400,
			'FIELD_VALUE_TOO_HIGH',
		],
		[
			'a number for an amount',
			({ body }) => (body.patch.$set.dailyBudget.amount = 110),
			400,
			'INVALID_VALUE_FOR_FIELD',
		],
		[
			'a fraction of a cent',
			({ body }) => (body.patch.$set.dailyBudget.amount = '110.123'),
			400,
			'INVALID_VALUE_FOR_FIELD',
		],
		['an unknown field', ({ body }) => (body.patch.$set.budget = 1), 400, 'FIELD_NOT_ALLOWED'],
		['no currency', ({ body }) => delete body.patch.$set.dailyBudget.currencyCode, 400, 'MISSING_FIELD'],
		['nothing to set', ({ body }) => (body.patch.$set = {}), 400, 'MISSING_FIELD'],
		[
			'a status that cannot be set',
			({ body }) => (body.patch.$set.status = 'COMPLETED'),
			400,
			'STATUS_CHANGE_NOT_ALLOWED',
		],
		['a campaign that does not exist', (it) => (it.url = it.url.replace('/111', '/987')), 404, 'NOT_FOUND'],
		[
			'a campaign with a total budget',
			(it) => (it.url = it.url.replace('/111', '/113')),
			400,
			'CONDITIONAL_FIELD_NOT_ALLOWED',
		],
		['another account', (it) => (it.url = it.url.replace('1234567890', '5')), 403, 'NO_PERMISSION_ON_ENTITY'],
		[
			'a version that was sunset',
			({ headers }) => (headers['Linkedin-Version'] = '202501'),
			426,
			'NONEXISTENT_VERSION',
		],
		['no version', ({ headers }) => delete headers['Linkedin-Version'], 400, 'VERSION_MISSING'],
		[
			'no protocol version',
			({ headers }) => delete headers['X-Restli-Protocol-Version'],
			400,
			'INVALID_VALUE_FOR_FIELD',
		],
		['no method of Rest.li', ({ headers }) => delete headers['X-RestLi-Method'], 400, 'ILLEGAL_ARGUMENT'],
	];
	for (const [because, spoil, status, code] of cases) {
		test(because, async () => {
			const { account, app } = appOn();
			const [request] = await pushes(app, 'EUR');
			const wrong = structuredClone(request);
			spoil(wrong);
			const answer = await (await send(app, wrong, MINE)).json();
			assert.deepEqual([answer.status, answer.code, account.edits], [status, code, []]);
		});
	}
});

describe('faults are told in the words of LinkedIn', () => {
	const pause = () => statusRequest(TARGET, 'campaign', '111', 'paused');
	for (const [because, faults, status, code] of [
		['rate-limited', { beforeRequest: () => 'rate-limited' }, 429, 'TOO_MANY_REQUESTS'],
		['unavailable', { beforeRequest: () => 'unavailable' }, 503, 'UNDER_MAINTENANCE'],
		['unauthorized', { beforeRequest: () => 'unauthorized' }, 401, 'EXPIRED_ACCESS_TOKEN'],
		['one operation', { refusedOperation: () => 'internal' }, 500, 'INTERNAL_ERROR'],
	]) {
		test(because, async () => {
			const { account, app } = appOn({}, faults);
			const response = await send(app, pause(), MINE);
			assert.deepEqual([response.status, (await response.json()).code, account.edits], [status, code, []]);
		});
	}

	test('a change is made and its answer never comes', async () => {
		const { account, app } = appOn({}, { afterMutation: () => 'timeout' });
		assert.equal((await send(app, pause(), MINE)).status, 599);
		assert.equal(account.edits.length, 1);
	});
});

describe('campaigns are read', () => {
	test('by search, one by one, and several by their IDs', async () => {
		const { app } = appOn();
		const all = await read(app, '/adAccounts/1234567890/adCampaigns?q=search');
		assert.deepEqual(
			all.elements.map(({ id, status }) => [id, status]),
			[
				[111, 'ACTIVE'],
				[112, 'ACTIVE'],
				[113, 'PAUSED'],
			],
		);
		const one = await read(app, '/adAccounts/1234567890/adCampaigns/113');
		assert.deepEqual([one.dailyBudget, one.totalBudget], [undefined, { amount: '110.05', currencyCode: 'EUR' }]);
		const some = await read(app, '/adAccounts/1234567890/adCampaigns?ids=List(111,9)');
		assert.deepEqual(some.statuses, { 111: 200, 9: 404 });
	});
});

describe('analytics', () => {
	const QUERY = {
		q: 'analytics',
		pivot: 'CAMPAIGN',
		timeGranularity: 'DAILY',
		dateRange: '(start:(year:2026,month:11,day:26),end:(year:2026,month:11,day:27))',
		campaigns: 'List(urn%3Ali%3AsponsoredCampaign%3A111,urn%3Ali%3AsponsoredCampaign%3A112)',
		fields: 'dateRange,pivotValues,costInLocalCurrency,impressions,clicks,externalWebsiteConversions',
	};
	const analytics = (app, changes = {}) => {
		const query = Object.entries({ ...QUERY, ...changes }).filter(([, value]) => value !== undefined);
		return read(app, `/adAnalytics?${query.map(([name, value]) => `${name}=${value}`).join('&')}`);
	};

	test('are running totals of days that the package reads', async () => {
		const { app } = appOn();
		const { elements, paging } = await analytics(app);
		assert.deepEqual(
			elements.map(({ costInLocalCurrency, clicks }) => [costInLocalCurrency, clicks]),
			[
				['10', 40],
				['14', 40],
			],
		);
		const budget = { budgetId: 'b', currency: 'EUR', timeZone: 'UTC', dailyAmount: '100' };
		const { windows, rejected } = core.normaliseRows([{ elements, paging }], { budget });
		assert.deepEqual(
			[windows.map(({ kind, spend }) => [kind, spend]), rejected],
			[
				[
					['running-total', '10'],
					['running-total', '14'],
				],
				[],
			],
		);
	});

	test('of an account have all its campaigns', async () => {
		const { elements } = await analytics(appOn().app, {
			campaigns: undefined,
			accounts: 'List(urn%3Ali%3AsponsoredAccount%3A1234567890)',
		});
		assert.equal(elements.length, 3);
	});

	for (const [because, changes, status, code] of [
		['by the hour', { timeGranularity: 'HOURLY' }, 400, 'PARAM_INVALID'],
		['of no campaign', { campaigns: undefined }, 400, 'MISSING_FIELD'],
		[
			'of another account',
			{ campaigns: undefined, accounts: 'List(urn%3Ali%3AsponsoredAccount%3A5)' },
			403,
			'NO_PERMISSION_ON_ENTITY',
		],
		['with an unknown field', { fields: 'spend' }, 400, 'PARAM_INVALID'],
		['with an unknown parameter', { count: '10' }, 400, 'QUERY_PARAM_NOT_ALLOWED'],
	]) {
		test(`${because} are refused`, async () => {
			const answer = await analytics(appOn().app, changes);
			assert.deepEqual([answer.httpStatus, answer.code], [status, code]);
		});
	}
});
