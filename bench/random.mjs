/**
 * A seeded random generator: the same seed gives the same numbers on every machine.
 *
 * @see C. Doty-Humphrey, PractRand, sfc32
 */
export function seededRandom(seed) {
	let a = 0x9e3779b9 ^ seed;
	let b = Math.imul(seed, 7919) + 0x243f6a88;
	let c = 0xb7e15162 ^ (seed << 7);
	let counter = 1;
	let spare = null;
	const uniform = () => {
		const sum = (((a + b) | 0) + counter) | 0;
		counter = (counter + 1) | 0;
		a = b ^ (b >>> 9);
		b = (c + (c << 3)) | 0;
		c = (((c << 21) | (c >>> 11)) + sum) | 0;
		return (sum >>> 0) / 4_294_967_296;
	};
	for (let round = 0; round < 20; round++) uniform();

	const positive = () => Math.max(1e-12, uniform());
	/** A standard normal number, by Box and Muller. */
	const normal = () => {
		if (spare !== null) {
			const kept = spare;
			spare = null;
			return kept;
		}
		const radius = Math.sqrt(-2 * Math.log(positive()));
		const angle = 2 * Math.PI * uniform();
		spare = radius * Math.sin(angle);
		return radius * Math.cos(angle);
	};
	/** A Poisson count; above a mean of 60 by its normal limit. */
	const poisson = (mean) => {
		if (mean <= 0) return 0;
		if (mean > 60) return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal()));
		const limit = Math.exp(-mean);
		let count = 0;
		for (let product = uniform(); product > limit; product *= uniform()) count++;
		return count;
	};
	return {
		uniform,
		normal,
		poisson,
		exponential: (mean) => -mean * Math.log(positive()),
		pick: (list) => list[Math.floor(uniform() * list.length)],
	};
}
