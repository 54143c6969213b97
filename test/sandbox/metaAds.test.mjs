import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { test } from 'node:test';

import fc from 'fast-check';

import { createApp } from '../../sandbox/platforms/meta-ads/app.mjs';
import { mutationsOf } from './metaMutations.mjs';
import { NOW_MS, seeded, stubAccount, stubFaults } from './stubAccount.mjs';

const { createState, ingest, optimizeAllocation, preparePush, PUSH_PLATFORMS, PushTarget } = createRequire(
	import.meta.url,
)('../../dist/src/index.js');

/** A campaign with Advantage campaign budget, one whose ad set has the budget, and one with a lifetime budget. */
function metaAccount(options = {}) {
	const account = stubAccount({ platform: 'meta_ads', ...options });
	account.campaigns[1].budgetLevel = 'adSet';
	return account;
}

const HOURLY = {
	fields: 'account_id,campaign_id,account_currency,spend,impressions,clicks,actions,action_values',
	level: 'campaign',
	time_increment: '1',
	time_range: JSON.stringify({ since: '2026-11-20', until: '2026-11-27' }),
	breakdowns: 'hourly_stats_aggregated_by_advertiser_time_zone',
};

/** Sends a request with its parameters in the address. @returns status and JSON */
async function send(app, { method = 'GET', path, query = {}, headers = {}, body }) {
	const search = new URLSearchParams(query).toString();
	const response = await app.request(`https://sandbox.test${path}${search && `?${search}`}`, {
		method,
		headers: { Authorization: 'Bearer token', ...headers },
		...(body !== undefined && { body }),
	});
	return { status: response.status, json: await response.json() };
}

const get = (path, query = {}) => ({ path: `/v26.0/${path}`, query });
const post = (path, query = {}, more = {}) => ({ method: 'POST', path: `/v26.0/${path}`, query, ...more });

/** Requests of the package for an account in a currency: a daily budget of a campaign and of an ad set, a pause and its end. */
function pushedRequests(currency) {
	const nowMs = Date.parse('2026-11-27T00:20:00Z');
	const definition = { budgetId: 'b', currency, timeZone: 'UTC', dailyAmount: '2469' };
	const hour = { startMs: nowMs - 80 * 60_000, endMs: nowMs - 20 * 60_000, spend: 10 };
	const { state } = optimizeAllocation(ingest(createState(definition), [hour], nowMs).state, {
		strategy: 'even_distribution',
		nowMs,
	});
	const whole = ['JPY', 'TWD', 'HUF'].includes(currency);
	const requestOf = (level, id) => {
		const objects = [{ id, current: { daily_budget: String(whole ? 2000 : 200_000), lifetime_budget: '0' } }];
		const target = { platform: 'meta_ads', level, learning: 'stable', objects };
		return preparePush(state, { target, nowMs, dryRun: false, guards: { maxChangeFraction: 10 } }).push.requests[0];
	};
	const { profile, setStatus } = PUSH_PLATFORMS.meta_ads;
	const statusOf = (status) => {
		const target = PushTarget.parse({ platform: 'meta_ads', objects: [{ id: '111' }] });
		return setStatus({
			target,
			apiVersion: profile.apiVersion.value,
			validateOnly: false,
			level: 'campaign',
			id: '111',
			status,
		});
	};
	return [requestOf('campaign', '111'), requestOf('adGroup', '11201'), statusOf('paused'), statusOf('enabled')];
}

const asSent = ({ method, url, query }) => ({ method, path: new URL(url).pathname, query });

const codesOf = ({ json: { error } }) => [error?.code, error?.error_subcode];

