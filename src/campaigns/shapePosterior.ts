import { METHOD } from './method';
import type { ShapeFit } from './shapeFit';

/** How likely shapes are given a campaign's days. */
export interface ShapePosterior {
	/** (shapes) adding up to 1. */
	readonly weights: number[];
	/** Logarithm of the total probability of the days, evidence weighed as it is for shapes. */
	readonly total: number;
}

/**
 * How likely each shape is given a campaign's days: weight ~ belief * evidence ^ 0.6.
 *
 * @see P. G. Bissiri, C. C. Holmes and S. G. Walker, A general framework for updating belief distributions, J. R. Statist. Soc. B 78, 2016
 * @param shapes  what the days say about each
 * @param beliefs (shapes) how frequent each is believed to be, not normalised
 */
export function shapePosterior(
	shapes: readonly Pick<ShapeFit, 'logEvidence'>[],
	beliefs: readonly number[],
): ShapePosterior {
	const logs = shapes.map(
		({ logEvidence }, shape) => METHOD.likelihoodExponent * logEvidence + Math.log(beliefs[shape]!),
	);
	const most = Math.max(...logs);
	const raw = logs.map((log) => Math.exp(log - most));
	const sum = raw.reduce((total, weight) => total + weight, 0);
	return {
		weights: raw.map((weight) => weight / sum),
		total: most + Math.log(sum / beliefs.reduce((a, b) => a + b, 0)),
	};
}
