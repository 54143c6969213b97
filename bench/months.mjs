// Plays months of situations of the closed loop, those for tuning unless others are named as seed:month: npm run bench:months -- ten-campaigns --months 307:2,308:4
import { parseArgs } from 'node:util';

import { OURS } from './loop/controllers.mjs';
import { ROWS } from './loop/rows.mjs';
import { inParallel } from './inParallel.mjs';
import { markdownTable } from './markdownTable.mjs';
import { monthStart, TUNING_MONTHS } from './seeds.mjs';

const play = new URL('loop/play.mjs', import.meta.url);

const known = [...new Set(ROWS.map(({ scenario }) => scenario))];
const { values, positionals: wanted } = parseArgs({ allowPositionals: true, options: { months: { type: 'string' } } });
const unknown = wanted.filter((scenario) => !known.includes(scenario));
if (wanted.length === 0 || unknown.length > 0) {
	console.error(`Name one or more of ${known.join(', ')}; unknown: ${unknown.join(', ') || 'none'}.`);
	process.exit(2);
}

if (values.months !== undefined && !/^\d+:([1-9]|1[0-2])(,\d+:([1-9]|1[0-2]))*$/.test(values.months)) {
	console.error('--months takes seeds and months of 2026, such as 307:2,308:4.');
	process.exit(2);
}
const months =
	values.months?.split(',').map((pair) => {
		const [seed, month] = pair.split(':').map(Number);
		return { seed, startMs: monthStart(month) };
	}) ?? TUNING_MONTHS;

const tasks = wanted.flatMap((scenario) => months.map((month) => ({ scenario, controller: OURS, ...month })));
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
