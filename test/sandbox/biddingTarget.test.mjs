// Bidding targets from end to end: read from the sandbox, changed by the package, accepted and obeyed by the account.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import core from '../../dist/src/index.js';
import { createApp as googleApp } from '../../sandbox/platforms/google-ads/app.mjs';
import { createApp as metaApp } from '../../sandbox/platforms/meta-ads/app.mjs';
import { openScenario, readScenario } from '../../sandbox/scenarios/scenarios.mjs';
import { DAY_MS, daysOf, HOUR_MS, spendOf } from './accounts.mjs';
import { send } from './pushed.mjs';
import { NOW_MS, stubAccount, stubFaults } from './stubAccount.mjs';

const HEADERS = {
	google_ads: { Authorization: 'Bearer token', 'developer-token': 'token' },
	meta_ads: { Authorization: 'Bearer token' },
};

const QUERY = `SELECT campaign.id, campaign.campaign_budget, campaign.bidding_strategy, campaign.accessible_bidding_strategy,
	campaign.bidding_strategy_type, campaign.bidding_strategy_system_status, campaign.maximize_conversions.target_cpa_micros,
	campaign.target_cpa.target_cpa_micros, campaign.maximize_conversion_value.target_roas, campaign.target_roas.target_roas
	FROM campaign`;

/** The campaigns of a Google account, as a search returns them. */
async function readGoogle(app) {
	const url = 'https://googleads.googleapis.com/v26/customers/1234567890/googleAds:search';
	const request = { method: 'POST', url, contentType: 'application/json', body: { query: QUERY } };
	const answer = await send(app, request, HEADERS.google_ads);
	assert.equal(answer.status, 200);
	return (await answer.json()).results;
}

const FIELDS = 'id,campaign_id,daily_budget,bid_strategy,bid_amount,bid_constraints,learning_stage_info';

/** An ad set of a Meta account. */
async function readMeta(app, id) {
	const url = `https://graph.facebook.com/v26.0/${id}`;
	const answer = await send(app, { method: 'GET', url, query: { fields: FIELDS } }, HEADERS.meta_ads);
	assert.equal(answer.status, 200);
	return await answer.json();
}

/** A budget whose month ends short while its daily budgets are not used up. */
function shortMonth(currency) {
	const hours = 20 * 24;
	const fromMs = NOW_MS - (NOW_MS % HOUR_MS) - hours * HOUR_MS;
	const windows = Array.from({ length: hours }, (_, hour) => ({
		startMs: fromMs + hour * HOUR_MS,
		endMs: fromMs + (hour + 1) * HOUR_MS,
		spend: String(10 + (hour % 3)),
		budget: '500',
	}));
	const definition = {
		budgetId: 'b',
		currency,
		timeZone: 'UTC',
		flight: { start: '2026-11-01', end: '2026-12-31', amount: '40000' },
	};
	const { state } = core.ingest(core.createState(definition), windows, NOW_MS);
	return core.optimizeAllocation(state, { strategy: 'adaptive_ml', nowMs: NOW_MS }).state;
}

/** The requests of the package that change targets. */
function requestsOf(state, platform, objects, options = {}) {
	const target = { platform, lever: 'biddingTarget', accountId: '1234567890', learning: 'stable', objects };
	const { push } = core.preparePush(state, { target, nowMs: NOW_MS, dryRun: false, ...options });
	assert.deepEqual(push.held, []);
	return push.requests;
}

const appOf = (platform, account) => (platform === 'google_ads' ? googleApp : metaApp)(account, stubFaults());

/** What is changed on each platform, and what makes a request wrong in one field. */
const CASES = [
	{
		platform: 'google_ads',
		objects: async (app) => {
			const [, cpa, roas] = await readGoogle(app);
			return [
				{ id: '112', current: cpa },
				{ id: '113', current: roas },
			];
		},
		wrong: ({ body }) => {
			const { update } = body.operations[0];
			update.maximizeConversions.targetCpaMicro = update.maximizeConversions.targetCpaMicros;
		},
		wrongCode: ({ error }) => error.details[0]['@type'].endsWith('BadRequest'),
	},
	{
		platform: 'meta_ads',
		objects: async (app) => [
			{ id: '11201', current: await readMeta(app, '11201') },
			{ id: '11301', current: await readMeta(app, '11301') },
		],
		wrong: ({ query }) => {
			query.bid_amout = query.bid_amount;
		},
		wrongCode: ({ error }) => error.code === 100 && error.message.includes('bid_amout'),
	},
];

