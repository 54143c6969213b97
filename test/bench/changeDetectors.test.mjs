import assert from 'node:assert/strict';
import { test } from 'node:test';

import { cusum } from '../../bench/alerts/changeDetectors.mjs';
import { seededRandom } from '../../bench/random.mjs';

const RUNS = 4000;

/** Each hour expects so many conversions that the sum moves on a lattice: by (conversions - steps) times the log of the factor. */
const CASES = [
	{ factor: 1.5, steps: 2, truth: 1, because: 'rises are looked for while nothing changes' },
	{ factor: 1.5, steps: 2, truth: 1.5, because: 'the rate has risen as expected' },
	{ factor: 0.6, steps: 2, truth: 0.6, because: 'the rate has fallen as expected' },
];

for (const { factor, steps, truth, because } of CASES) {
	test(`the run length of a CUSUM is that of its Markov chain: ${because}`, () => {
		const expected = (steps * Math.log(factor)) / (factor - 1);
		const { poisson } = seededRandom(7);
		let hours = 0;
		for (let run = 0; run < RUNS; run++) {
			const finds = cusum({ factors: [factor], limit: LIMIT });
			do hours++;
			while (!finds({ conversions: poisson(truth * expected), expected }));
		}
		const exact = runLength(factor, steps, truth * expected);
		assert.ok(Math.abs(hours / RUNS / exact - 1) < 0.06, `${hours / RUNS} hours for ${exact}`);
	});
}

/** Low enough for false alarms within a test. */
const LIMIT = 3;

/**
 * Mean hours to an alarm: (I - Q)^-1 1 over the lattice of sums that give none.
 *
 * @see D. Brook, D. A. Evans, Biometrika 59, 1972
 */
function runLength(factor, steps, mean) {
	const unit = Math.abs(Math.log(factor));
	const states = Math.floor(LIMIT / unit) + 1;
	const rising = factor > 1;
	const probability = poissonPmf(mean, 60);
	const system = Array.from({ length: states }, (_, from) => {
		const row = new Array(states + 1).fill(0);
		row[from] = 1;
		row[states] = 1;
		probability.forEach((p, count) => {
			const to = Math.max(0, from + (rising ? count - steps : steps - count));
			if (to < states) row[to] -= p;
		});
		return row;
	});
	return solved(system)[0];
}

function poissonPmf(mean, most) {
	const probability = [Math.exp(-mean)];
	for (let count = 1; count < most; count++) probability.push((probability[count - 1] * mean) / count);
	return probability;
}

/** Gauss-Jordan elimination of an augmented system that needs no pivoting: its diagonal dominates. */
function solved(system) {
	system.forEach((row, pivot) => {
		const scale = row[pivot];
		row.forEach((value, column) => (row[column] = value / scale));
		for (const other of system) {
			if (other === row) continue;
			const times = other[pivot];
			other.forEach((value, column) => (other[column] = value - times * row[column]));
		}
	});
	return system.map((row) => row.at(-1));
}
