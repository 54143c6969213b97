// Tunes the gains of peers by random search on tuning worlds: npm run bench:tune, or npm run bench:tune -- --trials 20
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';

import { inParallel } from './inParallel.mjs';
import { SCENARIOS } from './market/scenarios.mjs';
import { streamSeed } from './market/streamSeed.mjs';
import { TUNABLE } from './peers/tunable.mjs';
import { seededRandom } from './random.mjs';
import { TUNING_SEEDS } from './seeds.mjs';

const tryGains = new URL('peers/tryGains.mjs', import.meta.url);
const file = new URL('peers/gains.json', import.meta.url);

/** Ordinary worlds, and accounts that are small or have volatile prices. */
const TUNING_SCENARIOS = [...Object.keys(SCENARIOS), 'few', 'single', 'volatile'];

/** Every trial is played once in each scenario; the best of them, one in so many, with all seeds. */
const FINALISTS = 10;

const [option = '--trials', count = '200'] = process.argv.slice(2);
const trials = Number(count);
if (option !== '--trials' || !Number.isInteger(trials) || trials < 1) {
	console.error('The only option is --trials with a whole number: the candidates drawn for each law.');
	process.exit(2);
}

/** What the gains are found with, whatever changes meanwhile. */
const commit = execFileSync('git', ['describe', '--always', '--dirty'], { encoding: 'utf8' }).trim();
const first = TUNING_SCENARIOS.map((scenario, nth) => ({ scenario, seed: TUNING_SEEDS[nth % TUNING_SEEDS.length] }));
const all = TUNING_SCENARIOS.flatMap((scenario) => TUNING_SEEDS.map((seed) => ({ scenario, seed })));

/** Gains drawn from the box of a law, evenly on a logarithmic scale. */
const candidates = (law) =>
	Array.from({ length: trials }, (_, trial) => {
		const { uniform } = seededRandom(streamSeed('gains', law, trial));
		const draw = ([low, high]) => Number((low * (high / low) ** uniform()).toPrecision(4));
		return Object.fromEntries(Object.entries(TUNABLE[law].box).map(([gain, range]) => [gain, draw(range)]));
	});

/** What candidates reach in worlds: by law, best first. */
async function ranked(candidatesByLaw, worlds) {
	const tasks = Object.entries(candidatesByLaw).flatMap(([law, list]) => list.map((gains) => ({ law, gains, worlds })));
	const progress = (share) => process.stderr.write(`\r${worlds.length} worlds ${Math.round(100 * share)}%   `);
	const reached = await inParallel(tryGains, tasks, { progress });
	const results = tasks.map(({ law, gains }, task) => ({ law, gains, reached: reached[task] }));
	return byLaw((law) => results.filter((each) => each.law === law).sort((a, b) => b.reached - a.reached));
}

const byLaw = (valueOf) => Object.fromEntries(Object.keys(TUNABLE).map((law) => [law, valueOf(law)]));

/** The gains in force stand until better ones are found. */
const { gains: inForce } = JSON.parse(readFileSync(file, 'utf8'));
const screened = await ranked(byLaw(candidates), first);
const finalists = byLaw((law) => screened[law].slice(0, Math.ceil(trials / FINALISTS)).map(({ gains }) => gains));
const best = await ranked(
	byLaw((law) => [inForce[law], ...finalists[law]]),
	all,
);
process.stderr.write('\n');
for (const law of Object.keys(TUNABLE)) console.log(`${law}: ${(100 * best[law][0].reached).toFixed(2)}%`);
const found = {
	commit,
	date: new Date().toISOString().slice(0, 10),
	trials,
	seeds: TUNING_SEEDS,
	scenarios: TUNING_SCENARIOS,
	gains: byLaw((law) => best[law][0].gains),
};
writeFileSync(file, `${JSON.stringify(found, null, '\t')}\n`);
console.log('Written to bench/peers/gains.json');
