import assert from 'node:assert/strict';
import { test } from 'node:test';

import { assumptionsOf } from '../../sandbox/account/assumptions.mjs';
import { createChance } from '../../sandbox/account/chance.mjs';
import { createMarket, sharedValuePattern } from '../../sandbox/account/market.mjs';
import { LIMITED_CAMPAIGN } from '../../sandbox/scenarios/accounts.mjs';
import { accountOf, conversionsOf, daysOf, DAY_MS, HOUR_MS, spendOf, sum } from './accounts.mjs';

const playDays = (account, days) => {
	account.play(account.startMs + days * DAY_MS);
	return daysOf(account).slice(0, days);
};

const weekendWindows = [5, 6].map((weekday, index) => ({
	id: String(index),
	weekday,
	startHour: 0,
	startMinute: 0,
	endHour: 24,
	endMinute: 0,
	modifier: 1,
}));

test('two controllers on one seed live through the same demand; another seed has another', () => {
	const calm = accountOf();
	const busy = accountOf();
	for (let day = 0; day < 20; day++) {
		busy.setBudget('901', (300 + 40 * day) * 1e6, 'api');
		calm.play(calm.nowMs + DAY_MS);
		busy.play(busy.nowMs + DAY_MS);
	}
	const demand = (account) => daysOf(account).map(({ demandMicros }) => Math.round(demandMicros));
	assert.deepEqual(demand(calm), demand(busy));
	assert.notDeepEqual(demand(calm), demand(accountOf({}, { seed: 2 })).slice(0, 20));
});

test('an account played by the hour is the account played at once', () => {
	const atOnce = accountOf();
	atOnce.play(atOnce.startMs + 5 * DAY_MS);
	const hourly = accountOf();
	for (let hour = 0; hour < 5 * 24; hour++) hourly.play(hourly.nowMs + HOUR_MS);
	assert.deepEqual(hourly.truth(), atOnce.truth());
});

test('nothing is spent by a paused or disapproved campaign, nor while billing is stopped', () => {
	const stops = {
		paused: (account) => account.setStatus('101', 'paused', 'person'),
		disapproved: (account) => account.setDisapproved('101', true),
		'billing stopped': (account) => account.stopBilling(account.nowMs + DAY_MS),
	};
	for (const [name, stop] of Object.entries(stops)) {
		const account = accountOf();
		stop(account);
		account.play(account.startMs + DAY_MS);
		assert.equal(spendOf(daysOf(account)), 0, name);
	}
});

test('spend never exceeds demand by more than chance', () => {
	for (const { spendMicros, demandMicros } of playDays(accountOf({ budget: 5000, demand: 600 }), 30))
		assert.ok(Math.abs(spendMicros / demandMicros - 1) < 0.15);
});

test('a limited campaign spends about its budget, more on busy days where the platform follows demand', () => {
	const days = playDays(accountOf(), 28);
	assert.ok(Math.abs(spendOf(days) / 28 / 645e6 - 1) < 0.03);
	const byDemand = [...days].sort((a, b) => a.demandMicros - b.demandMicros);
	assert.ok(spendOf(byDemand.slice(14)) > 1.05 * spendOf(byDemand.slice(0, 14)));
});

test('expected conversions are those of the scenario, and drawn ones agree with them', () => {
	const account = accountOf({ conversionsPerDay: 60 });
	const expected = conversionsOf(playDays(account, 30));
	assert.ok(Math.abs(expected / 30 / 60 - 1) < 0.06, `${expected / 30} a day`);
	account.play(account.startMs + 80 * DAY_MS);
	const rows = account.reported({ fromMs: account.startMs, untilMs: account.startMs + 30 * DAY_MS });
	const drawn = sum(rows.map(({ conversions }) => conversions));
	assert.ok(Math.abs(drawn - expected) < 4 * Math.sqrt(expected), `${drawn} drawn, ${expected} expected`);
});

