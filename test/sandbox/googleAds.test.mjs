import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { test } from 'node:test';

import fc from 'fast-check';

import { enumValues, messageType } from '../../sandbox/platforms/google-ads/messages.mjs';
import { createApp } from '../../sandbox/platforms/google-ads/app.mjs';
import { mutationsOf } from './googleMutations.mjs';
import { statusRequest } from './pushed.mjs';
import { NOW_MS, seeded, stubAccount, stubFaults } from './stubAccount.mjs';

const { createState, ingest, optimizeAllocation, preparePush } = createRequire(import.meta.url)(
	'../../dist/src/index.js',
);

const HEADERS = { Authorization: 'Bearer token', 'developer-token': 'developer', 'Content-Type': 'application/json' };

const CUSTOMER = '/v26/customers/1234567890';

const HOURLY = `SELECT customer.currency_code, customer.time_zone, campaign.id, metrics.cost_micros, metrics.clicks, metrics.conversions,
	metrics.conversions_value, segments.date, segments.hour FROM campaign WHERE segments.date BETWEEN '2026-11-20' AND '2026-11-27'`;

const SCHEDULE = `SELECT campaign_criterion.resource_name, campaign_criterion.ad_schedule.day_of_week, campaign_criterion.ad_schedule.start_hour,
	campaign_criterion.ad_schedule.start_minute, campaign_criterion.ad_schedule.end_hour, campaign_criterion.ad_schedule.end_minute,
	campaign_criterion.bid_modifier FROM campaign_criterion WHERE campaign_criterion.type = 'AD_SCHEDULE'`;

/** Sends a request. @returns status and JSON */
async function send(app, { method = 'POST', path, headers = {}, body }) {
	const text = typeof body === 'string' || body === undefined ? body : JSON.stringify(body);
	const response = await app.request(path, {
		method,
		headers: { ...HEADERS, ...headers },
		...(method === 'GET' ? {} : { body: text }),
	});
	const answer = await response.text();
	const isJson = response.headers.get('content-type')?.includes('json');
	return { status: response.status, json: isJson ? JSON.parse(answer) : null, text: answer };
}

const search = (query, more = {}) => ({ path: `${CUSTOMER}/googleAds:search`, body: { query, ...more } });
const budget = (update, more = {}) => ({
	path: `${CUSTOMER}/campaignBudgets:mutate`,
	body: {
		operations: [
			{
				updateMask: 'amountMicros',
				update: { resourceName: 'customers/1234567890/campaignBudgets/222', amountMicros: '110000000', ...update },
			},
		],
		...more,
	},
});
const campaign = (updateMask, update) => ({
	path: `${CUSTOMER}/campaigns:mutate`,
	body: { operations: [{ updateMask, update: { resourceName: 'customers/1234567890/campaigns/112', ...update } }] },
});
const window = (startHour, endHour, more = {}) => ({
	create: {
		campaign: 'customers/1234567890/campaigns/112',
		adSchedule: { dayOfWeek: 'MONDAY', startHour, startMinute: 'ZERO', endHour, endMinute: 'ZERO' },
		bidModifier: 1.2,
		...more,
	},
});
const criteria = (operations, more = {}) => ({
	path: `${CUSTOMER}/campaignCriteria:mutate`,
	body: { operations, ...more },
});

/** The error code of a refusal, such as fieldMaskError.FIELD_NOT_FOUND. */
function codeOf({ json }) {
	const details = json?.error?.details ?? [];
	for (const { errors = [], fieldViolations, reason } of details) {
		for (const { errorCode } of errors) return Object.entries(errorCode)[0].join('.');
		if (fieldViolations !== undefined) return 'BadRequest';
		if (reason !== undefined) return reason;
	}
	return json?.error?.status;
}

