import assert from 'node:assert/strict';
import { test } from 'node:test';

import { seededRandom } from '../../bench/random.mjs';
import { PLATFORM_RULES } from '../../sandbox/account/platformRules.mjs';
import { accountOf, daysOf, DAY_MS, HOUR_MS, spendOf } from './accounts.mjs';

for (const [platform, rules] of Object.entries(PLATFORM_RULES)) {
	test(`${platform}: no day exceeds ${rules.dayLimit} x its highest budget, however often it is edited`, () => {
		for (const seed of [1, 2]) {
			const { uniform } = seededRandom(seed);
			const account = accountOf({ demand: 5000 }, { seed, platform });
			const highest = new Map();
			for (let hour = 0; hour < 30 * 24; hour++) {
				const day = Math.floor(hour / 24);
				const inForce = account.budgets[0].amountMicros;
				highest.set(day, Math.max(highest.get(day) ?? 0, inForce));
				if (uniform() < 0.1) account.setBudget('901', Math.round(1e6 * (200 + 800 * uniform())), 'api');
				highest.set(day, Math.max(highest.get(day), account.budgets[0].amountMicros));
				account.play(account.nowMs + HOUR_MS);
			}
			daysOf(account)
				.slice(0, 24)
				.forEach(({ date, spendMicros }, day) =>
					assert.ok(spendMicros <= rules.dayLimit * highest.get(day), `${date}, seed ${seed}: ${spendMicros}`),
				);
		}
	});
}

test('a month without edits spends at most 30.4 daily budgets on Google', () => {
	for (const seed of [1, 2, 3, 4]) {
		const account = accountOf({}, { seed });
		account.play(account.startMs + 31 * DAY_MS + HOUR_MS);
		assert.ok(spendOf(daysOf(account).slice(0, 31)) <= 30.4 * 645e6);
	}
});

test('after an edit a month spends at most what was spent and the new budget for the days left', () => {
	const account = accountOf();
	account.play(account.startMs + 20 * DAY_MS);
	const before = spendOf(daysOf(account));
	account.setBudget('901', 300e6, 'api');
	account.play(account.startMs + 31 * DAY_MS + HOUR_MS);
	const whole = spendOf(daysOf(account).slice(0, 31));
	assert.ok(whole <= before + 11 * 300e6);
	assert.ok(whole > before + 10 * 300e6, 'the platform uses nearly all of it');
});

test('a week from Sunday to Saturday spends at most seven daily budgets on Meta', () => {
	for (const seed of [1, 2, 3, 4]) {
		const account = accountOf({}, { seed, platform: 'meta_ads', start: '2026-10-04T00:00:00+02:00' });
		account.play(account.startMs + 7 * DAY_MS);
		assert.ok(spendOf(daysOf(account)) <= 7 * 645e6);
	}
});

test('a budget below what is spent stops the day, and a higher one resumes it', () => {
	const account = accountOf();
	account.play(account.startMs + 14 * HOUR_MS);
	const [{ spendMicros }] = daysOf(account);
	account.setBudget('901', Math.round(spendMicros / 2), 'api');
	account.play(account.startMs + 16 * HOUR_MS);
	assert.equal(daysOf(account)[0].spendMicros, spendMicros);
	account.setBudget('901', 645e6, 'api');
	account.play(account.startMs + 18 * HOUR_MS);
	assert.ok(daysOf(account)[0].spendMicros > spendMicros);
});

test('a budget of nothing spends nothing', () => {
	const account = accountOf();
	account.setBudget('901', 0, 'person');
	account.play(account.startMs + 2 * DAY_MS);
	for (const { spendMicros, conversions } of daysOf(account)) assert.deepEqual([spendMicros, conversions], [0, 0]);
});

test('an edit at 20 past takes effect within the hour', () => {
	const edited = accountOf();
	const untouched = accountOf();
	for (const account of [edited, untouched]) account.play(account.startMs + 12 * HOUR_MS + HOUR_MS / 3);
	edited.setBudget('901', 100e6, 'api');
	for (const account of [edited, untouched]) account.play(account.startMs + 13 * HOUR_MS);
	assert.ok(daysOf(edited)[0].spendMicros < daysOf(untouched)[0].spendMicros);
});

test('a total budget is spent until it ends and never exceeded', () => {
	const account = accountOf({ budget: 50_000, totalUntil: '2026-11-01T00:00:00+01:00' });
	account.play(account.startMs + 31 * DAY_MS + HOUR_MS);
	const whole = account.truth().days.flatMap(({ campaigns }) => campaigns);
	assert.ok(spendOf(whole) <= 50_000e6);
	assert.ok(spendOf(whole) > 0.95 * 50_000e6);
	const days = daysOf(account).slice(0, 28);
	assert.ok(
		days.every(({ spendMicros }) => Math.abs(spendMicros / (50_000e6 / 73) - 1) < 0.3),
		'alike every day',
	);
});

test('campaigns that share a budget share its limit', () => {
	const shared = { bidding: 'manual', sharedBudget: 'All', budget: 400, demand: 2000, conversionsPerDay: 10 };
	const account = accountOf(
		{},
		{
			campaigns: [
				{ ...shared, name: 'A' },
				{ ...shared, name: 'B' },
			],
		},
	);
	account.play(account.startMs + 20 * DAY_MS);
	assert.equal(account.budgets.length, 1);
	for (const { campaigns } of account.truth().days) {
		assert.ok(spendOf(campaigns) <= 2 * 400e6);
		assert.ok(campaigns.every(({ spendMicros }) => spendMicros > 0));
	}
});
