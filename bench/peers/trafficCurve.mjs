/** Prior weight of an hour of the day for a cell of the week, in weeks. */
const HOUR_WEIGHT = 3;

/** Minimum part of an hour before its stop for its clicks to be used. */
const SMALLEST_SERVED_FRACTION = 0.05;

const SMALLEST_CLICKS = 1e-6;

/**
 * The traffic forecast that laws share: mean clicks of each hour of the week, shrunk toward those of its hour of the day.
 *
 * Clicks of an hour that was stopped are scaled to the whole hour. Hours never seen expect one click.
 *
 * @param history windows to start from
 * @returns `learn(window)`; `clicks(weekday, hour)`; and of a weekday's clicks `shareBefore(weekday, hour)`, 0..1,
 *   `share(weekday, hour)`, and `shareOfRest(weekday, hour)`, this hour's part of what is left from it on
 */
export function trafficCurve(history) {
	const none = () => ({ clicks: 0, windows: 0 });
	const hours = Array.from({ length: 24 }, none);
	const cells = Array.from({ length: 168 }, none);

	const learn = ({ weekday, hour, clicks, servedFraction }) => {
		for (const seen of [hours[hour], cells[24 * weekday + hour]]) {
			seen.clicks += clicks / Math.max(servedFraction, SMALLEST_SERVED_FRACTION);
			seen.windows++;
		}
	};
	const clicks = (weekday, hour) => {
		const ofHour = hours[hour];
		if (ofHour.windows === 0) return 1;
		const cell = cells[24 * weekday + hour];
		const shrunk = (cell.clicks + (HOUR_WEIGHT * ofHour.clicks) / ofHour.windows) / (cell.windows + HOUR_WEIGHT);
		return Math.max(SMALLEST_CLICKS, shrunk);
	};
	const between = (weekday, from, to) => {
		let sum = 0;
		for (let hour = from; hour < to; hour++) sum += clicks(weekday, hour);
		return sum;
	};
	history.forEach(learn);
	return {
		learn,
		clicks,
		shareBefore: (weekday, hour) => between(weekday, 0, hour) / between(weekday, 0, 24),
		share: (weekday, hour) => clicks(weekday, hour) / between(weekday, 0, 24),
		shareOfRest: (weekday, hour) => clicks(weekday, hour) / between(weekday, hour, 24),
	};
}
