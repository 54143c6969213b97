import { seededRandom } from '../random.mjs';
import { weeklyTraffic } from '../market/weeklyTraffic.mjs';

const HOUR_MS = 3_600_000;
const DAYS = 30;
const START_MS = Date.parse('2026-03-02T00:00:00Z');
export const DAY_AMOUNT = 500;

/** Ways of spending: evenly, by traffic, in preferred hours, or as fast as possible until the budget is used up. */
const HABITS = ['even', 'traffic', 'liked hours', 'as soon as possible'];

/**
 * A history of 30 days with known truth: expected results of an hour are effect of hour and weekday * effect of the day * spend^elasticity.
 *
 * Days and hours are spent on more or less by chance, by 20% and 30%, as bids and competitors have it. Results are Poisson counts, with days that are good or bad as a whole.
 */
export function simulatedHistory(seed) {
	const { uniform, normal, poisson, pick } = seededRandom(seed);
	const traffic = weeklyTraffic({ traffic: 'avito', extraWeekdayTrafficSd: 0 }, { normal, pick });
	const elasticity = Math.min(1, Math.max(0.35, 0.75 + 0.15 * normal()));
	const habit = pick(HABITS);
	const liked = Array.from({ length: 24 }, () => Math.exp(0.8 * normal()));
	const conversion = Array.from({ length: 24 }, () => Math.exp(0.35 * normal()));
	const level = 2 + 6 * uniform();
	const effects = [];
	const windows = [];
	for (let day = 0; day < DAYS; day++) {
		const hoursOfWeek = Array.from({ length: 24 }, (_, hour) => traffic[((day % 7) * 24 + hour) % 168] * 168);
		const good = Math.exp(0.15 * normal());
		effects.push(hoursOfWeek.map((share, hour) => (level / 20) * conversion[hour] * good * share ** (1 - elasticity)));
		const weights = hoursOfWeek.map(
			(share, hour) =>
				({ even: 1, traffic: share, 'liked hours': liked[hour], 'as soon as possible': 2.2 * share })[habit] *
				Math.exp(0.3 * normal()),
		);
		const whole = habit === 'as soon as possible' ? 24 : weights.reduce((a, b) => a + b);
		let left = DAY_AMOUNT * Math.min(1.15, Math.exp(0.2 * normal() - 0.05));
		weights.forEach((weight, hour) => {
			const spend = Number(Math.min(left, (DAY_AMOUNT * weight) / whole).toFixed(2));
			left -= spend;
			const startMs = START_MS + (day * 24 + hour) * HOUR_MS;
			const mean = spend > 0 ? effects[day][hour] * spend ** elasticity : 0;
			windows.push({ campaignId: 'a', startMs, endMs: startMs + HOUR_MS, spend, conversions: poisson(mean) });
		});
	}
	return {
		windows,
		endMs: START_MS + DAYS * 24 * HOUR_MS,
		/** Expected results of spends on the last days. @param hours (days, 24) */
		truth: (hours) =>
			hours.reduce(
				(sum, spends, day) =>
					sum +
					spends.reduce(
						(own, spend, hour) =>
							own + (spend > 0 ? effects[DAYS - hours.length + day][hour] * spend ** elasticity : 0),
						0,
					),
				0,
			),
	};
}
