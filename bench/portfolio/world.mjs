import { sum } from 'simple-statistics';

import { allocate } from '../../dist/src/index.js';
import { streamSeed } from '../market/streamSeed.mjs';
import { weeklyTraffic } from '../market/weeklyTraffic.mjs';
import { seededRandom } from '../random.mjs';
import { anyCurve, RESULTS_PER_MONEY } from './anyCurve.mjs';
import { response } from './response.mjs';

/** Days with the user's initial split, and judged days. */
export const FIRST_DAYS = 7;
export const JUDGED_DAYS = 84;

export const DAY_AMOUNT = 1000;

const MIN_CAMPAIGNS = 3;
const MAX_CAMPAIGNS = 20;

/** Probability that a campaign starts later. */
const LATE = 0.1;

/** Daily probability of an abrupt change of a campaign. */
const REGIME = 0.004;

/** Common to all campaigns of a day, as a standard deviation of its logarithm; and of one campaign. */
const COMMON_DAY = 0.1;
const OWN_DAY = 0.3;

/** In hard accounts one S-shaped campaign should get at least the first share of the budget and starts with less than the second. */
const DESERVED = 1 / 3;
const HARD_START = 0.05;

/**
 * One budget over 3 to 20 campaigns with unknown responses to spend: powers, saturating curves and a few S-shaped ones, which drift by
 * 1 to 3% a day and sometimes change abruptly. Results are Poisson counts around the curve times the day effect, distributed over hours like real traffic.
 *
 * Every part has its own random stream, by day and campaign, so that all controllers meet the same curves, drift, days and noise.
 *
 * @param isHard whether one campaign responds only above several equal shares, should get a third of the budget or more, and
 *               starts with a few percent, which an average over accounts does not show
 */
export function portfolioWorld(seed, isHard) {
	const random = (...stream) => seededRandom(streamSeed('portfolio', isHard ? 'hard' : 'ordinary', seed, ...stream));
	const { campaigns, firstWeights } = isHard ? hardAccount(random) : account(random('account'));
	const traffic = weeklyTraffic({ traffic: 'avito', extraWeekdayTrafficSd: 0 }, random('traffic'));
	const weekdays = Array.from({ length: 7 }, (_, day) => sum(traffic.slice(24 * day, 24 * day + 24)));
	return {
		/** Campaigns that run on a day, the user's initial split, and the best possible response. */
		open(day) {
			campaigns.forEach(({ curve, drift }, id) => {
				const { uniform, normal } = random('drift', day, id);
				const jump = uniform() < REGIME ? 0.4 * normal() : 0;
				curve.a *= Math.exp(drift * normal() + jump);
			});
			const running = campaigns.flatMap(({ begins }, id) => (day >= begins ? [id] : []));
			const weights = running.map((id) => firstWeights[id]);
			return {
				running,
				firstSplit: weights.map((weight) => (DAY_AMOUNT * weight) / sum(weights)),
				optimum: bestSplit(running.map((id) => campaigns[id])),
			};
		},
		expected: (id, amount) => response(campaigns[id].curve, amount),
		/** (running, 24) spend and results of the hours of a day. */
		deliver(day, running, amounts) {
			const weekday = day % 7;
			const common = Math.exp(COMMON_DAY * random('day', day).normal()) * 7 * weekdays[weekday];
			return running.map((id, position) => {
				const own = Math.exp(OWN_DAY * random('own day', day, id).normal() - OWN_DAY ** 2 / 2);
				const mean = response(campaigns[id].curve, amounts[position]) * common * own;
				const { poisson } = random('counts', day, id);
				return Array.from({ length: 24 }, (_, hour) => {
					const share = traffic[24 * weekday + hour] / weekdays[weekday];
					return { spend: amounts[position] * share, conversions: poisson(mean * share) };
				});
			});
		},
	};
}

const bestSplit = (campaigns) =>
	allocate(
		campaigns.map(({ curve }) => ({ curve })),
		DAY_AMOUNT,
	).amounts;

function account({ uniform, normal }) {
	const between = (low, high) => low + (high - low) * uniform();
	const count = MIN_CAMPAIGNS + Math.floor(uniform() * (MAX_CAMPAIGNS - MIN_CAMPAIGNS + 1));
	const campaigns = Array.from({ length: count }, (_, position) => ({
		curve: anyCurve(
			(DAY_AMOUNT / count) * Math.exp(0.7 * normal()),
			RESULTS_PER_MONEY * Math.exp(0.5 * normal()),
			uniform,
			normal,
		),
		drift: between(0.01, 0.03),
		begins: position > 1 && uniform() < LATE ? FIRST_DAYS + Math.floor(between(10, 50)) : 0,
	}));
	return { campaigns, firstWeights: campaigns.map(() => -Math.log(1 - uniform())) };
}

/** The first of many accounts in which the first campaign, made S-shaped, should get enough. */
function hardAccount(random) {
	for (let attempt = 0; ; attempt++) {
		const chance = random('account', attempt);
		const { campaigns, firstWeights } = account(chance);
		const { uniform, normal } = chance;
		const k = (DAY_AMOUNT / campaigns.length) * (2 + 5 * uniform());
		const rate = RESULTS_PER_MONEY * Math.exp(0.5 * normal());
		campaigns[0].curve = { kind: 'hill', a: 2 * rate * k, k, s: 2 + uniform() };
		const others = sum(firstWeights.filter((_, id) => id > 0 && campaigns[id].begins === 0));
		const start = HARD_START * uniform();
		firstWeights[0] = (others * start) / (1 - start);
		const running = campaigns.filter(({ begins }) => begins === 0);
		if (bestSplit(running)[0] >= DESERVED * DAY_AMOUNT) return { campaigns, firstWeights };
	}
}