for (const { platform, objects, wrong, wrongCode } of CASES) {
	for (const currency of ['EUR', 'USD', 'JPY', 'KWD', 'TWD', 'HUF']) {
		test(`targets of ${platform} in ${currency} are read, loosened and accepted; one wrong field is refused`, async () => {
			const account = stubAccount({ currency, platform });
			const app = appOf(platform, account);
			const requests = requestsOf(shortMonth(currency), platform, await objects(app));
			assert.deepEqual(
				requests.map(({ lever }) => lever),
				['target-cpa', 'target-roas'],
			);
			const broken = structuredClone(requests[0]);
			wrong(broken);
			const refused = await send(app, broken, HEADERS[platform]);
			assert.equal(refused.status, 400);
			assert.ok(wrongCode(await refused.json()));
			assert.deepEqual(account.edits, []);
			for (const request of requests) {
				const answer = await send(app, request, HEADERS[platform]);
				assert.equal(answer.status, 200, await answer.text());
			}
			assert.deepEqual(
				account.edits.map(({ object, field, to }) => [object, field, to]),
				[
					['campaign/112', 'target', { targetCpaMicros: 11_000_000 }],
					['campaign/113', 'target', { targetRoas: 2.7 }],
				],
			);
			for (const { rollback } of requests) assert.equal((await send(app, rollback, HEADERS[platform])).status, 200);
			assert.equal(account.campaigns[1].targetCpaMicros, 10_000_000);
			assert.equal(account.campaigns[2].targetRoas, 3);
		});
	}
}

test('a dry run is validated by Google and changes nothing', async () => {
	const account = stubAccount();
	const app = appOf('google_ads', account);
	const [, cpa] = await readGoogle(app);
	const [request] = requestsOf(shortMonth('EUR'), 'google_ads', [{ id: '112', current: cpa }], { dryRun: true });
	const answer = await send(app, request, HEADERS.google_ads);
	assert.deepEqual([answer.status, await answer.json()], [200, {}]);
	assert.deepEqual(account.edits, []);
});

/** How a run reads and names the objects of each platform: what has the budget, and what has the target. */
const OBJECTS = {
	google_ads: {
		budget: (micros) => ({ id: '901', current: { amountMicros: String(micros) } }),
		target: async (app) => ({ id: '101', current: (await readGoogle(app))[0] }),
	},
	meta_ads: {
		budget: (micros) => ({ id: '101', current: { daily_budget: String(micros / 10_000) } }),
		target: async (app) => ({ id: '10101', current: await readMeta(app, '10101') }),
	},
};

/** Plays most of a month with two runs a day: budgets, and targets if they are wanted. */
async function playMonth(platform, { withTargets }) {
	const { account, faults } = openScenario(await readScenario('tight-target'), { platform });
	const app = (platform === 'google_ads' ? googleApp : metaApp)(account, faults);
	const { timeZone, id: accountId } = account;
	let state = core.createState({ budgetId: 'b', currency: 'EUR', timeZone, monthlyAmount: '20000' });
	const windowOf = ({ campaignId, startMs, endMs, costMicros, clicks, conversions }) => ({
		campaignId,
		startMs,
		endMs,
		spend: (costMicros / 1e6).toFixed(6),
		clicks,
		conversions,
		budget: String(account.budgets[0].amountMicros / 1e6),
	});
	async function push(lever, object, nowMs) {
		const target = { platform, accountId, lever, learning: 'stable', objects: [object] };
		const prepared = core.preparePush(state, { target, nowMs, dryRun: false });
		({ state } = prepared);
		for (const request of prepared.push.requests) {
			const answer = await send(app, request, HEADERS[platform]);
			const answers = [{ pushId: request.pushId, statusCode: answer.status, body: await answer.json() }];
			({ state } = core.confirmPush(state, { answers, nowMs }));
		}
	}
	const endMs = account.nowMs + 25 * DAY_MS;
	for (let nowMs = account.nowMs + 8 * HOUR_MS; nowMs < endMs; nowMs += 12 * HOUR_MS) {
		account.play(nowMs);
		const rows = account.reported({ fromMs: nowMs - 42 * DAY_MS, untilMs: nowMs });
		({ state } = core.ingest(state, rows.map(windowOf), nowMs));
		({ state } = core.optimizeAllocation(state, { strategy: 'adaptive_ml', nowMs }));
		await push('dayTotal', OBJECTS[platform].budget(account.budgets[0].amountMicros), nowMs);
		if (withTargets) await push('biddingTarget', await OBJECTS[platform].target(app), nowMs);
	}
	account.play(endMs);
	return { account, state };
}

for (const platform of ['google_ads', 'meta_ads']) {
	test(`a campaign of ${platform} that leaves budget unspent at its target spends more at a looser one, by at most 10% a week`, async () => {
		const { account, state } = await playMonth(platform, { withTargets: true });
		const { account: untouched } = await playMonth(platform, { withTargets: false });
		const edits = account.edits.filter(({ field }) => field === 'target');
		const targets = edits.map(({ to }) => to.targetCpaMicros);
		assert.ok(targets.length >= 2 && targets.length <= 4, `${targets}`);
		for (const [change, { atMs, to }] of edits.entries()) {
			const weekAgo = edits.findLast((earlier) => earlier.atMs <= atMs - 7 * DAY_MS)?.to.targetCpaMicros ?? 20e6;
			assert.ok(to.targetCpaMicros <= 1.1 * weekAgo + 1, `${targets}`);
			assert.ok(change === 0 || atMs - edits[change - 1].atMs >= 3 * DAY_MS);
		}
		const gain = spendOf(daysOf(account).slice(-7)) / spendOf(daysOf(untouched).slice(-7)) - 1;
		assert.ok(gain > 0.1, `${gain}`);
		assert.ok(state.pushes.every(({ status }) => status === 'confirmed'));
	});
}
