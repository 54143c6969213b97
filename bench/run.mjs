// Runs the benchmark: npm run bench, or npm run bench -- --quick [section ...]
import { execFileSync } from 'node:child_process';
import { performance } from 'node:perf_hooks';

import { keepResults, tableText } from './results.mjs';
import { SECTIONS } from './sections/index.mjs';

const args = process.argv.slice(2);
const quick = args.includes('--quick');
const wanted = args.filter((arg) => arg !== '--quick');
const unknown = wanted.filter((name) => !(name in SECTIONS));
if (unknown.length > 0) {
	console.error(`There is no section ${unknown.join(', ')}. There are: ${Object.keys(SECTIONS).join(', ')}.`);
	process.exit(2);
}

const git = (...args) => execFileSync('git', args, { encoding: 'utf8' }).trim();
/** What is measured; results that are kept do not change it. */
const isChanged = git('status', '--porcelain', '--untracked-files=no', '--', '.', ':!bench/results') !== '';
const commit = `${git('describe', '--always')}${isChanged ? '-dirty' : ''}`;
for (const [section, measure] of Object.entries(SECTIONS)) {
	if (wanted.length > 0 && !wanted.includes(section)) continue;
	const startedMs = performance.now();
	const progress = (share) => process.stderr.write(`\r${section} ${Math.round(100 * share)}%   `);
	const tables = await measure({ quick, progress });
	process.stderr.write('\n');
	const minutes = Math.ceil((performance.now() - startedMs) / 60_000);
	console.log(tables.map(tableText).join('\n\n'), '\n');
	keepResults(quick ? 'quick' : 'full', section, { commit, node: process.version, minutes, tables });
}
console.log(`Written to bench/results/${quick ? 'quick' : 'full'}.md`);