/** Requests of the package for an account in a currency: a daily budget and the ad schedule of the day. */
function pushedRequests(currency, { dryRun = false } = {}) {
	const definition = { budgetId: 'b', currency, timeZone: 'UTC', dailyAmount: '1234' };
	const nowMs = Date.parse('2026-11-27T00:20:00Z');
	const hour = { startMs: Date.parse('2026-11-26T23:00:00Z'), endMs: Date.parse('2026-11-27T00:00:00Z'), spend: 10 };
	const reported = ingest(createState(definition), [hour], nowMs).state;
	const { state } = optimizeAllocation(reported, { strategy: 'even_distribution', nowMs });
	const schedule = { dayOfWeek: 'FRIDAY', startMinute: 'ZERO', endMinute: 'ZERO' };
	const row = (id, startHour, endHour, bidModifier) => ({
		campaignCriterion: {
			resourceName: `customers/1234567890/campaignCriteria/111~${id}`,
			adSchedule: { ...schedule, startHour, endHour },
			bidModifier,
		},
	});
	const target = {
		platform: 'google_ads',
		accountId: '123-456-7890',
		managerAccountId: '999-888-7777',
		bidding: 'manual',
		campaignIds: ['111'],
		objects: [
			{ id: '221', share: 1, current: { amountMicros: '300000000', period: 'DAILY' } },
			{ id: '222', share: 2, current: { amountMicros: '600000000', period: 'DAILY' } },
		],
		adSchedule: [row('300001', 0, 9, 1), row('300002', 9, 24, 1.2)],
	};
	return preparePush(state, { target, nowMs, dryRun }).push.requests;
}

const asSent = ({ method, url, headers, body }) => ({ method, path: new URL(url).pathname, headers, body });

for (const currency of ['EUR', 'USD', 'JPY', 'KWD', 'TWD', 'HUF']) {
	test(`requests of the package are accepted in ${currency}`, async () => {
		const requests = pushedRequests(currency);
		assert.deepEqual(
			requests.map(({ lever }) => lever),
			['day-total', 'day-total', 'ad-schedule'],
		);
		const account = stubAccount({ currency });
		const app = createApp(account, stubFaults());
		for (const request of requests) {
			const answer = await send(app, asSent(request));
			assert.equal(answer.status, 200, answer.text);
			assert.equal(answer.json.partialFailureError, undefined, answer.text);
			assert.ok(answer.json.results.every(({ resourceName }) => resourceName !== undefined));
		}
		assert.equal(account.edits.length, 3);
		assert.ok(account.edits.every(({ author }) => author === 'api'));
	});

	test(`one wrong field of a request in ${currency} is refused`, async () => {
		const account = stubAccount({ currency });
		const app = createApp(account, stubFaults());
		const [request] = pushedRequests(currency).map(asSent);
		request.body.operations[0].update.amountMicro = '1';
		assert.equal(codeOf(await send(app, request)), 'BadRequest');
		assert.deepEqual(account.edits, []);
	});
}

test('a validated request changes nothing', async () => {
	const account = stubAccount();
	const app = createApp(account, stubFaults());
	for (const request of pushedRequests('EUR', { dryRun: true })) {
		const { status, json } = await send(app, asSent(request));
		assert.equal(status, 200);
		assert.deepEqual(json, {});
	}
	assert.deepEqual(account.edits, []);
});

test('names are read in both spellings, and 64-bit integers as numbers or digits', async () => {
	const account = stubAccount();
	const app = createApp(account, stubFaults());
	const body = {
		operations: [
			{
				update_mask: 'amount_micros',
				update: { resource_name: 'customers/1234567890/campaignBudgets/222', amount_micros: 120_000_000 },
			},
		],
		validate_only: false,
	};
	assert.equal((await send(app, { path: `${CUSTOMER}/campaignBudgets:mutate`, body })).status, 200);
	assert.equal(account.budgets[1].amountMicros, 120_000_000);
});

