import { streamSeed } from '../market/streamSeed.mjs';
import { seededRandom } from '../random.mjs';
import { DEMAND_SHAPES } from './demandShapes.mjs';
import { POLICIES } from './policies.mjs';
import { normalDay, runawayDay } from './simulatedDay.mjs';

const HISTORY_DAYS = 28;

/** As in the simulated market. */
const CONVERSION_RATE = 0.03;

/**
 * Runs every policy on the same days, each after the same 28 normal days.
 *
 * @param task `seed`, name of the `shape`, `noise` of an hour's log demand, `conversionsPerDay`, and how many `days` of each kind
 * @returns by policy's name `normal` (days) with `alerted` and `messages`, `runaway` (days) with `leadHours` and `messages`
 */
export default function playSetting({ seed, shape: name, noise, conversionsPerDay, days }) {
	const random = seededRandom(streamSeed('alerts', seed, name, noise, conversionsPerDay));
	const shape = DEMAND_SHAPES[name];
	const setting = { shape, noise, clicksPerDay: conversionsPerDay / CONVERSION_RATE };
	const repeat = (count, draw) => Array.from({ length: count }, () => draw(setting, random));
	const history = repeat(HISTORY_DAYS, normalDay).map(({ spend }) => spend);
	const normal = repeat(days, normalDay);
	const runaway = repeat(days, runawayDay);
	return Object.fromEntries(
		POLICIES.map((policy) => {
			const watch = policy.make({ shape, history });
			return [policy.name, { normal: normal.map(onNormalDay(watch)), runaway: runaway.map(onRunawayDay(watch)) }];
		}),
	);
}

const onNormalDay =
	(watch) =>
	({ spend }) => {
		const { firing, messages } = watch(spend);
		return { alerted: firing.includes(true), messages };
	};

/** A runaway is caught if the alert fires after one of its hours but before that in which the budget ends. */
const onRunawayDay =
	(watch) =>
	({ spend, startHour, endHour }) => {
		const { firing, messages } = watch(spend);
		const caughtHour = firing.findIndex((fires, hour) => fires && hour >= startHour && hour < endHour);
		return { leadHours: caughtHour < 0 ? null : endHour - caughtHour, messages };
	};
