// Compares strategies on your own report: npm run backtest -- --rows report.csv --budget budget.json
// report.csv or report.json: rows as returned by an ad platform or n8n; budget.json: a budget definition, with `fields` for mapped columns.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { parseArgs } from 'node:util';

import { readRows } from './readRows.mjs';

const core = createRequire(import.meta.url)('../dist/src/index.js');

/** Maximum history kept by the hour. */
const RESTATEMENT_DAYS = 90;

const { values } = parseArgs({ options: { rows: { type: 'string' }, budget: { type: 'string' } } });
if (values.rows === undefined || values.budget === undefined) {
	console.error('Give both: --rows with your report (JSON or CSV) and --budget with your budget definition (JSON).');
	process.exit(1);
}

function compare() {
	const { fields, ...budget } = JSON.parse(readFileSync(values.budget, 'utf8'));
	const rows = readRows(values.rows);
	const { definition, ...empty } = core.createState({ ...budget, restatementDays: RESTATEMENT_DAYS });
	const { windows, rejected } = core.normaliseRows(rows, { budget: definition, fields });
	for (const { index, reason } of rejected.slice(0, 5)) console.log(`  row ${index + 1} is left out: ${reason}`);
	const endMs = windows.reduce((latest, window) => Math.max(latest, window.endMs), 0);
	const { state, report: ingested } = core.ingest({ definition, ...empty }, windows, endMs);
	console.log(`  ${ingested.accepted} windows taken in, ${rejected.length + ingested.rejected.length} left out\n`);
	const found = core.backtest(state);
	const page = core.backtestPage(found, definition);
	console.table(
		found.results.map(({ policy, value, againstActual, probabilityBest, spend, overspend, daysExhausted }) => ({
			policy,
			[found.counted]: Math.round(value.mean),
			'80% interval': `${Math.round(value.low)} to ${Math.round(value.high)}`,
			'against what happened': againstActual === null ? '-' : Math.round(againstActual.mean),
			'best with': core.formatPercent(probabilityBest),
			spend,
			overspend,
			'days exhausted': daysExhausted,
		})),
	);
	for (const { message } of found.warnings) console.log(`Take care: ${message}.`);
	for (const { message } of found.assumptions) console.log(`Assumed: ${message}.`);
	writeFileSync('backtest.html', page.html);
	console.log('\nPicture: backtest.html');
}

try {
	compare();
} catch (error) {
	console.error(error.name === 'UserError' ? `${error.message}\n${error.description}` : error);
	process.exit(1);
}
