import { bidForSpend, expectedDelivery } from './auction.mjs';

/** Error of the traffic forecast by which a platform spreads a day budget, as the standard deviation of a log. */
const OWN_PACING_ERROR_SD = 0.25;

/** Standard deviation of the log cost of clicks within an hour. */
const CLICK_COST_SD = 0.5;

/** With less than this fraction of an even hour's budget left, nothing is served. */
const SMALLEST_HOUR_FRACTION = 0.005;

/**
 * The platform's own pacing of hour t: the day budget in proportion to the traffic of the weekday.
 *
 * @returns an action, `{ amount }`
 */
export function ownPacing({ dayBudget, trafficShare, cells }, t, { normal }) {
	const midnight = t - (t % 24);
	let dayShare = 0;
	for (let hour = 0; hour < 24; hour++) dayShare += trafficShare[cells[midnight + hour]];
	return {
		amount: ((dayBudget * trafficShare[cells[t]]) / dayShare) * Math.exp(OWN_PACING_ERROR_SD * normal()),
	};
}

/** What a platform makes of one decision after the other: it moves from the amount that it aims at to the one decided on, bids it takes as they are. */
export function amountFollower({ amountFollowing }) {
	let aim = null;
	return (action) => {
		if (action.amount === undefined) return action;
		aim = aim === null ? action.amount : aim + amountFollowing * (action.amount - aim);
		return { ...action, amount: aim };
	};
}

/**
 * An hour, or a share of one, as it happens: Poisson clicks of noisy cost, stopped a little late where they reach the cap.
 *
 * @param action `{ amount }`, or `{ multiplier, cap?, participation? }` with participation the fraction of auctions entered; for a
 *   whole hour, a share of it has its share of amount or cap
 * @param dayLimitLeft what is left of the platform's daily limit
 * @returns `bid`, `spend`, `clicks`, and `servedFraction`, how much of it went by before the stop
 */
export function deliverHour(world, t, action, dayLimitLeft, rng, shareOfHour = 1) {
	const bid = bidOf(world, t, action, rng);
	const expected = expectedDelivery(world, t, bid);
	const participation = action.participation ?? 1;
	const clicks = rng.poisson(participation * shareOfHour * expected.clicks);
	if (clicks === 0) return { bid, spend: 0, clicks: 0, servedFraction: 1 };
	const costPerClick = expected.spend / expected.clicks;
	const spend = clicks * costPerClick * Math.exp((CLICK_COST_SD / Math.sqrt(clicks)) * rng.normal());
	const stop = world.conditions.stopsAtAmount ? action.amount : undefined;
	const limit = Math.max(0, Math.min((stop ?? action.cap ?? Infinity) * shareOfHour, dayLimitLeft));
	if (spend <= limit) return { bid, spend, clicks, servedFraction: 1 };
	const servedFraction = stoppedAfter(world, spend, limit, rng);
	return { bid, spend: spend * servedFraction, clicks: Math.round(clicks * servedFraction), servedFraction };
}

function bidOf(world, t, { amount, multiplier }, { normal }) {
	if (amount !== undefined) {
		const error = Math.exp(world.conditions.amountErrorSd * normal());
		return bidForSpend(world, t, Math.max(0, amount) * error);
	}
	return Math.min(world.largestBid, Math.max(0, multiplier) * world.baseBid);
}

function stoppedAfter({ dayBudget, conditions }, spend, limit, { uniform }) {
	if (limit <= (SMALLEST_HOUR_FRACTION * dayBudget) / 24) return 0;
	const slip = Math.min(spend - limit, spend * conditions.stopLatencyFraction * uniform());
	return (limit + slip) / spend;
}
