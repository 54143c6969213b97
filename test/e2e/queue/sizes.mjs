import { createRequire } from 'node:module';
import path from 'node:path';

import { googleAdsItems } from '../googleAdsRows.mjs';
import { projectRoot } from '../n8nPackage.mjs';
import { TABLE } from '../storedBudget.mjs';

const core = createRequire(import.meta.url)(path.join(projectRoot, 'dist/src/index.js'));

const DAY_MS = 86_400_000;
const BUDGET = { budgetId: 'size', currency: 'EUR', timeZone: 'Europe/Berlin', dailyAmount: '1000.00' };

/** A report of the last days of several campaigns. */
function report(campaigns, days, nowMs) {
	const items = Array.from({ length: Math.ceil(days / 14) }, (_, fortnight) =>
		googleAdsItems({ nowMs: nowMs - fortnight * 14 * DAY_MS, ...BUDGET }),
	).flat();
	return items.map(({ results }) => ({
		results: results.flatMap((row) =>
			Array.from({ length: campaigns }, (_, number) => ({ ...row, campaign: { ...row.campaign, id: String(number) } })),
		),
	}));
}

/** What a state with a plan takes, by campaigns and days of hourly history: in words. */
export function stateSizes() {
	const nowMs = Date.now();
	return [
		[1, 14],
		[1, 364],
		[5, 28],
		[20, 28],
	].map(([campaigns, days]) => {
		let state = core.createState(BUDGET);
		const { windows } = core.normaliseRows(report(campaigns, days, nowMs), { budget: state.definition });
		({ state } = core.ingest(state, windows, nowMs));
		({ state } = core.optimizeAllocation(state, { strategy: 'adaptive_ml', nowMs }));
		const kilobytes = JSON.stringify(state).length / 1024;
		return `state after ${days} days of ${campaigns} campaign${campaigns > 1 ? 's' : ''}, with a plan: ${kilobytes.toFixed(0)} KB`;
	});
}

/** What the table of states takes in PostgreSQL: in words. Old versions of rows count until they are vacuumed. */
export function tableSize(query) {
	const [table] = query(
		`select relname from pg_class where relkind = 'r' and relname like any (array['${TABLE}', 'data_table_user_%'])`,
	).split('\n');
	const kilobytes = (sql) => `${(Number(query(sql)) / 1024).toFixed(0)} KB`;
	const content = kilobytes(`select sum(octet_length(state)) from "${table}"`);
	const onDisk = `select pg_total_relation_size('"${table}"')`;
	const busy = kilobytes(onDisk);
	query(`vacuum full "${table}"`);
	return [
		`${query(`select count(*) from "${table}"`)} budgets with ${content} of state take ${busy}; vacuumed, ${kilobytes(onDisk)}`,
	];
}
