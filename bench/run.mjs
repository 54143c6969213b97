// Prints what the package is worth, measured: npm run bench, or npm run bench -- --quick [section ...]
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';

import { barChart } from './barChart.mjs';
import { markdownTable } from './markdownTable.mjs';
import { SECTIONS } from './sections/index.mjs';

const args = process.argv.slice(2);
const quick = args.includes('--quick');
const wanted = args.filter((arg) => arg !== '--quick');
const unknown = wanted.filter((name) => !(name in SECTIONS));
if (unknown.length > 0) {
	console.error(`There is no section ${unknown.join(', ')}. There are: ${Object.keys(SECTIONS).join(', ')}.`);
	process.exit(2);
}
const folder = new URL('results/', import.meta.url);
mkdirSync(folder, { recursive: true });

const startedMs = performance.now();
const commit = execFileSync('git', ['describe', '--always', '--dirty'], { encoding: 'utf8' }).trim();
const tables = [];
for (const [name, measure] of Object.entries(SECTIONS)) {
	if (wanted.length > 0 && !wanted.includes(name)) continue;
	const progress = (share) => process.stderr.write(`\r${name} ${Math.round(100 * share)}%   `);
	const measured = await measure({ quick, progress });
	process.stderr.write('\n');
	for (const table of measured) {
		tables.push(table);
		console.log(`\n## ${table.title}\n\n${table.note}\n\n${markdownTable(table.rows)}`);
	}
}
const minutes = Math.ceil((performance.now() - startedMs) / 60_000);
const kind = quick ? 'quick' : 'full';
const head = `# Benchmark, ${kind} run\n\nCommit ${commit}, Node ${process.version}, ${minutes} min. ${quick ? 'Tuning seeds: for a look, not for a claim.' : 'Seeds that nothing was chosen on.'}`;
const parts = tables.map(({ title, note, rows }) => `## ${title}\n\n${note}\n\n${markdownTable(rows)}`);
writeFileSync(new URL(`${kind}.md`, folder), `${[head, ...parts].join('\n\n')}\n`);
const chart = tables.find(({ bars }) => bars !== undefined);
if (chart !== undefined) {
	writeFileSync(new URL(`${kind}.svg`, folder), barChart(`${chart.title}, % of the clairvoyant optimum`, chart.bars));
}
console.log(`\nWritten to bench/results/${kind}.md after ${minutes} min.`);