/** Requests that Google refuses: the request, its code, and why the row is here. */
const REFUSED = [
	[budget({ amountMicros: '110005000' }), 'campaignBudgetError.NON_MULTIPLE_OF_MINIMUM_CURRENCY_UNIT', 'half a cent'],
	[budget({ amountMicros: '0' }), 'campaignBudgetError.MONEY_AMOUNT_LESS_THAN_CURRENCY_MINIMUM_CPC', 'nothing'],
	[budget({ amountMicros: '-10000' }), 'campaignBudgetError.NEGATIVE_MONEY_AMOUNT', 'less than nothing'],
	[
		budget({ resourceName: 'customers/1234567890/campaignBudgets/223' }),
		'campaignBudgetError.BUDGET_AMOUNT_MUST_BE_UNSET_FOR_CUSTOM_BUDGET_PERIOD',
		'a daily amount for a total budget',
	],
	[
		budget({ resourceName: 'customers/1234567890/campaignBudgets/999' }),
		'mutateError.RESOURCE_NOT_FOUND',
		'a budget that is not there',
	],
	[
		budget({ resourceName: 'customers/9999999999/campaignBudgets/222' }),
		'requestError.INVALID_CUSTOMER_ID',
		'another customer',
	],
	[budget({ resourceName: 'campaignBudgets/222' }), 'requestError.RESOURCE_NAME_MALFORMED', 'half a name'],
	[budget({ amountMicros: 1.5 }), 'BadRequest', 'a fraction where an integer is due'],
	[budget({ amountMicro: '1' }), 'BadRequest', 'a typo'],
	[budget({ name: 5 }), 'BadRequest', 'a number where text is due'],
	[{ ...budget({}), headers: { 'Content-Type': 'text/plain' } }, 'BadRequest', 'another media type'],
	[
		{ ...budget({}), headers: { 'login-customer-id': '999-888-7777' } },
		'headerError.INVALID_LOGIN_CUSTOMER_ID',
		'hyphens in a header',
	],
	[{ ...budget({}), headers: { Authorization: '' } }, 'CREDENTIALS_MISSING', 'no token'],
	[
		{ ...budget({}), headers: { 'developer-token': '' } },
		'requestError.DEVELOPER_TOKEN_PARAMETER_MISSING',
		'no developer token',
	],
	[
		{ ...budget({}), path: '/v25/customers/1234567890/campaignBudgets:mutate' },
		'requestError.UNSUPPORTED_VERSION',
		'an older version',
	],
	[
		{ ...budget({}), path: '/v26/customers/123-456-7890/campaignBudgets:mutate' },
		'requestError.INVALID_CUSTOMER_ID',
		'hyphens in the address',
	],
	[
		{ ...budget({}), path: '/v26/customers/1234567891/campaignBudgets:mutate' },
		'authorizationError.USER_PERMISSION_DENIED',
		'a customer without access',
	],
	[{ path: `${CUSTOMER}/campaignBudgets:mutate`, body: { operations: [] } }, 'fieldError.REQUIRED', 'no operation'],
	[
		{ path: `${CUSTOMER}/campaignBudgets:mutate`, body: { operations: [{}] } },
		'requestError.OPERATION_REQUIRED',
		'an empty operation',
	],
	[
		{
			path: `${CUSTOMER}/campaignBudgets:mutate`,
			body: {
				operations: [{ update: { resourceName: 'customers/1234567890/campaignBudgets/222', amountMicros: '10000' } }],
			},
		},
		'fieldMaskError.FIELD_MASK_MISSING',
		'no mask',
	],
	[
		{
			...budget({}),
			body: {
				operations: [{ updateMask: 'amount', update: { resourceName: 'customers/1234567890/campaignBudgets/222' } }],
			},
		},
		'fieldMaskError.FIELD_NOT_FOUND',
		'a mask of another field',
	],
	[
		{
			...budget({}),
			body: {
				operations: [
					{
						updateMask: 'period',
						update: { resourceName: 'customers/1234567890/campaignBudgets/222', period: 'DAILY' },
					},
				],
			},
		},
		'fieldError.IMMUTABLE_FIELD',
		'a field that never changes',
	],
	[
		{
			...budget({}),
			body: {
				operations: [
					{ updateMask: 'amountMicros', update: { resourceName: 'customers/1234567890/campaignBudgets/222' } },
				],
			},
		},
		'fieldError.FIELD_CANNOT_BE_CLEARED',
		'an amount that is cleared',
	],
	[
		{ ...budget({}), body: { operations: [budget({}).body.operations[0], budget({}).body.operations[0]] } },
		'mutateError.ID_EXISTS_IN_MULTIPLE_MUTATES',
		'one budget twice',
	],
	[campaign('status', { status: 'PAUSE' }), 'BadRequest', 'a status that is none'],
	[campaign('status', { status: 'REMOVED' }), 'campaignError.INVALID_STATUS_CHANGE', 'removing by status'],
	[
		campaign('targetCpa', { targetCpa: { targetCpaMicros: '1' } }),
		'fieldMaskError.FIELD_HAS_SUBFIELDS',
		'a mask of a message',
	],
	[
		campaign('maximizeConversions.targetCpaMicros', { maximizeConversions: { targetCpaMicros: '15000' } }),
		'currencyError.VALUE_NOT_MULTIPLE_OF_BILLABLE_UNIT',
		'a target of half a cent',
	],
	[
		campaign('targetRoas.targetRoas', { targetRoas: { targetRoas: 0.001 } }),
		'rangeError.TOO_LOW',
		'a target below the lowest',
	],
	[campaign('status', { targetCpa: {}, targetRoas: {} }), 'BadRequest', 'two bidding strategies'],
	[
		criteria([window(9, 13), window(12, 15)]),
		'criterionError.AD_SCHEDULE_TIME_INTERVALS_OVERLAP',
		'windows that overlap',
	],
	[
		criteria([0, 1, 2, 3, 4, 5, 6].map((hour) => window(hour, hour + 1))),
		'criterionError.AD_SCHEDULE_EXCEEDED_INTERVALS_PER_DAY_LIMIT',
		'seven windows a day',
	],
	[
		criteria([window(13, 9)]),
		'criterionError.AD_SCHEDULE_INVALID_TIME_INTERVAL',
		'a window that ends before it starts',
	],
	[criteria([window(9, 25)]), 'criterionError.AD_SCHEDULE_INVALID_TIME_INTERVAL', 'a 25th hour'],
	[criteria([window(9, 13, { bidModifier: 0.05 })]), 'rangeError.TOO_LOW', 'a modifier below 0.1'],
	[criteria([window(9, 13, { bidModifier: 11 })]), 'rangeError.TOO_HIGH', 'a modifier above 10'],
	[
		criteria([{ ...window(9, 13), updateMask: 'bidModifier' }]),
		'fieldMaskError.FIELD_MASK_NOT_ALLOWED',
		'a mask of a new window',
	],
	[
		criteria([{ remove: 'customers/1234567890/campaignCriteria/111~999' }]),
		'mutateError.RESOURCE_NOT_FOUND',
		'a window that is not there',
	],
	[
		criteria([
			{
				updateMask: 'adSchedule.startHour',
				update: { resourceName: 'customers/1234567890/campaignCriteria/111~300001', adSchedule: { startHour: 3 } },
			},
		]),
		'mutateError.MUTATE_NOT_ALLOWED',
		'hours that are changed',
	],
	[search('SELECT campaign.idd FROM campaign'), 'queryError.UNRECOGNIZED_FIELD', 'a field that is none'],
	[search('SELECT campaign.id FROM campain'), 'queryError.BAD_RESOURCE_TYPE_IN_FROM_CLAUSE', 'a resource that is none'],
	[search('SELECT campaign.id'), 'queryError.EXPECTED_FROM', 'half a query'],
	[
		search('SELECT segments.date, metrics.clicks FROM campaign'),
		'queryError.EXPECTED_FILTERS_ON_DATE_RANGE',
		'dates without end',
	],
	[
		search("SELECT campaign.id FROM campaign WHERE campaign.status = 'ON'"),
		'queryError.BAD_ENUM_CONSTANT',
		'a status that is none',
	],
	[
		search('SELECT metrics.clicks FROM campaign_criterion'),
		'queryError.PROHIBITED_METRIC_IN_SELECT_OR_WHERE_CLAUSE',
		'figures that a window does not have',
	],
	[search(HOURLY, { pageSize: 100 }), 'requestError.PAGE_SIZE_NOT_SUPPORTED', 'pages of an own size'],
	[search(HOURLY, { pageToken: 'abc' }), 'requestError.INVALID_PAGE_TOKEN', 'a token of nothing'],
];

