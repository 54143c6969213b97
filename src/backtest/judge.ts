import { mulberry32 } from '../statistics/seededRandom';
import { normalQuantile } from '../statistics/normalQuantile';
import { darkEffects } from './darkEffects';
import type { HistoryDay } from './historyDays';
import type { HourResponse } from './hourResponse';
import { LIT } from './hourSpend';

/** Draws of what every policy would have brought; each uses the same chance for all policies, so that they can be compared in pairs. */
const DRAWS = 400;

const SEED = 20_261_124;

/**
 * Expected results of policies on the days of a history, as draws.
 *
 * An hour that was really spent on brings result * (spend' / spend)^elasticity with the spend' of the policy: its demand is what happened there. One that was
 * dark brings what its hour and its day usually do. Draws are over the elasticity, over the chance in every hour's results, and over the effects of dark hours.
 *
 * Chance and elasticity are not independent, for both explain the same results: where a draw has a higher elasticity than the results speak for, it is chance that
 * made hours with much spend look poor. The noise of each draw is conditioned on its elasticity accordingly.
 *
 * @param history  (days) all that the response was learned from
 * @param from     position of the first judged day among them
 * @param policies (policies, judged days, hours) spend, major units
 * @param usual    (24) what is usually spent in an hour of the day
 * @returns (policies, draws)
 */
export function judge(
	history: readonly HistoryDay[],
	from: number,
	policies: readonly (readonly (readonly number[])[])[],
	response: HourResponse,
	usual: readonly number[],
): number[][] {
	const random = mulberry32(SEED);
	const normal = () => normalQuantile(Math.max(1e-12, random()));
	const { elasticities, weights } = response;
	const values = policies.map((): number[] => []);
	for (let draw = 0; draw < DRAWS; draw++) {
		const step = positionOf(weights, random());
		const elasticity = elasticities[step]!;
		const noise = noiseGiven(elasticity, response, normal);
		const dark = darkEffects(history, noise, step, response, normal);
		const totals = policies.map(() => 0);
		history.slice(from).forEach(({ hours }, day) =>
			hours.forEach(({ localHour, spend, result }, hour) => {
				const isLit = spend > 0 && spend >= LIT * usual[localHour]!;
				const expected = result - noise[from + day]![hour]!;
				policies.forEach((policy, position) => {
					const own = policy[day]![hour]!;
					if (own === spend) totals[position]! += expected;
					else if (isLit) totals[position]! += expected * (own / spend) ** elasticity;
					else totals[position]! += dark.ofHour[localHour]! * dark.ofDay[from + day]! * own ** elasticity;
				});
			}),
		);
		totals.forEach((total, position) => values[position]!.push(Math.max(0, total)));
	}
	return values;
}

/** (days, hours) chance in the results of each hour, given how results respond to spend: normal, moved along the leverage until both agree. */
function noiseGiven(
	elasticity: number,
	{ means, leverage, information, spokenFor, dispersion }: HourResponse,
	normal: () => number,
): number[][] {
	let told = 0;
	const free = means.map((day, position) =>
		day.map((mean, hour) => {
			const noise = Math.sqrt(dispersion * mean) * normal();
			told += leverage[position]![hour]! * noise;
			return noise;
		}),
	);
	if (information <= 0) return free;
	const shift = spokenFor - elasticity - told / information;
	return free.map((day, position) =>
		day.map((noise, hour) => noise + shift * means[position]![hour]! * leverage[position]![hour]!),
	);
}

function positionOf(weights: readonly number[], drawn: number): number {
	let cumulative = 0;
	const found = weights.findIndex((weight) => (cumulative += weight) > drawn);
	return found < 0 ? weights.length - 1 : found;
}
