import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { inflateRawSync } from 'node:zlib';

import { createApp } from '../../sandbox/platforms/microsoft-ads/app.mjs';
import core from '../../dist/src/index.js';
import { mutated } from './mutations.mjs';
import { AMOUNTS, budgetRequest, send, statusRequest } from './pushed.mjs';
import { stubAccount, stubFaults } from './stubAccount.mjs';

const TARGET = { platform: 'microsoft_ads', accountId: '1234567890', managerAccountId: '55' };
const MINE = { Authorization: 'Bearer token', DeveloperToken: 'secret' };
const SERVICE = 'https://campaign.api.bingads.microsoft.com/CampaignManagement/v13';
const REPORTING = 'https://reporting.api.bingads.microsoft.com/Reporting/v13/GenerateReport';
const HEADERS = { CustomerAccountId: '1234567890', CustomerId: '55' };

const appOn = (options = {}, faults = {}) => {
	const account = stubAccount({
		platform: 'microsoft_ads',
		amountMicros: micros(AMOUNTS[options.currency ?? 'EUR'][1]),
		...options,
	});
	return { account, app: createApp(account, stubFaults(faults)) };
};
const micros = (amount) => Math.round(Number(amount) * 1e6);
const post = (url, body) => ({ method: 'POST', url, headers: HEADERS, body, contentType: 'application/json' });
const answerOf = async (response) => ({ status: response.status, ...(await response.json()) });

/** The requests of the package, for objects as the sandbox returns them. */
async function pushes(app, currency) {
	const { Campaigns } = await answerOf(
		await send(app, post(`${SERVICE}/Campaigns/QueryByIds`, { AccountId: '1234567890', CampaignIds: ['111'] }), MINE),
	);
	const { Budgets } = await answerOf(await send(app, post(`${SERVICE}/Budgets/QueryByIds`, {}), MINE));
	return [
		budgetRequest(currency, TARGET, '111', Campaigns[0]),
		budgetRequest(currency, TARGET, '222', Budgets[0], { level: 'budget' }),
		statusRequest(TARGET, 'campaign', '111', 'paused'),
		statusRequest(TARGET, 'campaign', '113', 'enabled'),
	];
}

