import { channelMix } from '../../dist/src/index.js';
import { mixWorld } from './world.mjs';

const COLUMNS = { date: 'week', result: 'revenue', context: ['competitor'], currency: 'EUR' };

/** Half the width of the change of spend over which the true slope is taken. */
const STEP = 0.01;

const sum = (values) => values.reduce((total, value) => total + value, 0);

/** What a mix says of a simulated market, beside the truth. A channel without spend at present has no next money. */
export default function tryMarket({ seed, spikes }) {
	const { rows, channels } = mixWorld(seed, { spikes });
	const mix = channelMix(rows, { ...COLUMNS, spend: channels.map(({ name }) => name) });
	const { allocation, recentPeriods, holdOut } = mix;
	const found = channels.map(({ contributions, response }, position) => {
		const { contribution, marginalReturn, identified } = mix.channels[position];
		const present = Number(allocation.channels[position].present);
		const proposed = Number(allocation.channels[position].proposed);
		const at = (factor) => response(factor, recentPeriods);
		const slope = () => (at(1 + STEP) - at(1 - STEP)) / (2 * STEP * present);
		return {
			brought: { ...contribution, truth: sum(contributions) },
			next: present > 0 ? { ...marginalReturn, truth: slope(), identified } : null,
			gained: present > 0 ? at(proposed / present) - at(1) : 0,
		};
	});
	return {
		brought: found.map(({ brought }) => brought),
		next: found.flatMap(({ next }) => next ?? []),
		gain: { ...allocation.gain, truth: sum(found.map(({ gained }) => gained)) },
		probabilityBetter: allocation.probabilityBetter,
		isForeseenBetter: holdOut === null ? null : holdOut.nrmse < holdOut.withoutChannels.nrmse,
	};
}
