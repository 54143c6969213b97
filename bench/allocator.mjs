import { createRequire } from 'node:module';
import { performance } from 'node:perf_hooks';

import { linearRegression, max, median, min, sum } from 'simple-statistics';

import { gridOptimum } from './gridAllocator.mjs';
import { seededRandom } from './random.mjs';
import { bisectedAllocation, responseOf } from './referenceAllocator.mjs';

const { allocate } = createRequire(import.meta.url)('../dist/src/index.js');

/** Average amount per cell; bounds are whole twentieths of it, so that they lie on every grid used below. */
const AVERAGE = 40;

/** A random curve of each family, as diverse as real accounts: heights within a factor of about two, scales around the average amount. */
const FAMILIES = {
	power: ({ uniform, spread }) => ({ kind: 'power', a: spread(10), s: 0.3 + 0.5 * uniform() }),
	log: ({ spread }) => ({ kind: 'log', a: spread(10), k: spread(AVERAGE) }),
	'michaelis-menten': ({ spread }) => ({ kind: 'michaelis-menten', a: spread(10), k: spread(AVERAGE) }),
	'hill, concave': ({ uniform, spread }) => hill(0.4 + 0.6 * uniform(), spread),
	'hill, S-shaped': ({ uniform, spread }) => hill(1.5 + 2.5 * uniform(), spread),
};
const hill = (s, spread) => ({ kind: 'hill', a: spread(10), k: spread(AVERAGE), s });

const S_SHAPED = 'hill, S-shaped';

/** Number of problems of each size, and grid steps per average cell that keep the reference solvable in time. */
const SIZES = [
	{ cells: 24, problems: 40, gridSteps: 100 },
	{ cells: 168, problems: 15, gridSteps: 20 },
	{ cells: 1000, problems: 6 },
	{ cells: 10_000, problems: 3 },
];
const QUICK_SIZES = [
	{ cells: 24, problems: 10, gridSteps: 40 },
	{ cells: 168, problems: 3, gridSteps: 20 },
];

/** Warm-up time, so that compiled code is compared, as in a long-running process. */
const WARM_UP_MS = 300;

const MICROS = 1e6;

/**
 * `allocate` compared with a slow reference solver, in the same run on the same problems.
 *
 * Concave curves are compared with bisection inside bisection, S-shaped ones with a dynamic program on a grid, both
 * written for this. "objective" is how far ours lies above the reference, in the worst case over the problems, both
 * evaluated by the reference's formula. "micros" solves again with all amounts times a million.
 */
export function allocatorBench({ quick }) {
	const sizes = quick ? QUICK_SIZES : SIZES;
	const rows = Object.keys(FAMILIES).flatMap((family) => {
		const measured = sizes.map((size) => ({ ...size, ...measure(family, size) }));
		const points = measured.map(({ cells, own }) => [Math.log(cells), Math.log(own)]);
		const exponent = linearRegression(points).m;
		return measured.map((each, index) => row(family, each, index === measured.length - 1 ? exponent : null));
	});
	return {
		title: 'Allocation',
		note:
			'Medians over seeded random problems with bounds on every cell, both solvers in turn in one process. The reference is ' +
			'bisection inside bisection for concave curves, and for S-shaped ones a dynamic program on a grid of amounts, which ' +
			'ours may exceed. The gap is the certified bound of the allocator on its own loss, in the worst case. The exponent e ' +
			'of cost ~ cells^e is fitted over the sizes shown.',
		rows: [
			[
				'curves',
				'cells',
				'ms per solve',
				'reference / ours',
				'objective - reference',
				'worst gap',
				'in micros',
				'exponent',
			],
			...rows,
		],
	};
}

function row(family, { cells, own, reference, objective, gap, micros }, exponent) {
	const absent = '-';
	return [
		family,
		String(cells),
		twoDigits(own),
		reference === null ? absent : `${twoDigits(reference / own)} x`,
		objective === null ? absent : small(objective),
		small(gap),
		small(micros),
		exponent === null ? '' : exponent.toFixed(2),
	];
}

const twoDigits = (value) => String(Number(value.toPrecision(2)));

const small = (value) => (value === 0 ? '0' : value.toExponential(0));

function measure(family, { cells: count, problems, gridSteps }) {
	const drawn = Array.from({ length: problems }, (_, seed) => problem(family, count, seed));
	const warmUntil = performance.now() + WARM_UP_MS;
	for (let turn = 0; performance.now() < warmUntil; turn++) solve(drawn[turn % problems]);
	const samples = drawn.map((each) => sample(family, each, gridSteps));
	const column = (name) => samples.map((each) => each[name]);
	const compared = samples.every(({ reference }) => reference !== null);
	return {
		own: median(column('own')),
		reference: compared ? median(column('reference')) : null,
		objective: compared ? min(column('objective')) : null,
		gap: max(column('gap')),
		micros: max(column('micros')),
	};
}

const solve = ({ cells, budget }) => allocate(cells, budget);

/** One problem, solved by both alternately and again in micros. */
function sample(family, drawn, gridSteps) {
	const { cells, budget } = drawn;
	const responseOfAll = (shares) => sum(shares.map((amount, cell) => responseOf(cells[cell].curve, amount)));
	const [first, { amounts, gap }] = timed(() => solve(drawn));
	const [reference, best] = timed(() => referenceOptimum(family, drawn, gridSteps, responseOfAll));
	const [second] = timed(() => solve(drawn));
	const scaled = allocate(cells.map(inMicros), budget * MICROS).amounts;
	const [third] = timed(() => solve(drawn));
	const own = median([first, second, third]);
	const micros = max(amounts.map((amount, cell) => Math.abs(scaled[cell] / MICROS - amount))) / AVERAGE;
	if (best === null) return { own, gap, micros, reference: null, objective: null };
	return { own, gap, micros, reference, objective: responseOfAll(amounts) / best - 1 };
}

/** The reference's total response; null if its grid would take too long. */
function referenceOptimum(family, { cells, budget }, gridSteps, responseOfAll) {
	if (family !== S_SHAPED) return responseOfAll(bisectedAllocation(cells, budget));
	return gridSteps === undefined ? null : gridOptimum(cells, budget, AVERAGE / gridSteps);
}

function timed(call) {
	const start = performance.now();
	const result = call();
	return [performance.now() - start, result];
}

/** Cells of one family with minima of up to a fifth of the average and maxima of one and a half to six times it. */
function problem(family, count, seed) {
	const { uniform, normal } = seededRandom(seed * 7919 + count);
	const spread = (middle) => middle * Math.exp(0.5 * normal());
	const twentieths = (low, high) => (AVERAGE / 20) * Math.round(20 * (low + (high - low) * uniform()));
	const cells = Array.from({ length: count }, () => ({
		curve: FAMILIES[family]({ uniform, spread }),
		min: twentieths(0, 0.2),
		max: twentieths(1.5, 6),
	}));
	return { cells, budget: AVERAGE * count };
}

/** The same cell with amounts in micros: k and the bounds grow, and the height of a power curve falls accordingly. */
const inMicros = ({ curve, min: low, max: high }) => ({
	curve: curve.kind === 'power' ? { ...curve, a: curve.a * MICROS ** -curve.s } : { ...curve, k: curve.k * MICROS },
	min: low * MICROS,
	max: high * MICROS,
});
