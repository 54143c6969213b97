import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { test } from 'node:test';

import { createClock } from '../../sandbox/clock.mjs';
import { createFaults } from '../../sandbox/faults/faults.mjs';
import { createServer } from '../../sandbox/server.mjs';
import { accountOf, HOUR_MS } from './accounts.mjs';

function sandbox(routes = () => {}) {
	const account = accountOf();
	const faults = createFaults(account);
	const loadPlatform = () => {
		const app = new Hono();
		routes(app, faults);
		return app;
	};
	const app = createServer({ account, faults, clock: createClock(account), loadPlatform });
	const send = async (path, body, method = 'POST') => {
		const response = await app.request(path, {
			method,
			...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
		});
		return { status: response.status, body: await response.json() };
	};
	return { account, faults, app, send };
}

test('time stands still until it is played on', async () => {
	const { account, send } = sandbox();
	const before = (await send('/clock', undefined, 'GET')).body.nowMs;
	assert.equal(before, account.startMs);
	assert.equal((await send('/clock', { hours: 1.5 })).body.nowMs, before + 1.5 * HOUR_MS);
	assert.equal((await send('/clock', { untilMs: before + 6 * HOUR_MS })).body.nowMs, before + 6 * HOUR_MS);
});

test('the clock runs at a speed and stops', async () => {
	const { account, send } = sandbox();
	const before = account.nowMs;
	await send('/clock', { speed: 600 });
	await new Promise((resolve) => setTimeout(resolve, 450));
	const { body } = await send('/clock', { speed: 0 });
	assert.ok(body.nowMs > before + HOUR_MS, 'hours pass');
	await new Promise((resolve) => setTimeout(resolve, 300));
	assert.equal(account.nowMs, body.nowMs);
});

for (const { path, body, says } of [
	{ path: '/clock', body: { hours: -1 }, says: /The body must be JSON like {"hours": 1}/ },
	{ path: '/clock', body: { untilMs: 5 }, says: /The clock goes forward, a year at most/ },
	{ path: '/clock', body: { hours: 1e9 }, says: /The body must be JSON like {"hours": 1}/ },
	{ path: '/clock', body: { hour: 1 }, says: /The body must be JSON like {"hours": 1}/ },
	{ path: '/faults', body: { kind: 'earthquake' }, says: /one of rate-limited/ },
	{ path: '/person', body: { budgetId: '901' }, says: /The body must be JSON like {"budgetId"/ },
	{ path: '/person', body: { budgetId: '77', amount: 3 }, says: /There is no budget\/77 in the account/ },
]) {
	test(`POST ${path} refuses ${JSON.stringify(body)}`, async () => {
		const answer = await sandbox().send(path, body);
		assert.equal(answer.status, 400);
		assert.match(answer.body.error, says);
	});
}

test('a person sets a budget and pauses a campaign, and the truth tells', async () => {
	const { send } = sandbox();
	await send('/person', { budgetId: '901', amount: 500 });
	await send('/person', { campaignId: '101', status: 'paused' });
	await send('/faults', { kind: 'unavailable', of: 'pushes' });
	const { body } = await send('/truth', undefined, 'GET');
	assert.deepEqual(
		body.edits.map(({ author, field, to }) => [author, field, to]),
		[
			['person', 'budget', 500e6],
			['person', 'status', 'paused'],
		],
	);
	assert.equal(body.pending[0].kind, 'unavailable');
	assert.equal(body.days.length, 42);
	assert.ok(body.hours.length > 60);
});

test('the page and its files are served, and no others', async () => {
	const { app } = sandbox();
	for (const path of ['/', '/page/page.js', '/page/page.css', '/page/charts.js', '/page/pictures.js'])
		assert.equal((await app.request(path)).status, 200, path);
	assert.equal((await app.request('/page/pageFile.mjs')).status, 400);
});

test('an answer that never comes ends in a broken connection, after the change', async () => {
	const { account, app, faults } = sandbox((platform, askedFaults) => {
		platform.post('/budget', (c) => {
			account.setBudget('901', 700e6, 'api');
			return askedFaults.afterMutation() === 'timeout' ? askedFaults.noAnswer() : c.json({});
		});
	});
	faults.next('timeout-after-change');
	const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' });
	await once(server, 'listening');
	const url = `http://127.0.0.1:${server.address().port}/budget`;
	await assert.rejects(fetch(url, { method: 'POST' }), /fetch failed/);
	assert.equal(account.budgets[0].amountMicros, 700e6);
	assert.equal((await fetch(url, { method: 'POST' })).status, 200);
	server.close();
	server.closeAllConnections();
});

test('the command refuses what it does not know, with what it does', async () => {
	const refusals = [
		[['--scenario', 'earthquake'], /There is no scenario 'earthquake'. Choose from: .*runaway/],
		[['--platform', 'bing'], /There is no platform 'bing'. Choose from: google_ads/],
		[['--seed', 'x'], /--seed must be a number of 0 or more, not 'x'/],
		[['--start', 'tomorrow'], /--start must be 'now' or an instant/],
	];
	await Promise.all(
		refusals.map(async ([options, says]) => {
			const child = execFile(process.execPath, ['sandbox/run.mjs', '--port', '0', ...options]);
			let printed = '';
			child.stderr.on('data', (chunk) => (printed += chunk));
			const [status] = await once(child, 'close');
			assert.equal(status, 1);
			assert.match(printed, says);
		}),
	);
});
