import { createRequire } from 'node:module';

import { quantile } from 'simple-statistics';

import { expectedDelivery } from '../market/auction.mjs';
import { streamSeed } from '../market/streamSeed.mjs';
import { makeWorld } from '../market/world.mjs';
import { seededRandom } from '../random.mjs';

/** The build of `bench/entry.ts`, which has more than the published core. */
const core = createRequire(import.meta.url)(process.env.BENCH_CORE);

const HOUR_MS = 3_600_000;

/** Level of the wide interval of the day's spend; the published one has 80%. */
const WIDE_LEVEL = 0.95;

/** Standard deviation of the log cost of clicks within an hour. */
const CLICK_COST_SD = 0.5;

/**
 * Forecasts the exhaustion of unpaced campaigns: a constant bid and a daily amount that it may or may not use up.
 *
 * Every hour that begins with budget left is forecast by the core's `checkExhaustion` and by the peers, from the same hours of spend.
 *
 * @returns (forecasts) of `{ scenario, seed, forecasts: probability by name, exhausted: whether it happened, endInside: whether the day's
 *   spend lay in the 80% interval, endInsideWide: in the 95% interval, endScore: the interval score of the former, in day budgets, hoursOff: error of the median instant by name, instantInside }`; the last
 *   two only where it happened
 */
export default function forecastDays({ scenario, seed }) {
	const world = makeWorld(scenario, seed);
	const random = seededRandom(streamSeed(scenario, seed, 'exhaustion'));
	const bid = world.baseBid * Math.exp(-0.7 + 0.6 * random.uniform());
	const spend = world.demand.map((_, t) => hourlySpend(world, t, bid, random));
	const history = world.historyHours;
	const meanDay = spend.slice(0, history).reduce((sum, value) => sum + value, 0) / (history / 24);
	const amount = meanDay * (0.75 + 0.6 * random.uniform());
	const startMs = (t) => world.startMs + (t - history) * HOUR_MS;
	const windows = spend.map((value, t) => ({ startMs: startMs(t), endMs: startMs(t + 1), spend: value.toFixed(6) }));

	const budget = { budgetId: 'bench', currency: 'EUR', timeZone: 'UTC', dailyAmount: amount.toFixed(2) };
	let state = core.ingest(core.createState(budget), windows.slice(0, history), startMs(history)).state;
	const forecasts = [];
	for (let midnight = history; midnight < spend.length; midnight += 24) {
		const day = spend.slice(midnight, midnight + 24);
		const actual = outcomeOf(day, amount);
		const curve = usualCurve(spend.slice(0, midnight));
		let spent = 0;
		for (let hour = 0; hour < 24; hour++) {
			const nowMs = startMs(midnight + hour);
			if (spent < amount) {
				const { exhaustion } = core.checkExhaustion(state, { nowMs });
				forecasts.push({
					scenario,
					seed,
					...judged(exhaustion, actual, { hour, spent, amount, curve, midnightMs: startMs(midnight) }),
					endInsideWide: isInside(actual.total - spent, core.contextAt(state, nowMs).paths),
				});
			}
			spent += day[hour];
			state = core.ingest(state, [windows[midnight + hour]], nowMs + HOUR_MS).state;
		}
	}
	return forecasts;
}

function hourlySpend(world, t, bid, { poisson, normal }) {
	const expected = expectedDelivery(world, t, bid);
	const clicks = poisson(expected.clicks);
	if (clicks === 0) return 0;
	return ((clicks * expected.spend) / expected.clicks) * Math.exp((CLICK_COST_SD / Math.sqrt(clicks)) * normal());
}

/** The day's spend, and the fractional hour at which its amount was used up; null if it lasted. */
function outcomeOf(day, amount) {
	let spent = 0;
	let exhaustedAt = null;
	day.forEach((spend, hour) => {
		if (exhaustedAt === null && spent + spend >= amount) exhaustedAt = hour + (amount - spent) / spend;
		spent += spend;
	});
	return { total: spent, exhaustedAt };
}

/** (25) cumulative share of a day's spend at each full hour, averaged over the days so far. */
function usualCurve(spend) {
	const byHour = new Array(24).fill(0);
	spend.forEach((value, t) => (byHour[t % 24] += value));
	const total = byHour.reduce((sum, value) => sum + value, 0);
	const curve = [0];
	byHour.forEach((value) => curve.push(curve.at(-1) + value / total));
	return curve;
}

function judged(exhaustion, { total, exhaustedAt }, { hour, spent, amount, curve, midnightMs }) {
	const { low, high } = exhaustion.spendByDayEnd;
	const instants = exhaustion.exhaustionMs;
	const hoursOf = (instantMs) => (instantMs - midnightMs) / HOUR_MS;
	const happened = exhaustedAt !== null;
	const timed = happened && hour > 0 && instants.median !== null;
	return {
		forecasts: {
			ours: exhaustion.probability,
			...(hour > 0 && {
				'projection on the usual curve': spent / curve[hour] >= amount ? 1 : 0,
				'linear projection': (24 * spent) / hour >= amount ? 1 : 0,
			}),
			"GAELP's rule": gaelpRule(spent / amount, (hour + 1) / 24) ? 1 : 0,
		},
		exhausted: happened ? 1 : 0,
		endInside: low <= total && total <= high,
		endScore: intervalScore({ low, high }, total) / amount,
		...(timed && {
			hoursOff: {
				ours: Math.abs(hoursOf(instants.median) - exhaustedAt),
				'linear projection': Math.abs(Math.min(24, (amount * hour) / Math.max(spent, 1e-9)) - exhaustedAt),
			},
			instantInside: hoursOf(instants.low) <= exhaustedAt && exhaustedAt <= hoursOf(instants.high),
		}),
	};
}

/**
 * The interval score of an 80% interval: its width, and ten times what lies outside of it; the lower, the better.
 *
 * @see T. Gneiting, A. E. Raftery, Journal of the American Statistical Association 102, 2007
 */
const intervalScore = ({ low, high }, value) =>
	high - low + 10 * (Math.max(0, low - value) + Math.max(0, value - high));

/** Whether the rest of the day's spend lies in the wide interval of its sample paths. */
function isInside(rest, { spend, paths }) {
	const totals = Array.from({ length: paths }, (_, path) => spend.reduce((total, hour) => total + hour[path], 0));
	return quantile(totals, (1 - WIDE_LEVEL) / 2) <= rest && rest <= quantile(totals, (1 + WIDE_LEVEL) / 2);
}

/** @see github.com/harikravich/AELP, budget_optimizer.py, check_budget_exhaustion_risk */
function gaelpRule(spentShare, dayShare) {
	const pace = spentShare / Math.max(0.01, dayShare);
	return (pace > 1.5 && dayShare < 0.6) || spentShare > 0.95 || (pace > 1.5 && spentShare > 0.4);
}
