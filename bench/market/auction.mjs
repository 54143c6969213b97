import { errorFunction } from 'simple-statistics';

/** Bisection steps for a log bid accurate to 1e-12. */
const HALVINGS = 45;

/** Ternary steps for a log bid accurate to 1e-4. */
const REFINEMENTS = 20;

const normalBelow = (z) => (1 + errorFunction(z / Math.SQRT2)) / 2;

/** Student's t with 3 degrees of freedom: P(T < x) and its density. */
const studentBelow = (x) => 0.5 + (x / Math.sqrt(3) / (1 + x ** 2 / 3) + Math.atan(x / Math.sqrt(3))) / Math.PI;
const studentDensity = (x) => 2 / (Math.PI * Math.sqrt(3) * (1 + x ** 2 / 3) ** 2);

/** The scale at which Student's t with 3 degrees of freedom has this standard deviation. */
const studentScale = (sd) => sd / Math.sqrt(3);

/**
 * The two kinds, for one auction: the probability that a bid wins the click, its expected cost, and the optimal bid for a click of
 * monetary value `value`.
 */
const AUCTIONS = {
	/**
	 * Log-normal prices, of which the winner pays the highest below the bid, m = logPrice, s = logPriceSd, z = (ln b - m)/s:
	 *
	 *     clicks = Phi(z)      spend = exp(m + s^2/2) Phi(z - s)      best bid = value
	 */
	secondPrice: {
		delivery(logPrice, logPriceSd, bid) {
			const z = (Math.log(bid) - logPrice) / logPriceSd;
			return { clicks: normalBelow(z), spend: Math.exp(logPrice + logPriceSd ** 2 / 2) * normalBelow(z - logPriceSd) };
		},
		bestBid: (_logPrice, _logPriceSd, value) => value,
	},

	/**
	 * Log prices with Student's t of scale s around m, and the winner pays the own bid, z = (ln b - m)/s:
	 *
	 *     clicks = F(z)      spend = b F(z)      best bid: b (1 + s F(z)/f(z)) = value
	 *
	 * The left side of the last rises with b, so that one bid solves it.
	 */
	firstPrice: {
		delivery(logPrice, logPriceSd, bid) {
			const clicks = studentBelow((Math.log(bid) - logPrice) / studentScale(logPriceSd));
			return { clicks, spend: bid * clicks };
		},
		bestBid(logPrice, logPriceSd, value) {
			const scale = studentScale(logPriceSd);
			return bisected(logPrice - 20, Math.log(value), (logBid) => {
				const z = (logBid - logPrice) / scale;
				return Math.exp(logBid) * (1 + (scale * studentBelow(z)) / studentDensity(z)) < value;
			});
		},
	},
};

/** The bid at which a condition that holds for low bids ceases to hold. */
function bisected(lowLog, highLog, holds) {
	let low = lowLog;
	let high = highLog;
	for (let halving = 0; halving < HALVINGS; halving++) {
		const middle = (low + high) / 2;
		if (holds(middle)) low = middle;
		else high = middle;
	}
	return Math.exp((low + high) / 2);
}

/** Expected clicks and spend of hour t at a bid that stands for the whole hour. */
export function expectedDelivery({ conditions, demand, logPrice }, t, bid) {
	if (!(bid > 0)) return { clicks: 0, spend: 0 };
	const { clicks, spend } = AUCTIONS[conditions.auction].delivery(logPrice[t], conditions.logPriceSd, bid);
	return { clicks: demand[t] * clicks, spend: demand[t] * spend };
}

/** The bid, up to the maximum, that maximizes expected value - spend in hour t, for a click of monetary value `value` at the base bid. */
export function bestBid(world, t, value) {
	const { conditions, logPrice, largestBid, rateElasticity } = world;
	if (rateElasticity !== 0) return bestBidOfPositions(world, t, value);
	return Math.min(largestBid, AUCTIONS[conditions.auction].bestBid(logPrice[t], conditions.logPriceSd, value));
}

/** Bids compared before the best one is refined, from e^-LOG_RANGE of the largest on. */
const GRID_STEPS = 40;
const LOG_RANGE = 5;

/** The same where the value of a click goes with the bid, so that there can be several local optima: by a grid, then by ternary search. */
function bestBidOfPositions(world, t, value) {
	const gain = (logBid) => {
		const bid = Math.exp(logBid);
		const { clicks, spend } = expectedDelivery(world, t, bid);
		return value * (bid / world.baseBid) ** world.rateElasticity * clicks - spend;
	};
	const largest = Math.log(world.largestBid);
	const step = LOG_RANGE / GRID_STEPS;
	const grid = Array.from({ length: GRID_STEPS + 1 }, (_, position) => largest - position * step);
	const best = grid.reduce((a, b) => (gain(b) > gain(a) ? b : a));
	let low = best - step;
	let high = Math.min(largest, best + step);
	for (let round = 0; round < REFINEMENTS; round++) {
		const [first, second] = [low + (high - low) / 3, high - (high - low) / 3];
		if (gain(first) < gain(second)) low = first;
		else high = second;
	}
	return Math.exp((low + high) / 2);
}

/** The bid whose expected spend in hour t is `amount`; the largest bid where that does not suffice. */
export function bidForSpend(world, t, amount) {
	const spendAt = (bid) => expectedDelivery(world, t, bid).spend;
	if (amount >= spendAt(world.largestBid)) return world.largestBid;
	return bisected(
		Math.log(world.baseBid) - 8,
		Math.log(world.largestBid),
		(logBid) => spendAt(Math.exp(logBid)) < amount,
	);
}
