import { runningTotals } from './demandShapes.mjs';

/** Mean and standard deviation of the spend of days, relative to their budget: 95% and 7%. */
const USUAL_LEVEL = 0.95;
const LEVEL_DEVIATION = 0.07;

/** Correlation of an hour's noise with that of the hour before. */
const NOISE_MEMORY = 0.5;

/** Standard deviation of the log cost of a click. */
const CLICK_COST_DEVIATION = 0.5;

/** A runaway starts from 3:00 on, while between 10% and 75% of the day's demand is past; it multiplies spend by 1.8 to 4. */
const RUNAWAY = { firstHour: 3, lastHour: 20, least: 0.1, most: 0.75, smallest: 1.8, largest: 4 };

/** A budget that lasts for 95% of the day's demand is normal; one that ends in the last tenth leaves little to save. */
const WELL_SPENT = 0.95;
const WORTH_SAVING = 0.9;

/**
 * A normal day: its budget lasts, or ends within the last twentieth of its demand.
 *
 * @param setting `shape` of the day; `noise`, the standard deviation of an hour's log demand; `clicksPerDay` that the budget buys
 * @returns `spend` (24) as fractions of the day's budget, not stopped by it; `endHour` in which the budget ends or null
 */
export const normalDay = (setting, random) =>
	drawUntil(
		() => simulatedDay(setting, random, { startHour: null, factor: 1 }),
		({ endHour }) => endHour === null || setting.shape.expected[endHour] >= WELL_SPENT,
	);

/** A day that spends a multiple from its `startHour` on, so that the budget ends in a later hour and early. */
export const runawayDay = (setting, random) =>
	drawUntil(
		() => simulatedDay(setting, random, drawRunaway(setting.shape, random)),
		({ startHour, endHour }) =>
			endHour !== null && endHour > startHour && setting.shape.expected[endHour] <= WORTH_SAVING,
	);

function drawUntil(draw, isWanted) {
	for (;;) {
		const day = draw();
		if (isWanted(day)) return day;
	}
}

function drawRunaway({ expected }, { uniform, pick }) {
	const { firstHour, lastHour, least, most, smallest, largest } = RUNAWAY;
	const hours = expected.flatMap((gone, hour) =>
		hour >= firstHour && hour <= lastHour && gone > least && gone < most ? [hour] : [],
	);
	return { startHour: pick(hours), factor: smallest + (largest - smallest) * uniform() };
}

/** Demand of an hour: level x share x log-normal AR(1) noise of mean 1 x the runaway's factor from its start on. Its spend comes in whole clicks. */
function simulatedDay({ shape, noise, clicksPerDay }, random, { startHour, factor }) {
	const { normal } = random;
	const level = USUAL_LEVEL * Math.exp(LEVEL_DEVIATION * normal());
	let deviation = normal();
	const spend = shape.share.map((part, hour) => {
		deviation = NOISE_MEMORY * deviation + Math.sqrt(1 - NOISE_MEMORY ** 2) * normal();
		const runs = startHour !== null && hour >= startHour;
		const demand = level * part * Math.exp(noise * deviation - noise ** 2 / 2) * (runs ? factor : 1);
		return spendInClicks(demand, clicksPerDay, random);
	});
	const endHour = runningTotals(spend).findIndex((spent) => spent >= 1);
	return { spend, startHour, endHour: endHour < 0 ? null : endHour };
}

/** A Poisson number of clicks of noisy cost, as a fraction of the budget that buys so many a day. */
function spendInClicks(demand, clicksPerDay, { poisson, normal }) {
	const clicks = poisson(demand * clicksPerDay);
	if (clicks === 0) return 0;
	return (clicks / clicksPerDay) * Math.exp((CLICK_COST_DEVIATION / Math.sqrt(clicks)) * normal());
}
