import { hourEfficiencies } from '../peers/gaelpPatterns.mjs';

/**
 * Adapts an hourly detector to whole days: it first runs on the history, and restarts after every detection.
 *
 * @param make returns a function of an hour that returns whether a change is detected
 * @returns a function of the history (days) that returns a function of a day (24): the hours, counted from 1, after which a change is detected
 */
export const hourly = (make) => (history) => {
	let finds = make();
	const alarmHours = (day) =>
		day.flatMap((hour, position) => {
			if (!finds(hour)) return [];
			finds = make();
			return [position + 1];
		});
	history.forEach(alarmHours);
	return alarmHours;
};

/**
 * Conversions per unit of spend of an hour of the day differ by 15% between the halves of the last 100 windows.
 *
 * @see budget_optimizer.py of https://github.com/harikravich/AELP
 */
export function gaelpRule() {
	const windows = [];
	return (window) => {
		windows.push(window);
		const recent = windows.slice(-100);
		if (recent.length < 20) return false;
		const [earlier, later] = [recent.slice(0, recent.length / 2), recent.slice(recent.length / 2)].map(
			hourEfficiencies,
		);
		return [...later].some(([hour, now]) => earlier.has(hour) && Math.abs(now / earlier.get(hour) - 1) >= 0.15);
	};
}

/**
 * Sums of conversions above or below what is expected, give or take 15%, leave their extremes by more than 25 conversions.
 *
 * @see E. S. Page, Biometrika 41, 1954; D. V. Hinkley, Biometrika 58, 1971
 */
export function pageHinkley() {
	let [rise, fall, lowest, highest] = [0, 0, 0, 0];
	return ({ conversions, expected }) => {
		rise += conversions - 1.15 * expected;
		fall += conversions - 0.85 * expected;
		lowest = Math.min(lowest, rise);
		highest = Math.max(highest, fall);
		return rise - lowest > 25 || highest - fall > 25;
	};
}

/**
 * Sums of the Poisson log likelihood ratio of the rate times each factor, never below 0, exceed a limit.
 *
 * @see J. M. Lucas, Technometrics 27, 1985
 */
export function cusum({ factors, limit }) {
	const sums = new Map(factors.map((factor) => [factor, 0]));
	return ({ conversions, expected }) => {
		for (const [factor, before] of sums) {
			sums.set(factor, Math.max(0, before + conversions * Math.log(factor) - expected * (factor - 1)));
		}
		return Math.max(...sums.values()) > limit;
	};
}
