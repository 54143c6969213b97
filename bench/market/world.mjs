import { mean, sum } from 'simple-statistics';

import { seededRandom } from '../random.mjs';
import { expectedDelivery } from './auction.mjs';
import { conversionPattern } from './conversionPattern.mjs';
import { changeAt, hourlyDemand } from './demand.mjs';
import { persistentNoise } from './persistentNoise.mjs';
import {
	ABLATION_SCENARIOS,
	HARDER_SCENARIOS,
	ROBUSTNESS_SCENARIOS,
	SCENARIOS,
	USUAL_CONDITIONS,
} from './scenarios.mjs';
import { streamSeed } from './streamSeed.mjs';
import { weeklyTraffic } from './weeklyTraffic.mjs';

const HOUR_MS = 3_600_000;
const MONDAY_MS = Date.UTC(2026, 0, 5);

const MEAN_CONVERSION_RATE = 0.03;

/** The base bid wins the auctions up to this many standard deviations above the mean log price, four in five. */
const BASE_BID_Z = 0.8;

/** Largest bid, in base bids. */
const MAX_MULTIPLIER = 3;

/** The best bids buy more clicks with a share of the spend than the base bid does: 15% more for half of it. */
const CLICKS_GAINED_BY_PACING = 1.15;

const EVERY_SCENARIO = {
	...SCENARIOS,
	...HARDER_SCENARIOS,
	...ABLATION_SCENARIOS,
	...ROBUSTNESS_SCENARIOS,
};

/**
 * A simulated ad market in which everything that a controller cannot change has happened: the demand, price level and true
 * conversion rate of each hour of `historyDays` and `judgedDays`, and the day budget.
 *
 * Hour t of a world starts at startMs + (t - historyHours) x 3,600,000 ms, in UTC; judged hours start at `historyHours`.
 *
 * @param scenario a name in one of the tables of scenarios.mjs
 * @param overrides conditions that differ from the scenario's
 * @returns `demand`, `logPrice` and `conversionRate` (hours): auctions, mean log price of a click, conversions per click at the base bid;
 *   `rateElasticity` of the last to the bid; `streams`, the scenario that names its random streams;
 *   `trafficShare` (168) and `cells` (hours), the hour of the week whose share each hour has; `weekday` (hours, 0 is Monday), `baseBid`, `largestBid` and `dayBudget` as amounts
 */
export function makeWorld(scenario, seed, overrides = {}) {
	const changes = EVERY_SCENARIO[scenario];
	if (changes === undefined) throw new RangeError(`There is no scenario '${scenario}'`);
	const conditions = { ...USUAL_CONDITIONS, ...changes, ...overrides };
	const streams = conditions.streamsOf ?? scenario;
	const chance = (part) => seededRandom(streamSeed(streams, seed, part));
	const days = conditions.historyDays + conditions.judgedDays;
	const historyHours = 24 * conditions.historyDays;
	const trafficShare = weeklyTraffic(conditions, chance('traffic'));
	const firstWeekday = Math.floor(7 * chance('calendar').uniform());
	const weekday = Array.from({ length: 24 * days }, (_, t) => (firstWeekday + Math.floor(t / 24)) % 7);
	const cells = trafficCells(conditions, weekday);
	const unscaled = {
		seed,
		streams,
		conditions,
		historyHours,
		startMs: MONDAY_MS + ((firstWeekday + conditions.historyDays) % 7) * 24 * HOUR_MS,
		weekday,
		cells,
		trafficShare,
		demand: hourlyDemand(conditions, cells, trafficShare, chance('demand')),
		logPrice: priceLevels(conditions, cells, trafficShare, chance('prices'), chance('dayPrices')),
		conversionRate: conversionRates(conditions, weekday, chance('conversions')),
		rateElasticity: conditions.conversionRateBidElasticity * (2 * chance('positions').uniform() - 1),
		baseBid: Math.exp(conditions.logPriceSd * BASE_BID_Z),
		largestBid: MAX_MULTIPLIER * Math.exp(conditions.logPriceSd * BASE_BID_Z),
	};
	return { ...unscaled, ...accountSize(unscaled, days) };
}

/** @returns (hours), the hour of the week itself unless traffic comes later from some day on */
const trafficCells = (conditions, weekday) =>
	weekday.map((day, t) => (24 * day + (t % 24) + 168 - changeAt(conditions, t).laterByHours) % 168);

/** Demand that generates `conversionsPerDay`, and the day budget, `budgetShare` of what the base bid would spend on an average day. */
function accountSize(world, days) {
	const { conversionsPerDay, budgetShare } = world.conditions;
	const atBaseBid = world.demand.map((_, t) => expectedDelivery(world, t, world.baseBid));
	const clicksPerDay = sum(atBaseBid.map(({ clicks }) => clicks)) / days;
	const spendPerDay = sum(atBaseBid.map(({ spend }) => spend)) / days;
	const clicksWanted = conversionsPerDay / MEAN_CONVERSION_RATE;
	const scale = clicksWanted / (clicksPerDay * Math.min(1, budgetShare * CLICKS_GAINED_BY_PACING));
	return {
		demand: world.demand.map((auctions) => auctions * scale),
		dayBudget: Math.round(100 * budgetShare * spendPerDay * scale) / 100,
	};
}

/** Price rises a little where traffic is dense, drifts, and jumps while a competitor's spike lasts. @returns (hours), logs */
function priceLevels({ historyDays, priceSpike, ...conditions }, cells, trafficShare, { normal, uniform }, ofDays) {
	const elasticity = 2 * conditions.priceTrafficElasticity * uniform();
	const draw = conditions.priceLevelTails === 'student3' ? () => studentOfUnitVariance(normal) : normal;
	const drift = persistentNoise(conditions.priceLevelSd, conditions.priceLevelCorrelation, draw);
	const nextDay = persistentNoise(conditions.dayPriceSd, conditions.dayPriceCorrelation, ofDays.normal);
	const dayLevels = Array.from({ length: cells.length / 24 }, nextDay);
	return cells.map((cell, t) => {
		const judgedDay = Math.floor(t / 24) - historyDays;
		const spiked = priceSpike !== null && judgedDay >= priceSpike.fromDay && judgedDay < priceSpike.toDay;
		const usual = elasticity * Math.log(168 * trafficShare[cell]) + dayLevels[Math.floor(t / 24)];
		return usual + drift() + (spiked ? Math.log(priceSpike.factor) : 0);
	});
}

/** Student's t with 3 degrees of freedom, whose variance is 3, divided by its standard deviation. */
function studentOfUnitVariance(normal) {
	const chiSquare = normal() ** 2 + normal() ** 2 + normal() ** 2;
	return normal() / Math.sqrt(chiSquare);
}

/** @returns (hours), true conversions per click, MEAN_CONVERSION_RATE on average */
function conversionRates(conditions, weekday, rng) {
	const pattern = conversionPattern(conditions, rng);
	const phase = 2 * Math.PI * rng.uniform();
	const season = conditions.season;
	const raw = weekday.map((day, t) => {
		const wave =
			season === null
				? 0
				: season.conversionRateAmplitude * Math.sin((2 * Math.PI * t) / 24 / season.periodDays + phase);
		return Math.exp(pattern(day, t % 24, Math.floor(t / 24) - conditions.historyDays) + wave);
	});
	const average = mean(raw);
	return raw.map((rate) => (rate * MEAN_CONVERSION_RATE) / average);
}