for (const [request, code, because] of REFUSED) {
	test(`refused with ${code}: ${because}`, async () => {
		const account = stubAccount();
		const answer = await send(createApp(account, stubFaults()), request);
		assert.equal(codeOf(answer), code, answer.text);
		assert.ok(answer.status >= 400);
		assert.deepEqual(account.edits, []);
	});
}

test('the month limit of whole units: 10.50 is refused in yen and accepted in euros', async () => {
	const request = budget({ amountMicros: '10500000' });
	assert.equal(
		codeOf(await send(createApp(stubAccount({ currency: 'JPY' }), stubFaults()), request)),
		'campaignBudgetError.NON_MULTIPLE_OF_MINIMUM_CURRENCY_UNIT',
	);
	assert.equal((await send(createApp(stubAccount(), stubFaults()), request)).status, 200);
});

test('all or none: one bad operation fails a request, with partialFailure only itself', async () => {
	const operations = ['10000', '15'].map((amountMicros, index) => ({
		updateMask: 'amountMicros',
		update: { resourceName: `customers/1234567890/campaignBudgets/22${index + 1}`, amountMicros },
	}));
	const request = (more) => ({ path: `${CUSTOMER}/campaignBudgets:mutate`, body: { operations, ...more } });
	const account = stubAccount();
	const app = createApp(account, stubFaults());
	const whole = await send(app, request({}));
	assert.equal(whole.status, 400);
	assert.deepEqual(account.edits, []);
	const part = await send(app, request({ partialFailure: true }));
	assert.equal(part.status, 200);
	assert.deepEqual(part.json.results, [{ resourceName: 'customers/1234567890/campaignBudgets/221' }, {}]);
	const [failure] = part.json.partialFailureError.details;
	assert.deepEqual(failure.errors[0].location.fieldPathElements[0], { fieldName: 'operations', index: 1 });
	assert.equal(account.edits.length, 1);
});

