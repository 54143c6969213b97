import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

import { amountFollower } from '../../bench/market/platform.mjs';
import { dailyOptimum } from '../../bench/market/perfectForesight.mjs';
import { play } from '../../bench/market/play.mjs';
import { score } from '../../bench/market/score.mjs';
import { makeWorld } from '../../bench/market/world.mjs';
import { PEERS, PEERS_IN_WORDS } from '../../bench/peers/index.mjs';
import { shrunkRates } from '../../bench/peers/shrunkRates.mjs';
import { TUNABLE } from '../../bench/peers/tunable.mjs';

const SEED = 201;

const { gains } = JSON.parse(readFileSync(new URL('../../bench/peers/gains.json', import.meta.url), 'utf8'));

for (const [law, { box }] of Object.entries(TUNABLE)) {
	test(`gains of ${law} are those that its search draws`, () => {
		assert.deepEqual(Object.keys(gains[law]), Object.keys(box));
	});
}

test('variants of a law count once', () => {
	assert.match(PEERS_IN_WORDS, /^12 published laws/);
});

for (const scenario of ['twentyPast', 'clumsy']) {
	test(`the market of ${scenario} is that of base, so that figures can be paired`, () => {
		const [base, other] = [makeWorld('base', SEED), makeWorld(scenario, SEED)];
		assert.deepEqual(other.demand, base.demand);
		assert.deepEqual(other.logPrice, base.logPrice);
		assert.deepEqual(dailyOptimum(other), dailyOptimum(base));
	});
}

test('where the conversion rate depends on the bid, perfect foresight is above every peer too', () => {
	const world = makeWorld('positions', SEED);
	assert.notEqual(world.rateElasticity, 0);
	const optimum = dailyOptimum(world);
	for (const { name, make } of PEERS.filter(({ lever }) => lever === 'bids')) {
		const { shareOfOptimum, overspendMean } = score(world, play(world, make), optimum);
		assert.ok(shareOfOptimum - overspendMean < 1, `${name}: ${shareOfOptimum}`);
	}
});

test('a platform that follows amounts badly moves half of the way, and takes bids as they are', () => {
	const follow = amountFollower({ amountFollowing: 0.5 });
	assert.equal(follow({ amount: 10 }).amount, 10);
	assert.equal(follow({ amount: 20 }).amount, 15);
	assert.deepEqual(follow({ multiplier: 1 }), { multiplier: 1 });
	assert.equal(follow({ amount: 15 }).amount, 15);
});

test('rates of hours that convert alike are shrunk to their mean, those that differ with much evidence are not', () => {
	const hours = (conversionsOf) =>
		Array.from({ length: 24 }, (_, hour) => ({ hour, clicks: 1000, conversions: conversionsOf(hour) }));
	for (const rate of shrunkRates(hours((hour) => 30 + (hour % 2)))) assert.ok(Math.abs(rate - 1) < 0.002);
	const [first] = shrunkRates(hours((hour) => (hour < 12 ? 60 : 20)));
	assert.ok(Math.abs(first - 1.5) < 0.05, `${first}`);
	assert.deepEqual(shrunkRates([]), new Array(24).fill(1));
});
