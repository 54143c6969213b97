import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

import { FAULT_KINDS } from '../../sandbox/faults/kinds.mjs';
import { openScenario, readScenario, SCENARIO_NAMES } from '../../sandbox/scenarios/scenarios.mjs';
import { DAY_MS, HOUR_MS, spendOf } from './accounts.mjs';

for (const name of SCENARIO_NAMES) {
	test(`the scenario ${name} plays a month`, async () => {
		const scenario = await readScenario(name);
		assert.equal(scenario.name, name);
		const { account } = openScenario(scenario);
		account.play(account.startMs + 31 * DAY_MS);
		const days = account.truth().days.filter(({ startMs }) => startMs >= account.startMs);
		assert.ok(spendOf(days.flatMap(({ campaigns }) => campaigns)) > 0.6e6 * scenario.target);
	});
}

test('a scenario starts at the instant it is given, its faults with it', async () => {
	const startMs = Date.parse('2026-02-10T09:20:00Z');
	const { account } = openScenario(await readScenario('persons-edit'), { startMs });
	assert.equal(account.nowMs, startMs);
	account.play(startMs + 15 * DAY_MS);
	assert.equal(account.edits[0].atMs, startMs + (9 * 24 + 11) * HOUR_MS);
});

test('what an untouched month does in a scenario is what its sentence says', async () => {
	const shares = await Promise.all(
		['demand-below', 'demand-equal', 'one-limited-manual', 'persons-edit'].map(async (name) => {
			const { account } = openScenario(await readScenario(name), {});
			account.play(account.startMs + 31 * DAY_MS + HOUR_MS);
			const days = account.truth().days.filter(({ startMs }) => startMs >= account.startMs);
			return spendOf(days.flatMap(({ campaigns }) => campaigns)) / 20_000e6;
		}),
	);
	const [below, equal, limited, doubled] = shares;
	assert.ok(below < 0.75, `demand-below ${below}`);
	assert.ok(equal > 0.92 && equal < 0.99, `demand-equal ${equal}`);
	assert.ok(limited > 0.97 && limited <= 0.981, `one-limited-manual ${limited}`);
	assert.ok(doubled > 1.4, `persons-edit ${doubled}`);
});

test('a month of ten campaigns with hourly reports plays in under a second', async () => {
	const { account } = openScenario(await readScenario('ten-campaigns'), {});
	const started = process.cpuUsage().user;
	const endMs = account.startMs + 31 * DAY_MS;
	while (account.nowMs < endMs) {
		account.play(account.nowMs + HOUR_MS);
		account.reported({ fromMs: account.nowMs - 3 * DAY_MS, untilMs: account.nowMs });
	}
	const seconds = (process.cpuUsage().user - started) / 1e6;
	assert.ok(seconds < 1, `${seconds} s`);
});

test('the readme lists every scenario with its sentence, and every fault', async () => {
	const readme = readFileSync(new URL('../../sandbox/README.md', import.meta.url), 'utf8');
	for (const name of SCENARIO_NAMES) {
		const { sentence } = await readScenario(name);
		assert.ok(readme.includes(`| \`${name}\` | ${sentence} |`), name);
	}
	for (const kind of Object.keys(FAULT_KINDS)) assert.ok(readme.includes(`| \`${kind}\` |`), kind);
});