for (const currency of ['EUR', 'USD', 'JPY', 'KWD', 'TWD', 'HUF']) {
	test(`requests of the package are accepted in ${currency}`, async () => {
		const account = metaAccount({ currency });
		const app = createApp(account, stubFaults());
		for (const request of pushedRequests(currency)) {
			const answer = await send(app, asSent(request));
			assert.deepEqual([answer.status, answer.json], [200, { success: true }]);
		}
		assert.deepEqual(
			account.edits.map(({ field, object, to }) => [field, object, to]),
			[
				['budget', 'budget/221', 2_469_000_000],
				['budget', 'budget/222', 2_469_000_000],
				['status', 'campaign/111', 'paused'],
				['status', 'campaign/111', 'enabled'],
			],
		);
	});

	test(`one wrong parameter of a request in ${currency} is refused`, async () => {
		const account = metaAccount({ currency });
		const [{ query, ...request }] = pushedRequests(currency).map(asSent);
		const answer = await send(createApp(account, stubFaults()), {
			...request,
			query: { daily_budgets: query.daily_budget },
		});
		assert.deepEqual([answer.status, ...codesOf(answer)], [400, 100, undefined]);
		assert.deepEqual(account.edits, []);
	});
}

/** Requests that Meta refuses: the request, its code and sub-code, and why the row is here. */
const REFUSED = [
	[post('111', { daily_budget: '110.5' }), 100, undefined, 'a fraction'],
	[post('111', { daily_budget: '-5000' }), 100, undefined, 'less than nothing'],
	[post('111', { daily_budget: '50' }), 100, 1885272, 'half a euro'],
	[post('11101', { daily_budget: '11000' }), 100, 1885621, 'an ad set whose campaign has the budget'],
	[post('112', { daily_budget: '11000' }), 100, 1885621, 'a campaign whose ad sets have the budgets'],
	[post('113', { daily_budget: '11000' }), 100, undefined, 'a daily amount for a lifetime budget'],
	[post('111', {}), 100, undefined, 'nothing to change'],
	[post('111', { status: 'ENABLED' }), 100, undefined, 'a status of another platform'],
	[post('111', { budget: '11000' }), 100, undefined, 'a parameter that is none'],
	[post('111', { daily_budget: '11000', lifetime_budget: '11000' }), 100, undefined, 'two budgets'],
	[post('11301', { bid_amount: '100' }), 100, undefined, 'a cost cap beside a target return'],
	[post('999', { daily_budget: '11000' }), 100, 33, 'an object that is not there'],
	[post('act_1234567890', { daily_budget: '11000' }), 100, 33, 'the account'],
	[{ ...post('111', { daily_budget: '11000' }), path: '/v25.0/111' }, 2635, undefined, 'an older version'],
	[{ ...post('111', { daily_budget: '11000' }), path: '/v27.0/111' }, 2500, undefined, 'a version that is none'],
	[{ ...post('111', { daily_budget: '11000' }), path: '/111' }, 2500, undefined, 'no version'],
	[post('111', { daily_budget: '11000' }, { headers: { Authorization: '' } }), 104, undefined, 'no token'],
	[
		post('111', {}, { body: 'daily_budget=11000', headers: { 'Content-Type': 'text/plain' } }),
		100,
		undefined,
		'another media type',
	],
	[
		post('111/budget_schedules', {
			budget_value: '1.49',
			budget_value_type: 'MULTIPLIER',
			time_start: '1795791600',
			time_end: '1795806000',
		}),
		100,
		undefined,
		'a factor with decimals',
	],
	[
		post('111/budget_schedules', {
			budget_value: '150',
			budget_value_type: 'MULTIPLIER',
			time_start: '1795791660',
			time_end: '1795806000',
		}),
		100,
		undefined,
		'a minute past',
	],
	[
		post('111/budget_schedules', {
			budget_value: '150',
			budget_value_type: 'MULTIPLIER',
			time_start: '1795791600',
			time_end: '1795795200',
		}),
		100,
		undefined,
		'an hour',
	],
	[get('111', { fields: 'daily_budgett' }), 100, undefined, 'a field that is none'],
	[get('act_1234567890/insights', { ...HOURLY, fields: 'spendd' }), 100, undefined, 'figures that are none'],
	[get('act_1234567890/insights', { ...HOURLY, breakdowns: 'hour' }), 100, undefined, 'a breakdown that is none'],
	[
		get('act_1234567890/insights', { ...HOURLY, time_range: '{"since":"2026-11-27","until":"2026-11-20"}' }),
		100,
		undefined,
		'a range that ends before it starts',
	],
	[get('act_1234567890/insights', { ...HOURLY, after: 'abc' }), 100, undefined, 'a cursor of nothing'],
	[get('111/insight', HOURLY), 100, undefined, 'an edge that is none'],
];

