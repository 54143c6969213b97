/** Poisson counts from a seed, the same on every machine: Knuth's product of uniforms from a linear congruential generator. */
export function poissonCounts(seed: number): (mean: number) => number {
	const uniform = uniforms(seed);
	return (mean) => {
		const limit = Math.exp(-mean);
		let count = -1;
		for (let product = 1; product > limit; product *= uniform()) count++;
		return count;
	};
}

function uniforms(seed: number): () => number {
	let state = BigInt(seed);
	return () => {
		state = (state * 6_364_136_223_846_793_005n + 1_442_695_040_888_963_407n) & 0xffff_ffff_ffff_ffffn;
		return Number(state >> 11n) / 2 ** 53;
	};
}

/** Standard normal numbers from a seed, the same on every machine: Box and Muller's pairs of uniforms, of which one is used. */
export function normalDraws(seed: number): () => number {
	const uniform = uniforms(seed);
	return () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
}
