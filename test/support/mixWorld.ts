import { mulberry32 } from '../../src/pattern/seededRandom';
import { normalQuantile } from '../../src/pattern/normal';

/** A channel of a simulated market and what is true of it. */
export interface TrueChannel {
	readonly name: string;
	readonly spend: readonly number[];
	/** (periods) results. */
	readonly contributions: readonly number[];
	/** Results per period if the last periods' spend went on for good, times a factor. */
	response(factor: number, recent: number): number;
}

/** A simulated market: a sheet of weeks, and the truth behind it. */
export interface MixWorld {
	readonly rows: readonly Record<string, string | number>[];
	readonly channels: readonly TrueChannel[];
}

/**
 * A market of weeks whose truth is known. None of its carry-overs, saturations or seasons lies on the grids of the model.
 *
 * Spend comes in bursts or all the time, with chance; results are level, trend, two waves of a year, a competitor, the channels and noise of which
 * a part lasts.
 */
export function mixWorld(
	seed: number,
	{ weeks = 156, channels = 4, noise = 0.05, persistence = 0.2, spikes = 0 } = {},
): MixWorld {
	const random = mulberry32(seed);
	const normal = () => normalQuantile(random() || Number.EPSILON);
	const between = (low: number, high: number) => low + (high - low) * random();
	const days = Array.from({ length: weeks }, (_, week) => week * 7);
	const wave = (times: number) => {
		const phase = between(0, 2 * Math.PI);
		return days.map((day) => Math.sin((2 * Math.PI * times * day) / 365.25 + phase));
	};
	const season = wave(1);
	const half = wave(2);
	const level = 100_000;
	const slope = between(-0.2, 0.4);
	const seasonal = between(0.05, 0.3);
	let rival = 0;
	const competitor = days.map(() => (rival = 0.8 * rival + 0.6 * normal()));
	const made = Array.from({ length: channels }, (_, channel): TrueChannel => {
		const inBursts = random() < 0.5;
		const size = 1000 * Math.exp(between(0, 2));
		const ownSeason = wave(1);
		let on = true;
		const spend = days.map((_, week) => {
			if (inBursts && random() < 0.25) on = !on;
			const amount = on ? size * Math.exp(0.4 * normal() + 0.2 * ownSeason[week]!) : 0;
			return Math.round(amount * 100) / 100;
		});
		const spent = spend.filter((amount) => amount > 0);
		const usual = spent.reduce((sum, amount) => sum + amount, 0) / spent.length;
		const retention = between(0, 0.75);
		const k = Math.exp(between(Math.log(0.3), Math.log(4)));
		const s = between(0.8, 1.3);
		const returned = Math.exp(0.6 * normal() + 0.5);
		const hill = (stock: number) => (stock <= 0 ? 0 : 1 / (1 + (k / (stock / usual)) ** s));
		const stocked = (amounts: readonly number[]) => {
			let stock = 0;
			return amounts.map((amount) => (stock = (1 - retention) * amount + retention * stock));
		};
		const raw = stocked(spend).map(hill);
		const scale =
			(returned * spend.reduce((sum, amount) => sum + amount, 0)) / raw.reduce((sum, value) => sum + value, 0);
		return {
			name: `channel_${channel}`,
			spend,
			contributions: raw.map((value) => scale * value),
			response(factor, recent) {
				const pattern = spend.slice(-recent).map((amount) => amount * factor);
				const repeated = stocked(Array.from({ length: 30 }, () => pattern).flat()).slice(-recent);
				return (scale * repeated.map(hill).reduce((sum, value) => sum + value, 0)) / recent;
			},
		};
	});
	let lasting = 0;
	const rows = days.map((day, week) => {
		lasting = persistence * lasting + noise * Math.sqrt(1 - persistence ** 2) * normal();
		const base =
			level *
			(1 +
				(slope * week) / weeks +
				seasonal * (season[week]! + 0.3 * half[week]!) -
				0.04 * competitor[week]! +
				lasting);
		const spike = spikes > 0 && random() < spikes ? level * between(0.3, 0.8) : 0;
		const advertised = made.reduce((sum, { contributions }) => sum + contributions[week]!, 0);
		return {
			week: new Date(Date.parse('2023-01-02') + day * 86_400_000).toISOString().slice(0, 10),
			revenue: Math.round((base + spike + advertised) * 100) / 100,
			competitor: competitor[week]!,
			...Object.fromEntries(made.map(({ name, spend }) => [name, spend[week]!])),
		};
	});
	return { rows, channels: made };
}
