import { readFileSync } from 'node:fs';

import { sum } from 'simple-statistics';

const { residualSd, auctionNetHours, regions } = JSON.parse(
	readFileSync(new URL('traffic.json', import.meta.url), 'utf8'),
);

/**
 * The share of a week's traffic in each hour of the week.
 *
 * `avito`: a region's hour x weekday factors, each cell times a log-normal residual as wide as real cells have;
 * `auctionNet`: the same hours every day.
 *
 * @returns (168) adding up to 1; 0 is Monday 00:00
 */
export function weeklyTraffic({ traffic, extraWeekdayTrafficSd }, { pick, normal }) {
	const cells = traffic === 'auctionNet' ? repeatedDay(auctionNetHours) : regionalWeek(pick(regions), normal);
	const weekdays = Array.from({ length: 7 }, () => Math.exp(extraWeekdayTrafficSd * normal()));
	const raw = cells.map((share, cell) => share * weekdays[Math.floor(cell / 24)]);
	const whole = sum(raw);
	return raw.map((share) => share / whole);
}

const repeatedDay = (hours) => Array.from({ length: 168 }, (_, cell) => hours[cell % 24]);

const regionalWeek = ({ hours, weekdays }, normal) =>
	Array.from(
		{ length: 168 },
		(_, cell) => hours[cell % 24] * weekdays[Math.floor(cell / 24)] * Math.exp(residualSd * normal()),
	);