for (const currency of ['EUR', 'USD', 'TWD']) {
	test(`requests of the package are accepted in ${currency}`, async () => {
		const { account, app } = appOn({ currency });
		for (const request of await pushes(app, currency)) {
			assert.deepEqual(await answerOf(await send(app, request, MINE)), { status: 200, PartialErrors: [] });
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
	});
}

test('at least 90% of requests made wrong in one place are refused with a code of Microsoft', async () => {
	const { app } = appOn();
	const valid = await pushes(app, 'EUR');
	const accepted = [];
	for (const { kind, request } of mutated(valid, MINE, 400)) {
		const fresh = appOn();
		const response = await send(fresh.app, request, {});
		const body = await response.json().catch(() => ({}));
		const [error] = [body.PartialErrors, body.OperationErrors, body.Errors].flatMap((list) => list ?? []);
		const refused =
			error === undefined ? response.status === 404 : Number.isInteger(error.Code) && error.ErrorCode.length > 3;
		if (!refused || fresh.account.edits.length > 0) accepted.push(`${kind}: ${JSON.stringify(request)}`);
	}
	assert.ok(accepted.length <= 40, `${accepted.length} of 400 were accepted:\n${accepted.join('\n')}`);
});

describe('one wrong field is refused', () => {
	const cases = [
		['a campaign of another account', (body) => (body.Campaigns[0].Id = '987'), 'CampaignServiceInvalidCampaignId'],
		[
			'an amount below the minimum',
			(body) => (body.Campaigns[0].DailyBudget = 0.01),
			'CampaignServiceInvalidDailyBudget',
		],
		['a fraction of a cent', (body) => (body.Campaigns[0].DailyBudget = 100.123), 'CampaignServiceInvalidDailyBudget'],
		[
			'another type of budget',
			(body) => (body.Campaigns[0].BudgetType = 'DailyBudgetAccelerated'),
			'CampaignServiceInvalidBudgetType',
		],
		[
			'the shared budget of a campaign',
			(body) => (body.Campaigns[0].Id = '112'),
			'CampaignServiceCannotUpdateSharedBudget',
		],
		[
			'a status that only Microsoft sets',
			(body) => (body.Campaigns[0].Status = 'Suspended'),
			'CampaignServiceInvalidCampaignStatus',
		],
	];
	for (const [because, spoil, code] of cases) {
		test(because, async () => {
			const { account, app } = appOn();
			const [request] = await pushes(app, 'EUR');
			spoil(request.body);
			const { status, PartialErrors } = await answerOf(await send(app, request, MINE));
			assert.deepEqual([status, PartialErrors.map(({ ErrorCode, Index }) => [ErrorCode, Index])], [200, [[code, 0]]]);
			assert.deepEqual(account.edits, []);
		});
	}
});

test('an item that fails leaves the others carried out', async () => {
	const { account, app } = appOn();
	const Campaigns = [
		{ Id: '111', DailyBudget: 90 },
		{ Id: '9', DailyBudget: 90 },
	];
	const request = { ...post(`${SERVICE}/Campaigns`, { AccountId: '1234567890', Campaigns }), method: 'PUT' };
	const { PartialErrors } = await answerOf(await send(app, request, MINE));
	assert.deepEqual(
		PartialErrors.map(({ Code, Index }) => [Code, Index]),
		[[1100, 1]],
	);
	assert.equal(account.edits.length, 1);
});

describe('faults are told in the words of Microsoft', () => {
	const given = (fault) => ({ beforeRequest: () => fault });
	for (const [fault, status, code] of [
		['rate-limited', 429, 117],
		['unavailable', 503, 0],
		['unauthorized', 401, 109],
	]) {
		test(fault, async () => {
			const { app } = appOn({}, given(fault));
			const answer = await answerOf(await send(app, statusRequest(TARGET, 'campaign', '111', 'paused'), MINE));
			assert.deepEqual([answer.status, answer.Errors[0].Code], [status, code]);
		});
	}

	test('one operation fails with status 200', async () => {
		const { account, app } = appOn(
			{},
			{ refusedOperation: ({ object }) => (object === 'campaign/111' ? 'internal' : null) },
		);
		const answer = await answerOf(await send(app, statusRequest(TARGET, 'campaign', '111', 'paused'), MINE));
		assert.deepEqual([answer.status, answer.PartialErrors[0].ErrorCode], [200, 'InternalError']);
		assert.deepEqual(account.edits, []);
	});

	test('a change is made and its answer never comes', async () => {
		const { account, app } = appOn({}, { afterMutation: () => 'timeout' });
		const response = await send(app, statusRequest(TARGET, 'campaign', '111', 'paused'), MINE);
		assert.equal(response.status, 599);
		assert.equal(account.edits.length, 1);
	});
});

describe('a report', () => {
	const Columns = [
		'TimePeriod',
		'AccountId',
		'CampaignId',
		'CurrencyCode',
		'Spend',
		'Clicks',
		'Impressions',
		'Conversions',
		'Revenue',
	];
	const submission = (changes = {}) => ({
		ReportRequest: {
			Type: 'CampaignPerformanceReportRequest',
			Aggregation: 'Hourly',
			Columns,
			ExcludeReportHeader: true,
			ExcludeReportFooter: true,
			FormatVersion: '2.0',
			Scope: { AccountIds: ['1234567890'] },
			Time: { PredefinedTime: 'Today' },
			...changes,
		},
	});
	const submit = async (app, changes) =>
		answerOf(await send(app, post(`${REPORTING}/Submit`, submission(changes)), MINE));
	const poll = async (app, ReportRequestId) =>
		(await answerOf(await send(app, post(`${REPORTING}/Poll`, { ReportRequestId }), MINE))).ReportRequestStatus;

	test('is submitted, polled, downloaded and unzipped into rows that the package reads', async () => {
		const { app } = appOn({ currency: 'USD' });
		const { ReportRequestId } = await submit(app);
		const { ReportDownloadUrl, Status } = await poll(app, ReportRequestId);
		assert.equal(Status, 'Success');
		const file = Buffer.from(await (await app.request(ReportDownloadUrl)).arrayBuffer());
		const start = 30 + file.readUInt16LE(26);
		const [head, ...lines] = inflateRawSync(file.subarray(start, start + file.readUInt32LE(18)))
			.toString()
			.split('\r\n')
			.map((line) => JSON.parse(`[${line}]`));
		const rows = lines.map((cells) => Object.fromEntries(cells.map((cell, position) => [head[position], cell])));
		assert.equal(rows.length, 12);
		const budget = { budgetId: 'b', currency: 'USD', timeZone: 'UTC', dailyAmount: '100' };
		const { windows, rejected } = core.normaliseRows(rows, { budget, reportTimeZone: 'UTC' });
		assert.deepEqual([windows.length, rejected], [12, []]);
		assert.deepEqual([windows[0].spend, windows[0].campaignId, windows[0].revenue], ['1', '111', '50']);
	});

	test('without rows has no address', async () => {
		const { app } = appOn({}, { onReport: () => [] });
		const { ReportRequestId } = await submit(app);
		assert.deepEqual(await poll(app, ReportRequestId), { ReportDownloadUrl: null, Status: 'Success' });
	});

	for (const [because, changes, code] of [
		['of days', { Aggregation: 'Daily' }, 'ReportingServiceInvalidReportAggregation'],
		['of another account', { Scope: { AccountIds: ['9'] } }, 'UserIsNotAuthorized'],
		['of no time', { Time: {} }, 'ReportingServiceInvalidReportTimeSelection'],
		['with an unknown column', { Columns: ['Spent'] }, 'NullRequest'],
	]) {
		test(`${because} is refused`, async () => {
			const { status, OperationErrors } = await submit(appOn().app, changes);
			assert.deepEqual([status, OperationErrors[0].ErrorCode], [400, code]);
		});
	}
});