test('a report by the hour has pages, and every row once', async () => {
	const app = createApp(stubAccount(), stubFaults({ pageSize: () => 5 }));
	const rows = [];
	let pageToken;
	do {
		const { json } = await send(app, search(HOURLY, pageToken === undefined ? {} : { pageToken }));
		rows.push(...json.results);
		pageToken = json.nextPageToken;
	} while (pageToken !== undefined);
	assert.equal(rows.length, 12);
	assert.equal(new Set(rows.map((row) => JSON.stringify(row))).size, 12);
	assert.deepEqual(rows[0], {
		customer: { resourceName: 'customers/1234567890', currencyCode: 'EUR', timeZone: 'UTC' },
		campaign: { resourceName: 'customers/1234567890/campaigns/111', id: '111' },
		metrics: { costMicros: '1000000', clicks: '10', conversions: 1, conversionsValue: 50 },
		segments: { date: '2026-11-27', hour: 0 },
	});
	const stream = await send(app, { path: `${CUSTOMER}/googleAds:searchStream`, body: { query: HOURLY } });
	assert.deepEqual(stream.json[0].results, rows);
});

test('the ad schedule and budgets are read as the package expects them', async () => {
	const app = createApp(stubAccount(), stubFaults());
	const schedule = await send(app, search(SCHEDULE));
	assert.deepEqual(schedule.json.results[1].campaignCriterion, {
		resourceName: 'customers/1234567890/campaignCriteria/111~300002',
		adSchedule: { dayOfWeek: 'FRIDAY', startHour: 9, startMinute: 'ZERO', endHour: 24, endMinute: 'ZERO' },
		bidModifier: 1.2,
	});
	const budgets = await send(
		app,
		search(
			'SELECT campaign_budget.amount_micros, campaign_budget.total_amount_micros, campaign_budget.period FROM campaign_budget',
		),
	);
	assert.deepEqual(
		budgets.json.results.map(({ campaignBudget: { amountMicros, totalAmountMicros, period } }) => [
			amountMicros,
			totalAmountMicros,
			period,
		]),
		[
			['100000000', undefined, 'DAILY'],
			['100000000', undefined, 'DAILY'],
			[undefined, '100000000', 'CUSTOM_PERIOD'],
		],
	);
	const filtered = await send(
		app,
		search(
			"SELECT campaign.name FROM campaign WHERE campaign.status IN ('ENABLED') AND campaign.name LIKE 'Pro%' ORDER BY campaign.name LIMIT 1",
		),
	);
	assert.deepEqual(
		filtered.json.results.map(({ campaign: { name } }) => name),
		['Prospecting'],
	);
	const today = await send(
		app,
		search('SELECT campaign.id, metrics.cost_micros FROM campaign WHERE segments.date DURING TODAY'),
	);
	assert.deepEqual(
		today.json.results.map(({ metrics }) => metrics.costMicros),
		['10000000', '14000000', '18000000'],
	);
});

