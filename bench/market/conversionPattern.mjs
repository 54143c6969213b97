import { mean, standardDeviation } from 'simple-statistics';

/**
 * How the true conversion rate moves with the hour and the weekday: a function of (weekday, hour, judged day) that returns a log.
 *
 *     log rate = hour + weekday + cell
 *
 * Hours follow three waves of random size and phase, scaled to `conversionRateHourSd`. In AuctionNet's traffic they are
 * factors of 0.5 to 1.5 that last four hours, as in its simulator. The level is arbitrary.
 */
export function conversionPattern(conditions, rng) {
	const hours = conditions.traffic === 'auctionNet' ? fourHourSteps(rng) : waves(conditions.conversionRateHourSd, rng);
	const weekdays = Array.from({ length: 7 }, () => conditions.conversionRateWeekdaySd * rng.normal());
	const cells = Array.from({ length: 168 }, () => conditions.conversionRateCellSd * rng.normal());
	const change = conditions.conversionRateChange;
	return (weekday, hour, judgedDay) => {
		const rest = weekdays[weekday] + cells[weekday * 24 + hour];
		if (change === null || judgedDay < change.fromDay) return hours[hour] + rest;
		if ('earlierByHours' in change) return hours[(hour + change.earlierByHours) % 24] + rest;
		const hit = hour >= change.fromHour && hour < change.toHour;
		return hours[hour] + rest + (hit ? Math.log(change.factor) : 0);
	};
}

function waves(sd, { normal, uniform }) {
	const parts = [1, 2, 3].map((perDay) => ({ perDay, size: normal() / perDay, phase: 2 * Math.PI * uniform() }));
	const raw = Array.from({ length: 24 }, (_, hour) =>
		parts.reduce(
			(sum, { perDay, size, phase }) => sum + size * Math.cos((2 * Math.PI * perDay * hour) / 24 + phase),
			0,
		),
	);
	const centre = mean(raw);
	const spread = standardDeviation(raw);
	return raw.map((value) => (sd * (value - centre)) / spread);
}

function fourHourSteps({ uniform }) {
	const steps = Array.from({ length: 6 }, () => Math.log(0.5 + uniform()));
	return Array.from({ length: 24 }, (_, hour) => steps[Math.floor(hour / 4)]);
}