for (const [request, code, subcode, because] of REFUSED) {
	test(`refused with ${code}${subcode === undefined ? '' : ` / ${subcode}`}: ${because}`, async () => {
		const account = metaAccount();
		const answer = await send(createApp(account, stubFaults()), request);
		assert.deepEqual(codesOf(answer), [code, subcode], JSON.stringify(answer.json));
		assert.equal(answer.status, 400);
		assert.match(answer.json.error.fbtrace_id, /^A/);
		assert.deepEqual(account.edits, []);
	});
}

test('an error names the parameter and what it must be', async () => {
	const app = createApp(metaAccount(), stubFaults());
	const messageOf = async (query) => (await send(app, post('111', query))).json.error.message;
	assert.equal(await messageOf({ daily_budget: '110.5' }), '(#100) Param daily_budget must be an integer');
	assert.equal(
		await messageOf({ status: 'ON' }),
		'(#100) Param status must be one of the following values: ACTIVE, PAUSED',
	);
	assert.equal(await messageOf({ budget: '1' }), '(#100) Param budget is not supported by this request');
	assert.equal(
		(await send(app, post('111/budget_schedules', { budget_value: '150' }))).json.error.message,
		'(#100) Param budget_value_type is required',
	);
});

test('parameters are read from the address, a form and JSON', async () => {
	const account = metaAccount();
	const app = createApp(account, stubFaults());
	const sent = [
		post('111', { daily_budget: '11000' }),
		post('111', {}, { body: 'daily_budget=12000', headers: { 'Content-Type': 'application/x-www-form-urlencoded' } }),
		post('111', {}, { body: '{"daily_budget":13000}', headers: { 'Content-Type': 'application/json' } }),
	];
	for (const request of sent) assert.equal((await send(app, request)).status, 200);
	assert.deepEqual(
		account.edits.map(({ to }) => to),
		[110_000_000, 120_000_000, 130_000_000],
	);
	const refused = await send(
		app,
		post('111', {}, { body: '{"daily_budget":130.5}', headers: { 'Content-Type': 'application/json' } }),
	);
	assert.deepEqual(codesOf(refused), [100, undefined]);
});

test('a fifth change of a budget within an hour is refused with 613, the same amount is none', async () => {
	const account = metaAccount();
	const app = createApp(account, stubFaults());
	const statuses = [];
	for (const amount of [11_000, 12_000, 12_000, 13_000, 14_000]) {
		statuses.push((await send(app, post('111', { daily_budget: String(amount) }))).status);
	}
	assert.deepEqual(statuses, [200, 200, 200, 200, 200]);
	const fifth = await send(app, post('111', { daily_budget: '15000' }));
	assert.deepEqual([fifth.status, ...codesOf(fifth)], [400, 613, 1487632]);
	assert.equal(
		(await send(app, post('11201', { daily_budget: '15000' }))).status,
		200,
		'another object has its own quota',
	);
	account.nowMs += 3_600_000;
	assert.equal((await send(app, post('111', { daily_budget: '15000' }))).status, 200, 'an hour later');
});

