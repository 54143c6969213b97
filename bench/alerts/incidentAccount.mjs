import { streamSeed } from '../market/streamSeed.mjs';
import { seededRandom } from '../random.mjs';
import { DEMAND_SHAPES } from './demandShapes.mjs';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** The first of a month whose weekdays are those of the budget's time zone, UTC. */
export const MONTH_MS = Date.UTC(2026, 10, 1);

/** What a usual day spends, and the budget of the month of 30 days: the account spends its budget by itself. */
export const USUAL_DAY = 100;
export const MONTH_AMOUNT = 30 * USUAL_DAY;

/** As in the simulated market. */
const CONVERSION_RATE = 0.03;

/** Shares of the demand. */
const CAMPAIGNS = { search: 0.5, shopping: 0.3, brand: 0.2 };
export const CAMPAIGN_IDS = Object.keys(CAMPAIGNS);

/** Standard deviations of a weekday's, a day's and an hour's log demand, and of the log cost of a click. */
const WEEKDAY_DEVIATION = 0.12;
const DAY_DEVIATION = 0.08;
const HOUR_DEVIATION = 0.25;
const CLICK_COST_DEVIATION = 0.5;

/**
 * An account that nobody steers, hour by hour.
 *
 * @param account `seed` and `conversionsPerDay`
 * @returns `share` (24), what each hour usually has of a day's spend, and `hourOf` (startMs, change), the rows of the next hour: `change` may have `demand`
 *   and `rate`, factors on demand and on conversions by click, and `stopped`, campaigns without rows
 */
export function incidentAccount({ seed, conversionsPerDay }) {
	const random = seededRandom(streamSeed('incidents', seed, conversionsPerDay));
	const { normal, poisson, pick } = random;
	const { share } = DEMAND_SHAPES[pick(Object.keys(DEMAND_SHAPES))];
	const weekdays = Array.from({ length: 7 }, () => Math.exp(WEEKDAY_DEVIATION * normal()));
	const clicksPerDay = conversionsPerDay / CONVERSION_RATE;
	const costOfClick = USUAL_DAY / clicksPerDay;
	let level = 1;
	const hourOf = (startMs, { demand = 1, rate = 1, stopped = [] }) => {
		const hour = (startMs / HOUR_MS) % 24;
		if (hour === 0) level = Math.exp(DAY_DEVIATION * normal() - DAY_DEVIATION ** 2 / 2);
		const weekday = weekdays[Math.floor(startMs / DAY_MS) % 7];
		const ofHour = level * weekday * share[hour] * Math.exp(HOUR_DEVIATION * normal() - HOUR_DEVIATION ** 2 / 2);
		return CAMPAIGN_IDS.flatMap((campaignId) => {
			const clicks = poisson(demand * ofHour * CAMPAIGNS[campaignId] * clicksPerDay);
			const spend =
				clicks === 0 ? 0 : clicks * costOfClick * Math.exp((CLICK_COST_DEVIATION / Math.sqrt(clicks)) * normal());
			const conversions = poisson(clicks * CONVERSION_RATE * rate);
			if (stopped.includes(campaignId)) return [];
			return [{ campaignId, startMs, endMs: startMs + HOUR_MS, spend: spend.toFixed(6), clicks, conversions }];
		});
	};
	return { share, hourOf };
}
