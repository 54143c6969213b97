import assert from 'node:assert/strict';
import { test } from 'node:test';

import { accountOf, DAY_MS, HOUR_MS, sum } from './accounts.mjs';

const MINUTE_MS = 60_000;

for (const { minutes, share, because } of [
	{ minutes: 20, share: 0.3, because: '20 minutes into the hour, of what those 20 minutes cost' },
	{ minutes: 80, share: 0.7, because: '20 minutes after it' },
	{ minutes: 140, share: 0.95, because: '1 h 20 after it' },
	{ minutes: 200, share: 1, because: '2 h 20 after it' },
	{ minutes: 2000, share: 1, because: 'for good' },
]) {
	test(`${100 * share}% of an hour's cost is visible ${because}`, () => {
		const account = accountOf({ clickPrice: 0.01 });
		const startMs = account.startMs + 12 * HOUR_MS;
		account.play(startMs + minutes * MINUTE_MS);
		const [{ costMicros }] = account.reported({ fromMs: startMs, untilMs: startMs + HOUR_MS });
		const [hour] = account.trueHours({ fromMs: startMs });
		assert.ok(Math.abs(costMicros / hour.costMicros - share) < 0.01, `${costMicros} of ${hour.costMicros}`);
	});
}

test('conversions are reported late: 55% after four hours, 85% after a day, all in the end', () => {
	const account = accountOf({ conversionsPerDay: 3000, clickPrice: 0.02 });
	const startMs = account.startMs + 12 * HOUR_MS;
	const seenAt = (ms) => {
		account.play(ms);
		return sum(account.reported({ fromMs: startMs, untilMs: startMs + HOUR_MS }).map(({ conversions }) => conversions));
	};
	const seen = [3, 5, 25].map((hours) => seenAt(startMs + hours * HOUR_MS));
	const all = seenAt(startMs + 40 * DAY_MS);
	assert.equal(seen[0], 0);
	assert.ok(Math.abs(seen[1] / all - 0.55) < 0.12, `${seen[1]} of ${all}`);
	assert.ok(Math.abs(seen[2] / all - 0.85) < 0.08, `${seen[2]} of ${all}`);
});

test('a report has whole numbers, one row per campaign and hour, and no hours without delivery', () => {
	const account = accountOf({ budget: 20, demand: 40 });
	account.play(account.startMs + 10 * DAY_MS);
	const rows = account.reported({ fromMs: account.startMs, untilMs: account.nowMs });
	assert.ok(rows.length < 10 * 24);
	assert.equal(new Set(rows.map(({ startMs }) => startMs)).size, rows.length);
	for (const { costMicros, clicks, impressions, conversions } of rows)
		for (const figure of [costMicros, clicks, impressions, conversions]) assert.ok(Number.isInteger(figure));
});

test('the history can be read back at the start, and a new account has none', () => {
	const account = accountOf();
	const rows = account.reported({ fromMs: account.startMs - 42 * DAY_MS, untilMs: account.startMs });
	assert.ok(rows.length > 900);
	assert.deepEqual(accountOf({}, { historyDays: 0 }).truth().days, []);
});

test('the day on which clocks go back has 25 hours', () => {
	const account = accountOf({ clickPrice: 0.01 });
	account.play(account.startMs + 31 * DAY_MS);
	const day = account.truth().days.find(({ date }) => date === '2026-10-25');
	const next = account.truth().days.find(({ date }) => date === '2026-10-26');
	assert.equal(next.startMs - day.startMs, 25 * HOUR_MS);
	assert.equal(account.reported({ fromMs: day.startMs, untilMs: next.startMs }).length, 25);
});
