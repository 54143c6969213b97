import { gammaQuantile } from '../pattern/gamma';
import { mulberry32 } from '../pattern/seededRandom';
import { logUpperTail, positiveNormal } from './positiveNormal';
import { dot } from './projection';

/** One set of channels' effects that explains the data as likely as it is to be true. */
export interface MixDraw {
	/** (channels) which of its features. */
	readonly features: readonly number[];
	/** (channels) mean response per period, >= 0. */
	readonly responses: readonly number[];
}

export interface SampleInput {
	/** What the base leaves of the result. */
	readonly result: Float64Array;
	/** (channels, features) what the base leaves of each. */
	readonly channels: readonly (readonly { readonly residual: Float64Array; readonly logBelief: number }[])[];
	/** (channels) mean response that is believed possible. */
	readonly scales: readonly number[];
	/** Independent values in a residual. */
	readonly degrees: number;
	/** Share of the information of normal noise that this noise gives, 0..1. */
	readonly told: number;
	readonly draws: number;
}

/** Independent chains, so that not all stay with one of several explanations. */
const CHAINS = 4;

/** Sweeps of a chain before its first draw counts. In the first half of them noise is taken for larger than it is, by this factor to begin with. */
const WARM_UP = 200;
const HEAT = 1000;

/** Degrees of freedom of the belief in responses: tails long enough for a channel that returns many times what others do. */
const BELIEF_DEGREES = 4;

const SEED = 20_261_124;

/**
 * Draws channels' effects from their joint posterior by Gibbs sampling.
 *
 * result = sum over channels of response_c * feature_c,g(c) + noise, with the base integrated out. response_c >= 0 is believed to be half-t
 * around 0, that is half-normal with a variance that is inverse gamma; g(c) has its beliefs; the noise has none. Given all others, the features of a
 * channel are weighed with its response integrated out (a normal tail), then the response is a normal one cut off at 0: all steps are exact.
 *
 * @see S. Geman and D. Geman, Stochastic relaxation, IEEE PAMI 6, 1984; J. Geweke, Efficient simulation from the multivariate normal and Student-t distributions subject to linear
 *      constraints, 1991; Y. Jin et al., Bayesian methods for media mix modeling with carryover and shape effects, Google, 2017
 */
export function sampleMix({ result, channels, scales, degrees, told, draws }: SampleInput): MixDraw[] {
	const random = mulberry32(SEED);
	const rows = channels.map((features) => features.map((): Float64Array[] | null => null));
	/** (channels, features) products of one feature with all. */
	const productsOf = (channel: number, feature: number): Float64Array[] => {
		const { residual } = channels[channel]![feature]!;
		return (rows[channel]![feature] ??= channels.map((others) => products(residual, others)));
	};
	const sizes = channels.map((features) => features.map(({ residual }) => dot(residual, residual)));
	const withResult = channels.map((features) => products(result, features));
	const total = dot(result, result);

	const chosen = channels.map(() => 0);
	const responses = channels.map(() => 0);
	const spreads = channels.map(() => 1);
	let variance = total / degrees;
	const found: MixDraw[] = [];
	for (let chain = 0; chain < CHAINS; chain++) {
		for (let sweep = 0; sweep < WARM_UP + draws / CHAINS; sweep++) {
			for (let channel = 0; channel < channels.length; channel++) drawChannel(channel);
			variance = (drawVariance() / told) * HEAT ** Math.max(0, 1 - (2 * sweep) / WARM_UP);
			if (sweep >= WARM_UP) found.push({ features: [...chosen], responses: [...responses] });
		}
	}
	return found;

	function drawChannel(channel: number): void {
		const features = channels[channel]!;
		const left = withResult[channel]!.slice();
		for (let other = 0; other < channels.length; other++) {
			const response = responses[other]!;
			if (other === channel || response === 0) continue;
			const own = productsOf(other, chosen[other]!)[channel]!;
			for (let feature = 0; feature < left.length; feature++) left[feature]! -= response * own[feature]!;
		}
		const belief = 1 / (spreads[channel]! * scales[channel]! ** 2);
		const precisionOf = (feature: number) => sizes[channel]![feature]! / variance + belief;
		const logs = left.map((product, feature) => {
			const precision = precisionOf(feature);
			const z = product / variance / Math.sqrt(precision);
			return features[feature]!.logBelief - Math.log(precision) / 2 + (z * z) / 2 + logUpperTail(-z);
		});
		const feature = drawOne(logs, random());
		const precision = precisionOf(feature);
		const response = positiveNormal(left[feature]! / variance / precision, 1 / Math.sqrt(precision), random());
		chosen[channel] = feature;
		responses[channel] = response;
		const excess = BELIEF_DEGREES / 2 + (response / scales[channel]!) ** 2 / 2;
		spreads[channel] = excess / gammaQuantile((BELIEF_DEGREES + 1) / 2, open(random()));
	}

	function drawVariance(): number {
		let squares = total;
		for (let channel = 0; channel < channels.length; channel++) {
			squares -= 2 * responses[channel]! * withResult[channel]![chosen[channel]!]!;
			const withOthers = productsOf(channel, chosen[channel]!);
			for (let other = 0; other < channels.length; other++) {
				squares += responses[channel]! * responses[other]! * withOthers[other]![chosen[other]!]!;
			}
		}
		return Math.max(squares, total * EXACT) / 2 / gammaQuantile(degrees / 2, open(random()));
	}
}

/** (features) */
function products(values: Float64Array, features: SampleInput['channels'][number]): Float64Array {
	const found = new Float64Array(features.length);
	features.forEach(({ residual }, feature) => (found[feature] = dot(values, residual)));
	return found;
}

/** A fit that leaves less than this of the result is exact but for floating point. */
const EXACT = 1e-10;

const open = (uniform: number): number => uniform || Number.EPSILON;

/** A position, drawn as likely as the exponentials of the logarithms. */
function drawOne(logs: Float64Array, uniform: number): number {
	let most = -Infinity;
	for (const log of logs) most = Math.max(most, log);
	let sum = 0;
	const cumulative = logs.map((log) => (sum += Math.exp(log - most)));
	const found = cumulative.findIndex((weight) => weight > uniform * sum);
	return found < 0 ? logs.length - 1 : found;
}