test('less spend costs less per conversion, the more so at smart bids', () => {
	const cheaper = (bidding) => {
		const cost = (budget) => {
			const account = accountOf({ bidding });
			account.setBudget('901', budget * 1e6, 'api');
			const days = playDays(account, 28);
			return spendOf(days) / conversionsOf(days);
		};
		return cost(900) / cost(450);
	};
	assert.ok(cheaper('manual') > 1.05);
	assert.ok(cheaper('smart') > cheaper('manual') + 0.05);
});

test('schedule modifiers count for manual bids alone', () => {
	const windows = [0, 1, 2, 3, 4, 5, 6].map((weekday) => ({
		id: String(weekday),
		weekday,
		startHour: 0,
		startMinute: 0,
		endHour: 24,
		endMinute: 0,
		modifier: 0.5,
	}));
	const demand = (bidding, schedule) => {
		const account = accountOf({ bidding });
		account.setSchedule('101', schedule, 'api');
		return sum(playDays(account, 7).map(({ demandMicros }) => demandMicros));
	};
	assert.ok(demand('manual', windows) < 0.5 * demand('manual', []));
	assert.equal(demand('smart', windows), demand('smart', []));
});

test('a weekend campaign gets the whole month on Google, and its own days on Microsoft', () => {
	const monthOf = (platform) => {
		const account = accountOf({ budget: 100, demand: 1000, conversionsPerDay: 4 }, { platform });
		account.setSchedule('101', weekendWindows, 'api');
		const days = playDays(account, 31);
		assert.ok(days.every(({ date, spendMicros }) => spendMicros === 0 || [0, 6].includes(new Date(date).getUTCDay())));
		return spendOf(days) / 1e6;
	};
	assert.ok(monthOf('google_ads') > 1500);
	assert.ok(monthOf('microsoft_ads') < 1300);
});

test('Amazon spends as demand comes and is out of budget in the evening, Google lasts', () => {
	const lastHours = (platform) => {
		const account = accountOf({}, { platform });
		account.play(account.startMs + 3 * DAY_MS + 20 * HOUR_MS);
		const before = daysOf(account)[3].spendMicros;
		account.play(account.startMs + 4 * DAY_MS);
		return { spent: daysOf(account)[3].spendMicros - before, outOfBudget: daysOf(account)[3].outOfBudget };
	};
	assert.equal(lastHours('amazon_ads').spent, 0);
	assert.ok(lastHours('amazon_ads').outOfBudget.length > 0);
	assert.ok(lastHours('google_ads').spent > 0);
});

test('an edit above 20% restarts learning on Meta: three days of 0.85 x results', () => {
	const perSpend = (edits) => {
		const account = accountOf({}, { platform: 'meta_ads' });
		for (const amount of edits) account.setBudget('901', amount * 1e6, 'api');
		const days = playDays(account, 4);
		return days.map(({ conversions, spendMicros }) => conversions / spendMicros);
	};
	const large = perSpend([900, 645]);
	const small = perSpend([700, 645]);
	for (const day of [0, 1, 2]) assert.ok(Math.abs(large[day] / small[day] - 0.85) < 0.001);
	assert.ok(Math.abs(large[3] / small[3] - 1) < 0.001);
});

test('a budget schedule raises its hours and leaves the others', () => {
	const plain = accountOf({}, { platform: 'meta_ads' });
	const raised = accountOf({}, { platform: 'meta_ads' });
	const [fromMs, untilMs] = [raised.startMs + 18 * HOUR_MS, raised.startMs + 21 * HOUR_MS];
	raised.addBudgetSchedule('901', { startMs: fromMs, endMs: untilMs, factor: 1.5 }, 'api');
	const spent = (account) => {
		account.play(account.startMs + DAY_MS);
		const inside = (hour) => hour.startMs >= fromMs && hour.startMs < untilMs;
		const hours = account.trueHours({ fromMs: account.startMs });
		const total = (list) => sum(list.map(({ costMicros }) => costMicros));
		return { inside: total(hours.filter(inside)), outside: total(hours.filter((hour) => !inside(hour))) };
	};
	const [before, after] = [spent(plain), spent(raised)];
	assert.ok(Math.abs(after.inside / before.inside - 1.5) < 0.15);
	assert.ok(Math.abs(after.outside / before.outside - 1) < 0.05);
});

