import { allocate } from '../../dist/src/index.js';
import { seededRandom } from '../random.mjs';
import { weeklyTraffic } from '../market/weeklyTraffic.mjs';
import { response } from './response.mjs';

/** Days with the user's own split before anybody decides, and days that are judged. */
export const FIRST_DAYS = 7;
export const JUDGED_DAYS = 84;

export const DAY_AMOUNT = 1000;

/** Results that a day of the whole budget brings, about. */
const RESULTS_PER_MONEY = 0.1;

const FEWEST_CAMPAIGNS = 3;
const MOST_CAMPAIGNS = 20;

/** A campaign begins later with this probability. */
const LATE = 0.1;

/** A campaign gets much better or worse on a day with this probability. */
const REGIME = 0.004;

/** Common to all campaigns of a day, as a standard deviation of its logarithm; and of one campaign. */
const COMMON_DAY = 0.1;
const OWN_DAY = 0.3;

/**
 * One budget over 3 to 20 campaigns whose responses to spend nobody knows: powers, saturating curves and a few S-shaped ones, which drift by
 * 1 to 3% a day and now and then change at once. Results are Poisson counts about the curve times how good the day is, by the hours of real traffic.
 */
export function portfolioWorld(seed) {
	const { uniform, normal, poisson } = seededRandom(seed);
	const between = (low, high) => low + (high - low) * uniform();
	const count = FEWEST_CAMPAIGNS + Math.floor(uniform() * (MOST_CAMPAIGNS - FEWEST_CAMPAIGNS + 1));
	const traffic = weeklyTraffic(
		{ traffic: 'avito', extraWeekdayTrafficSd: 0 },
		{ normal, pick: (list) => list[Math.floor(uniform() * list.length)] },
	);
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
	const firstWeights = campaigns.map(() => -Math.log(1 - uniform()));
	const weekdays = Array.from({ length: 7 }, (_, day) =>
		traffic.slice(24 * day, 24 * day + 24).reduce((a, b) => a + b),
	);
	return {
		/** Campaigns that run on a day, the split that the user began with, and the best possible response. */
		open(day) {
			for (const campaign of campaigns) {
				const jump = uniform() < REGIME ? 0.4 * normal() : 0;
				campaign.curve.a *= Math.exp(campaign.drift * normal() + jump);
			}
			const running = campaigns.flatMap(({ begins }, id) => (day >= begins ? [id] : []));
			const weights = running.map((id) => firstWeights[id]);
			const whole = weights.reduce((a, b) => a + b);
			return {
				running,
				firstSplit: weights.map((weight) => (DAY_AMOUNT * weight) / whole),
				optimum: allocate(
					running.map((id) => ({ curve: campaigns[id].curve })),
					DAY_AMOUNT,
				).amounts,
			};
		},
		expected: (id, amount) => response(campaigns[id].curve, amount),
		/** (running, 24) spend and results of the hours of a day. */
		deliver(day, running, amounts) {
			const weekday = day % 7;
			const common = Math.exp(COMMON_DAY * normal()) * 7 * weekdays[weekday];
			return running.map((id, position) => {
				const own = Math.exp(OWN_DAY * normal() - OWN_DAY ** 2 / 2);
				const mean = response(campaigns[id].curve, amounts[position]) * common * own;
				return Array.from({ length: 24 }, (_, hour) => {
					const share = traffic[24 * weekday + hour] / weekdays[weekday];
					return { spend: amounts[position] * share, conversions: poisson(mean * share) };
				});
			});
		},
	};
}

/** A curve through a rate at a spend. */
function anyCurve(spend, rate, uniform, normal) {
	const results = rate * spend;
	const kind = uniform();
	if (kind < 0.45) {
		const s = 0.3 + 0.55 * uniform();
		return { kind: 'power', a: results / spend ** s, s };
	}
	const k = spend * Math.exp(0.7 * normal());
	if (kind < 0.75) return { kind: 'michaelis-menten', a: results * (1 + k / spend), k };
	if (kind < 0.95) return { kind: 'exponential', a: results / (1 - Math.exp(-spend / k)), k };
	const s = 1.5 + uniform();
	return { kind: 'hill', a: results * (1 + (k / spend) ** s), k, s };
}
