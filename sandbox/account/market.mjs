import { readFileSync } from 'node:fs';

import { conversionPattern } from '../../bench/market/conversionPattern.mjs';
import { persistentNoise } from '../../bench/market/persistentNoise.mjs';
import { weeklyTraffic } from '../../bench/market/weeklyTraffic.mjs';

const read = (path) => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));
const { regions } = read('../../bench/market/traffic.json');
const { hourOfDayPrice } = read('../../demo/sampleProfile.json');

/** Regions whose night is a night by their own clock; the figures of the others are in the clock of another zone. */
const LOCAL_REGIONS = regions.filter(({ hours }) => [3, 4].includes(hours.indexOf(Math.min(...hours))));

/** How the value of a click of a campaign moves around what all campaigns of an account share. Spreads of logs, assumed. */
const OWN_VALUE = {
	conversionRateHourSd: 0.1,
	conversionRateWeekdaySd: 0.06,
	conversionRateCellSd: 0.03,
	conversionRateChange: null,
};

/** The value of clicks by weekday and hour that the campaigns of an account share: a function that returns a log. */
export const sharedValuePattern = ({ valueHourSd, valueWeekdaySd }, chance) =>
	conversionPattern(
		{
			conversionRateHourSd: valueHourSd,
			conversionRateWeekdaySd: valueWeekdaySd,
			conversionRateCellSd: 0,
			conversionRateChange: null,
		},
		chance('value'),
	);

/**
 * What a campaign could spend and what that is worth, whatever its budget.
 *
 * @param spec `demand`, what an average day could spend, in major units, and optionally `weekdayDemand` (7), factors on it
 * @param rules what the account assumes
 * @returns `usual` (168), micros that an hour of the week can spend; `value` (168), worth of a unit of spend around 1; `price` (24), factors
 *   of the click price; `demandOf(day)` (hours of the day), micros that this day's hours can spend
 */
export function createMarket(spec, campaignId, { shared, chance, rules }) {
	const usual = usualDemand(spec, rules, chance(campaignId, 'traffic'));
	const value = valueOfHours(usual, shared, chance(campaignId, 'value'));
	let known = { day: null, demand: null };
	const demandOf = (day) => {
		if (known.day !== day)
			known = { day, demand: actualDemand(usual, day, rules, chance(campaignId, 'demand', day.date)) };
		return known.demand;
	};
	return { usual, value, price: hourOfDayPrice, demandOf };
}

function usualDemand({ demand, weekdayDemand }, { weekdayDemandSd }, rng) {
	const { hours, weekdays } = rng.pick(LOCAL_REGIONS);
	const factors = weekdayDemand ?? weekdays.map((factor) => factor * Math.exp(weekdayDemandSd * rng.normal()));
	const shares = regionWeek(hours, rng);
	const whole = factors.reduce((sum, factor) => sum + factor, 0);
	return shares.map((share, cell) => (7 * demand * 1e6 * share * factors[Math.floor(cell / 24)]) / whole);
}

/** Shares of each weekday's traffic by hour (168), each day adding up to 1. */
function regionWeek(hours, rng) {
	const flat = { hours, weekdays: [1, 1, 1, 1, 1, 1, 1] };
	const cells = weeklyTraffic({ traffic: 'avito', extraWeekdayTrafficSd: 0 }, { normal: rng.normal, pick: () => flat });
	const days = Array.from({ length: 7 }, (_, day) => cells.slice(24 * day, 24 * day + 24));
	return days.flatMap((day) => {
		const whole = day.reduce((sum, share) => sum + share, 0);
		return day.map((share) => share / whole);
	});
}

/** Worth of a unit of spend by hour of the week (168), 1 on the average of demand. */
function valueOfHours(usual, shared, rng) {
	const own = conversionPattern(OWN_VALUE, rng);
	const raw = usual.map((_, cell) => {
		const weekday = Math.floor(cell / 24);
		return Math.exp(shared(weekday, cell % 24, 0) + own(weekday, cell % 24, 0));
	});
	const demand = usual.reduce((sum, amount) => sum + amount, 0);
	const average = usual.reduce((sum, amount, cell) => sum + amount * raw[cell], 0) / demand;
	return raw.map((each) => each / average);
}

function actualDemand(usual, day, { dayDemandSd, hourDemandSd, hourDemandCorrelation }, rng) {
	const ofDay = Math.exp(dayDemandSd * rng.normal() - dayDemandSd ** 2 / 2);
	const shock = persistentNoise(hourDemandSd, hourDemandCorrelation, rng.normal);
	return day.hours.map((hour) => usual[24 * day.weekday + hour] * ofDay * Math.exp(shock() - hourDemandSd ** 2 / 2));
}
