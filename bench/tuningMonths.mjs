// Plays the tuning months of situations of the closed loop: npm run bench:months -- three-campaigns ten-campaigns
import { OURS } from './loop/controllers.mjs';
import { ROWS } from './loop/rows.mjs';
import { inParallel } from './inParallel.mjs';
import { markdownTable } from './markdownTable.mjs';
import { TUNING_MONTHS } from './seeds.mjs';

const play = new URL('loop/play.mjs', import.meta.url);

const known = [...new Set(ROWS.map(({ scenario }) => scenario))];
const wanted = process.argv.slice(2);
const unknown = wanted.filter((scenario) => !known.includes(scenario));
if (wanted.length === 0 || unknown.length > 0) {
	console.error(`Name one or more of ${known.join(', ')}; unknown: ${unknown.join(', ') || 'none'}.`);
	process.exit(2);
}

const tasks = wanted.flatMap((scenario) => TUNING_MONTHS.map((month) => ({ scenario, controller: OURS, ...month })));
const results = await inParallel(play, tasks);
const isTold = ({ code }) => code.startsWith('told-') || code.startsWith('alert-');
console.log(
	markdownTable([
		['situation', 'month', 'conversions', 'deviation %', 'edits of one budget', 'alerts and their ends'],
		...results.map(({ months: [{ conversions, deviation, edits }], said }, task) => [
			tasks[task].scenario,
			String(tasks[task].seed),
			conversions.toFixed(1),
			(100 * deviation).toFixed(2),
			String(edits),
			String(said.filter(isTold).length),
		]),
	]),
);