test('a looser target finds more demand at smart bids', () => {
	const account = accountOf({ bidding: 'smart', targetCpa: 27 });
	const other = accountOf({ bidding: 'smart', targetCpa: 27 });
	other.setTarget('101', { targetCpaMicros: 54e6 }, 'api');
	assert.ok(playDays(other, 3)[1].demandMicros > 2 * playDays(account, 3)[1].demandMicros);
});

test('a runaway spends far more, for no more results', () => {
	const calm = accountOf();
	const runaway = accountOf();
	runaway.runAway({ factor: 4, untilMs: runaway.nowMs + DAY_MS });
	const [before] = playDays(calm, 1);
	const [after] = playDays(runaway, 1);
	assert.ok(after.spendMicros > 1.6 * before.spendMicros);
	assert.ok(after.conversions < before.conversions);
});

test('an account may assume other figures, and none that it does not know', () => {
	const spreadOf = (assumptions) => {
		const spends = playDays(accountOf({}, { assumptions }), 14).map(({ spendMicros }) => spendMicros);
		return (Math.max(...spends) - Math.min(...spends)) / (sum(spends) / spends.length);
	};
	assert.ok(spreadOf({ demandExponent: 0, aimNoiseSd: 0, catchUpShare: 0 }) < 0.3 * spreadOf({}));
	assert.throws(() => spreadOf({ aimNoise: 0 }), /There is no assumption 'aimNoise': .*aimNoiseSd/);
});

test('smart bids spend more where clicks are worth more, throttled manual bids do not', () => {
	const chance = createChance(1);
	const rules = assumptionsOf('google_ads');
	const { value } = createMarket(LIMITED_CAMPAIGN, '101', { shared: sharedValuePattern(rules, chance), chance, rules });
	const worthOfSpend = (bidding) => {
		const account = accountOf({ bidding });
		account.play(account.startMs + 21 * DAY_MS);
		const hours = account.trueHours({ fromMs: account.startMs });
		const valueOf = ({ startMs }) => value[(Math.round((startMs - account.startMs) / HOUR_MS) + 3 * 24) % 168];
		const mean = (weight) => sum(hours.map((hour) => weight(hour) * valueOf(hour))) / sum(hours.map(weight));
		return mean(({ costMicros }) => costMicros) / mean(({ demandMicros }) => demandMicros);
	};
	assert.ok(worthOfSpend('smart') > 1.05);
	assert.ok(Math.abs(worthOfSpend('manual') - 1) < 0.02);
});

test('days that were missed are made up for slowly on Google, not on Meta', () => {
	const afterPause = (platform) => {
		const paused = accountOf({}, { platform });
		const other = accountOf({}, { platform });
		const fromMs = paused.startMs + 10 * DAY_MS;
		paused.play(paused.startMs + 5 * DAY_MS);
		paused.setStatus('101', 'paused', 'person');
		paused.play(fromMs);
		paused.setStatus('101', 'enabled', 'person');
		return [paused, other].map((account) => {
			account.play(fromMs + 6 * DAY_MS);
			return spendOf(daysOf(account).slice(10, 16));
		});
	};
	const [google, googleUsual] = afterPause('google_ads');
	assert.ok(google > 1.05 * googleUsual && google < 1.3 * googleUsual, `${google / googleUsual}`);
	const [meta, metaUsual] = afterPause('meta_ads');
	assert.ok(meta < 1.12 * metaUsual, `${meta / metaUsual}`);
});