test('a validated update changes nothing', async () => {
	const account = metaAccount();
	const answer = await send(
		createApp(account, stubFaults()),
		post('111', { daily_budget: '11000', execution_options: '["validate_only"]' }),
	);
	assert.deepEqual(answer.json, { success: true });
	assert.deepEqual(account.edits, []);
});

test('nodes say where the budget is', async () => {
	const app = createApp(metaAccount(), stubFaults());
	const read = async (id) => (await send(app, get(id, { fields: 'daily_budget,lifetime_budget,status' }))).json;
	assert.deepEqual(await read('111'), { daily_budget: '10000', status: 'ACTIVE', id: '111' });
	assert.deepEqual(await read('11101'), { daily_budget: '0', lifetime_budget: '0', status: 'ACTIVE', id: '11101' });
	assert.deepEqual(await read('112'), { status: 'ACTIVE', id: '112' });
	assert.deepEqual(await read('11201'), { daily_budget: '10000', lifetime_budget: '0', status: 'ACTIVE', id: '11201' });
	assert.deepEqual(await read('113'), { lifetime_budget: '10000', status: 'PAUSED', id: '113' });
	const campaigns = await send(app, get('act_1234567890/campaigns', { fields: 'name' }));
	assert.deepEqual(
		campaigns.json.data.map(({ name }) => name),
		['Brand', 'Prospecting', 'Launch'],
	);
});

test('insights by the hour have pages, and every row once', async () => {
	const app = createApp(metaAccount(), stubFaults());
	const rows = [];
	let request = get('act_1234567890/insights', { ...HOURLY, limit: '5' });
	let pages = 0;
	while (request !== undefined) {
		const { json } = await send(app, request);
		rows.push(...json.data);
		const { next } = json.paging;
		request = next && { path: new URL(next).pathname, query: Object.fromEntries(new URL(next).searchParams) };
		pages++;
	}
	assert.deepEqual([pages, rows.length, new Set(rows.map((row) => JSON.stringify(row))).size], [3, 12, 12]);
	assert.deepEqual(rows[0], {
		account_id: '1234567890',
		campaign_id: '111',
		account_currency: 'EUR',
		spend: '1',
		impressions: '100',
		clicks: '10',
		actions: [{ action_type: 'link_click', value: '10' }],
		date_start: '2026-11-27',
		date_stop: '2026-11-27',
		hourly_stats_aggregated_by_advertiser_time_zone: '00:00:00 - 00:59:59',
	});
});

test('insights by the day have conversions, and those of a campaign are its own', async () => {
	const app = createApp(metaAccount(), stubFaults());
	const { breakdowns, ...daily } = HOURLY;
	assert.ok(breakdowns);
	const { json } = await send(app, get('112/insights', daily));
	assert.equal(json.data.length, 1);
	assert.deepEqual([json.data[0].campaign_id, json.data[0].spend], ['112', '14']);
	assert.deepEqual(
		json.data[0].action_values.map(({ value }) => value),
		['200', '200', '200'],
	);
});

test('a budget schedule is added, and a cap set', async () => {
	const account = metaAccount();
	const app = createApp(account, stubFaults());
	const startS = NOW_MS / 1000 + 3600;
	const schedule = {
		budget_value: '150',
		budget_value_type: 'MULTIPLIER',
		time_start: String(startS),
		time_end: String(startS + 4 * 3600),
	};
	const added = await send(app, post('111/budget_schedules', schedule));
	assert.equal(added.status, 200);
	assert.deepEqual(account.edits.at(-1).to, { startMs: 1000 * startS, endMs: 1000 * (startS + 4 * 3600), factor: 1.5 });
	assert.deepEqual(
		codesOf(await send(app, post('111/budget_schedules', schedule))),
		[100, undefined],
		'a second one overlaps',
	);
	const { json } = await send(app, get('111/budget_schedules'));
	assert.deepEqual(
		json.data.map(({ id }) => id),
		[added.json.id],
	);
	assert.equal((await send(app, post('11201', { bid_amount: '1100' }))).status, 200);
	assert.equal(account.campaigns[1].targetCpaMicros, 11_000_000);
	assert.equal((await send(app, post('11301', { bid_constraints: '{"roas_average_floor":25000}' }))).status, 200);
	assert.equal(account.campaigns[2].targetRoas, 2.5);
});

