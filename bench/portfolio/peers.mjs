import { sum } from 'simple-statistics';

import { seededRandom } from '../random.mjs';
import { fittedCurves } from './fittedCurves.mjs';
import { steepestSplit } from './steepestSplit.mjs';

/** The same for every campaign. */
const equal = ({ dayAmount }) => ({ decide: ({ running }) => running.map(() => dayAmount / running.length) });

/** The user's initial split, unchanged. */
const kept = () => ({ decide: ({ firstSplit }) => firstSplit });

/** In proportion to the return of the last days, as most scripts do. */
const byReturn =
	(days, power) =>
	({ dayAmount }) => ({
		decide: ({ history }) =>
			proportional(
				history.map((own) => rateOf(own.slice(-days), history) ** power),
				dayAmount,
			),
	});

/**
 * Shifts budget from campaigns that got worse to those that got better, by the change of efficiency between the halves of the last windows,
 * as GAELP does with hours.
 *
 * @see budget_optimizer.py of https://github.com/harikravich/AELP
 */
const gaelpReallocation = ({ dayAmount }) => {
	let amounts = null;
	return {
		decide({ running, firstSplit, history }) {
			if (amounts?.length !== running.length) amounts = firstSplit;
			const moved = amounts.map((amount, position) => {
				const recent = history[position].slice(-8);
				const half = Math.floor(recent.length / 2);
				const before = rateOf(recent.slice(0, half), history);
				const change = rateOf(recent.slice(half), history) / before - 1;
				return Math.abs(change) <= 0.15
					? amount
					: amount * (1 + Math.sign(change) * Math.min(0.3, 0.5 * Math.abs(change)));
			});
			amounts = proportional(moved, dayAmount);
			return amounts;
		},
	};
};

/** Thompson sampling on results per unit of spend: shares in proportion to how often each campaign is the best among many draws, tempered. */
const thompson =
	(halfLifeDays, power) =>
	({ dayAmount, seed }) => {
		const { normal } = seededRandom(seed + 77);
		return {
			decide({ day, history }) {
				const beliefs = history.map((own) => {
					let results = 1;
					let spend = 1 / rateOf(history.flat(), history);
					for (const one of own) {
						const weight = 0.5 ** ((day - one.day) / halfLifeDays);
						results += weight * one.conversions;
						spend += weight * one.spend;
					}
					return { mean: results / spend, deviation: 1 / Math.sqrt(results) };
				});
				const wins = beliefs.map(() => 0.5);
				for (let draw = 0; draw < 200; draw++) {
					const drawn = beliefs.map(({ mean, deviation }) => mean * Math.exp(deviation * normal()));
					wins[drawn.indexOf(Math.max(...drawn))]++;
				}
				return proportional(
					wins.map((count) => count ** power),
					dayAmount,
				);
			},
		};
	};

/** Moves a tenth from the campaign with the lowest return to the one with the highest. */
const hillClimbing = ({ dayAmount }) => {
	let amounts = null;
	return {
		decide({ running, firstSplit, history }) {
			if (amounts?.length !== running.length) amounts = [...firstSplit];
			const rates = history.map((own) => rateOf(own.slice(-7), history));
			const worst = rates.indexOf(Math.min(...rates));
			const moved = 0.1 * amounts[worst];
			amounts[worst] -= moved;
			amounts[rates.indexOf(Math.max(...rates))] += moved;
			return proportional(amounts, dayAmount);
		},
	};
};

/**
 * Curves fitted by least squares to all days, and the best split within bounds around the current one.
 *
 * @param kind   curve
 * @param change maximum change of a campaign's amount from its mean so far, as a fraction; Infinity for no limit
 */
const fitted =
	(kind, change) =>
	({ dayAmount }) => ({
		decide({ running, history }) {
			const curves = fittedCurves(kind, history);
			const usual = proportional(
				history.map((own) =>
					own.length === 0 ? dayAmount / running.length : sum(own.map(({ spend }) => spend)) / own.length,
				),
				dayAmount,
			);
			return steepestSplit(curves, dayAmount, {
				start: usual,
				lows: usual.map((amount) => (change === Infinity ? 0 : (1 - change) * amount)),
				highs: usual.map((amount) => (change === Infinity ? dayAmount : (1 + change) * amount)),
			});
		},
	});

/**
 * Response is a level times spend^0.6: levels have a gamma prior around their mean over campaigns, and evidence has a half-life of four weeks. The optimal split then
 * goes with level^(1 / 0.4).
 */
const sharedPower =
	(power) =>
	({ dayAmount }) => ({
		decide({ day, history }) {
			const sums = history.map((own) => {
				const weights = own.map((one) => 0.5 ** ((day - one.day) / 28));
				return {
					results: sum(own.map(({ conversions }, at) => weights[at] * conversions)),
					exposure: sum(own.map(({ spend }, at) => weights[at] * spend ** power)),
				};
			});
			const common = (1 + sum(sums.map(({ results }) => results))) / sum(sums.map(({ exposure }) => exposure));
			const [shape, rate] = [SHARED_SHAPE, SHARED_SHAPE / common];
			return proportional(
				sums.map(({ results, exposure }) => ((shape + results) / (rate + exposure)) ** (1 / (1 - power))),
				dayAmount,
			);
		},
	});

/** Of the gamma distribution of levels: campaigns differ by 70%. */
const SHARED_SHAPE = 1 / 0.7 ** 2;

/** Settings were tuned on the tuning worlds. */
export const PEERS = {
	'equal split': equal,
	"the user's split, kept": kept,
	'in proportion to return': byReturn(28, 1),
	'GAELP reallocation': gaelpReallocation,
	'Thompson sampling on ratios': thompson(28, 0.5),
	'shared power 0.6': sharedPower(0.6),
	'moving a tenth to the best': hillClimbing,
	'Hill curves, LightweightMMM bounds (20%)': fitted('hill', 0.2),
	'saturating curves, PyMC-Marketing bounds': fitted('michaelis-menten', Infinity),
	'power curves, bounds of 50%': fitted('power', 0.5),
};

function proportional(weights, dayAmount) {
	const whole = sum(weights);
	return whole > 0
		? weights.map((weight) => (dayAmount * weight) / whole)
		: weights.map(() => dayAmount / weights.length);
}

/** Results per unit of spend, with one result at the average rate added, so that no rate is 0. */
function rateOf(days, all) {
	const flat = all.flat();
	const common =
		(1 + sum(flat.map(({ conversions }) => conversions))) / Math.max(1, sum(flat.map(({ spend }) => spend)));
	return (1 + sum(days.map(({ conversions }) => conversions))) / (1 / common + sum(days.map(({ spend }) => spend)));
}
