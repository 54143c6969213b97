import { persistentNoise } from './persistentNoise.mjs';

/**
 * Auctions that come up in each hour of a world, before they are scaled to the account.
 *
 *     auctions = 168 x share of the week x day factor x hourly shock x burst x season x change
 *
 * @param cells (hours) hour of the week whose share each hour has
 * @param shares (168) share of the week's traffic
 * @returns (hours); 1 in an average hour
 */
export function hourlyDemand(conditions, cells, shares, rng) {
	const { normal } = rng;
	const shock = persistentNoise(conditions.demandShockSd, conditions.demandShockCorrelation, normal);
	const season = conditions.season;
	const phase = 2 * Math.PI * rng.uniform();
	const demand = [];
	for (let start = 0; start < cells.length; start += 24) {
		const dayFactor = Math.exp(conditions.dayTrafficSd * normal());
		const unrest =
			conditions.traffic === 'auctionNet' ? twoHourFactors(shares.slice(cells[start], cells[start] + 24), rng) : null;
		const burst = rng.uniform() < conditions.burstsPerDay ? drawBurst(rng) : null;
		for (let hour = 0; hour < 24; hour++) {
			const inBurst = burst !== null && hour >= burst.fromHour && hour < burst.toHour;
			const wave =
				season === null
					? 0
					: season.trafficAmplitude * Math.sin((2 * Math.PI * (start + hour)) / 24 / season.periodDays + phase);
			demand.push(
				168 *
					shares[cells[start + hour]] *
					changeAt(conditions, start).factor *
					dayFactor *
					Math.exp(shock() - conditions.demandShockSd ** 2 / 2 + wave) *
					(inBurst ? burst.factor : 1) *
					(unrest?.[Math.floor(hour / 2)] ?? 1),
			);
		}
	}
	return demand;
}

const UNCHANGED = { factor: 1, laterByHours: 0 };

/** How traffic differs in hour t from what it is before `trafficChange`. */
export const changeAt = ({ historyDays, trafficChange }, t) =>
	trafficChange !== null && Math.floor(t / 24) - historyDays >= trafficChange.fromDay ? trafficChange : UNCHANGED;

/** Three in four bursts raise demand by 1.8 to 3.2 times, the others leave a quarter of it; they last two to five hours. */
function drawBurst({ uniform }) {
	const fromHour = Math.floor(20 * uniform());
	const toHour = fromHour + 2 + Math.floor(4 * uniform());
	return { fromHour, toHour, factor: uniform() < 0.75 ? 1.8 + 1.4 * uniform() : 0.25 };
}

/**
 * AuctionNet's daily unrest: factors of 0.6 to 1.4 that last two hours and leave the day's traffic as it was.
 *
 * @param dayShares (24)
 * @returns (12)
 */
function twoHourFactors(dayShares, { uniform }) {
	const factors = Array.from({ length: 12 }, () => 0.6 + 0.8 * uniform());
	let calm = 0;
	let stirred = 0;
	dayShares.forEach((share, hour) => {
		calm += share;
		stirred += share * factors[Math.floor(hour / 2)];
	});
	return factors.map((factor) => (factor * calm) / stirred);
}