test('faults speak in Meta’s words', async () => {
	const answers = async (fault) => {
		const { status, json } = await send(
			createApp(metaAccount(), stubFaults({ beforeRequest: () => fault })),
			get('111'),
		);
		return [status, json.error.code];
	};
	assert.deepEqual(await answers('rate-limited'), [400, 17]);
	assert.deepEqual(await answers('unavailable'), [503, 2]);
	assert.deepEqual(await answers('unauthorized'), [401, 190]);
	const account = metaAccount();
	const silent = createApp(
		account,
		stubFaults({ afterMutation: () => 'timeout', noAnswer: () => Response.json({}, { status: 599 }) }),
	);
	assert.equal((await send(silent, post('111', { daily_budget: '11000' }))).status, 599);
	assert.equal(account.edits.length, 1, 'the change was made');
	const refused = await send(
		createApp(account, stubFaults({ refusedOperation: () => 'internal' })),
		post('111', { daily_budget: '12000' }),
	);
	assert.deepEqual([refused.status, refused.json.error.code], [500, 1]);
	const short = await send(
		createApp(account, stubFaults({ pageSize: () => 2 })),
		get('act_1234567890/insights', HOURLY),
	);
	assert.equal(short.json.data.length, 2);
	assert.ok(short.json.paging.next);
});

test('any parameters are answered, and change nothing that is not asked for', async () => {
	const account = metaAccount();
	const app = createApp(account, stubFaults());
	const names = [
		'daily_budget',
		'status',
		'bid_amount',
		'bid_constraints',
		'execution_options',
		'fields',
		'limit',
		'__proto__',
	];
	const body = fc.oneof(
		fc.jsonValue(),
		fc.dictionary(fc.constantFrom(...names), fc.oneof(fc.jsonValue(), fc.string())),
	);
	await fc.assert(
		fc.asyncProperty(fc.constantFrom('111', '11201', '111/budget_schedules'), body, async (path, sent) => {
			const headers = { 'Content-Type': 'application/json' };
			const { status } = await send(app, post(path, {}, { body: JSON.stringify(sent), headers }));
			assert.equal(status, 400);
		}),
		{ numRuns: 500, seed: 1 },
	);
	assert.deepEqual(account.edits, []);
});

test('of 500 mutated requests at least 90% are refused with an error code of Meta', async () => {
	const startS = NOW_MS / 1000 + 3600;
	const bases = [
		...pushedRequests('EUR').map(asSent),
		post('111/budget_schedules', {
			budget_value: '150',
			budget_value_type: 'MULTIPLIER',
			time_start: String(startS),
			time_end: String(startS + 4 * 3600),
		}),
		post('11201', { bid_amount: '1100' }),
		get('act_1234567890/insights', HOURLY),
		get('111', { fields: 'daily_budget,lifetime_budget' }),
	];
	const random = seeded(20261128);
	const accepted = [];
	for (let count = 0; count < 500; count++) {
		const { name, request } = mutationsOf(structuredClone(bases[count % bases.length]), random);
		const account = metaAccount();
		const answer = await send(createApp(account, stubFaults()), request);
		const isRefused = answer.status >= 400 && Number.isInteger(answer.json.error?.code);
		if (isRefused) assert.deepEqual(account.edits, [], name);
		else
			accepted.push(
				`${name}: ${request.method ?? 'GET'} ${request.path} ${JSON.stringify(request.query)} ${request.body ?? ''}`,
			);
	}
	assert.ok(accepted.length <= 50, `${accepted.length} of 500 were not refused:\n${accepted.join('\n')}`);
});
