// What hours weighed by their CPM gain or cost a budget that counts impressions: node bench/market/reachBids.mjs
import { errorFunction, sum } from 'simple-statistics';

import { seededRandom } from '../random.mjs';

const HOURS = 24;
const DAYS = 200;
/** Part of what neutral bids would spend that the budget has. */
const BUDGET = 0.6;
/** Relearnings of the CPM at the bids that follow from it. */
const ROUNDS = 30;
const SPREADS = [0.3, 0.6, 1];

const normalCdf = (z) => (1 + errorFunction(z / Math.SQRT2)) / 2;

/** Impressions that a bid per impression wins against lognormal prices, and what they cost where the winner pays its bid. */
const wonAt = ({ supply, price }, bid, spread) => supply * normalCdf(Math.log(bid / price) / spread);
/** The same where the winner pays the second price. */
const secondPrice = ({ supply, price }, bid, spread) =>
	supply * price * Math.exp(spread ** 2 / 2) * normalCdf(Math.log(bid / price) / spread - spread);

/** How impressions are bid for: the bid per impression that a multiplier makes, and the cost of what it wins. */
const MARKETS = {
	'bids per impression, the winner pays the second price': {
		bidOf: (hour, multiplier) => multiplier,
		costOf: secondPrice,
	},
	'bids per click, clicked on more in some hours': {
		bidOf: ({ clickRate }, multiplier) => multiplier * clickRate,
		costOf: (hour, bid, spread) => wonAt(hour, bid, spread) * bid,
	},
};

function dayOf(uniform) {
	const around = () => Math.exp(0.8 * (uniform() - 0.5));
	return Array.from({ length: HOURS }, () => ({ supply: 0.5 + uniform(), price: around(), clickRate: around() }));
}

/** Impressions and spend of each hour with its multiplier. */
const delivered = (hours, multipliers, { bidOf, costOf }, spread) =>
	hours.map((hour, position) => {
		const bid = bidOf(hour, multipliers[position]);
		return { impressions: wonAt(hour, bid, spread), spend: costOf(hour, bid, spread) };
	});

/** Impressions that a budget buys with multipliers in proportion to weights. */
function bought(hours, weights, budget, market, spread) {
	let [low, high] = [1e-3, 1e3];
	const at = (scale) =>
		delivered(
			hours,
			weights.map((weight) => weight * scale),
			market,
			spread,
		);
	for (let halving = 0; halving < 60; halving++) {
		const middle = Math.sqrt(low * high);
		if (sum(at(middle).map(({ spend }) => spend)) > budget) high = middle;
		else low = middle;
	}
	return sum(at(low).map(({ impressions }) => impressions));
}

/** Multipliers in proportion to the impressions per unit of spend that are learned at those very multipliers. */
function byCpm(hours, market, spread) {
	let multipliers = hours.map(() => 1);
	for (let round = 0; round < ROUNDS; round++) {
		const rates = delivered(hours, multipliers, market, spread).map(({ impressions, spend }) => impressions / spend);
		const level = Math.exp(sum(rates.map(Math.log)) / HOURS);
		multipliers = multipliers.map((multiplier, hour) => multiplier ** 0.7 * (rates[hour] / level) ** 0.3);
	}
	return multipliers;
}

for (const [name, market] of Object.entries(MARKETS)) {
	for (const spread of SPREADS) {
		const { uniform } = seededRandom(7);
		const gains = Array.from({ length: DAYS }, () => {
			const hours = dayOf(uniform);
			const even = hours.map(() => 1);
			const budget = BUDGET * sum(delivered(hours, even, market, spread).map(({ spend }) => spend));
			const gain = bought(hours, byCpm(hours, market, spread), budget, market, spread);
			return gain / bought(hours, even, budget, market, spread) - 1;
		});
		const percent = ((100 * sum(gains)) / DAYS).toFixed(1);
		console.log(`${name}, prices within an hour of spread ${spread}: the impressions of equal bids and ${percent}%`);
	}
}