test('a campaign is paused and resumed by the package, and its target changed', async () => {
	const account = stubAccount();
	const app = createApp(account, stubFaults());
	const target = { platform: 'google_ads', accountId: '123-456-7890' };
	for (const status of ['paused', 'enabled']) {
		const answer = await send(app, asSent(statusRequest(target, 'campaign', '112', status)));
		assert.equal(answer.status, 200, answer.text);
		assert.equal(account.campaigns[1].status, status);
	}
	const cpa = { maximizeConversions: { targetCpaMicros: '11000000' } };
	assert.equal((await send(app, campaign('maximizeConversions.targetCpaMicros', cpa))).status, 200);
	assert.equal(account.campaigns[1].targetCpaMicros, 11_000_000);
});

test('any body is answered, and changes nothing that is not asked for', async () => {
	const account = stubAccount();
	const app = createApp(account, stubFaults());
	const paths = ['campaignBudgets:mutate', 'campaigns:mutate', 'campaignCriteria:mutate', 'googleAds:search'];
	const operation = fc.dictionary(
		fc.constantFrom('create', 'update', 'remove', 'updateMask', '__proto__'),
		fc.jsonValue(),
	);
	const body = fc.oneof(
		fc.jsonValue(),
		fc.record({ operations: fc.array(operation) }),
		fc.record({ query: fc.string() }),
	);
	await fc.assert(
		fc.asyncProperty(fc.constantFrom(...paths), body, async (path, sent) => {
			const { status } = await send(app, { path: `${CUSTOMER}/${path}`, body: JSON.stringify(sent) });
			assert.equal(status, 400);
		}),
		{ numRuns: 500, seed: 1 },
	);
	assert.deepEqual(account.edits, []);
});

test('faults speak in Google’s words', async () => {
	const answers = async (fault) => {
		const { status, json } = await send(
			createApp(stubAccount(), stubFaults({ beforeRequest: () => fault })),
			budget({}),
		);
		return [status, json.error.status];
	};
	assert.deepEqual(await answers('rate-limited'), [429, 'RESOURCE_EXHAUSTED']);
	assert.deepEqual(await answers('unavailable'), [503, 'UNAVAILABLE']);
	assert.deepEqual(await answers('unauthorized'), [401, 'UNAUTHENTICATED']);
	const account = stubAccount();
	assert.equal(
		(await send(createApp(account, stubFaults({ afterMutation: () => 'timeout' })), budget({}))).status,
		599,
	);
	assert.equal(account.edits.length, 1, 'the change was made');
	const refused = createApp(account, stubFaults({ refusedOperation: () => 'internal' }));
	assert.equal((await send(refused, budget({}))).status, 500);
	const partial = await send(refused, budget({}, { partialFailure: true }));
	assert.deepEqual([partial.status, partial.json.results], [200, [{}]]);
});

test('of 500 mutated requests at least 98% are refused with an error code of Google', async () => {
	const kinds = messageType('errors.ErrorCode').fields;
	const isCode = (code) => {
		const [kind, value] = code?.split('.') ?? [];
		const field = Object.values(kinds).find(
			({ name }) => name === kind?.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
		);
		return field === undefined
			? ['BadRequest', 'CREDENTIALS_MISSING'].includes(code)
			: enumValues(field).includes(value);
	};
	const bases = [
		...pushedRequests('EUR').map(asSent),
		campaign('status', { status: 'PAUSED' }),
		criteria([window(9, 13), { remove: 'customers/1234567890/campaignCriteria/111~300001' }]),
		search(HOURLY),
		search(SCHEDULE),
		{ path: `${CUSTOMER}/googleAds:searchStream`, body: { query: HOURLY } },
	].map((request) => ({ method: 'POST', headers: {}, ...request }));
	const random = seeded(20261127);
	const accepted = [];
	for (let count = 0; count < 500; count++) {
		const base = structuredClone(bases[count % bases.length]);
		const { name, request } = mutationsOf(base, random);
		const account = stubAccount();
		const answer = await send(createApp(account, stubFaults()), request);
		const isRefused =
			answer.status >= 400 && (isCode(codeOf(answer)) || (answer.status === 404 && answer.text.includes('Error 404')));
		if (!isRefused)
			accepted.push(
				`${name}: ${request.method} ${request.path} ${JSON.stringify(request.body)} -> ${answer.status} ${answer.text.slice(0, 200)}`,
			);
		if (isRefused) assert.deepEqual(account.edits, [], name);
	}
	assert.ok(accepted.length <= 10, `${accepted.length} of 500 were not refused:\n${accepted.join('\n')}`);
	assert.equal(NOW_MS, stubAccount().nowMs);
});
