// The demo: workflows/hourly-pacing.json through n8n's engine, once an hour of a day, against the sandbox ad account over HTTP.
//   npm run demo
//   npm run demo -- --month          a whole month, beside simple rules; --scenario and --seed choose another account
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { parseArgs } from 'node:util';

import { pacedHours } from './pacedHours.mjs';
import { printMonth } from './printMonth.mjs';
import { sandboxAccount } from './sandboxAccount.mjs';

const core = createRequire(import.meta.url)('../dist/src/index.js');

const DAY_MS = 86_400_000;

const { values } = parseArgs({
	options: {
		month: { type: 'boolean', default: false },
		scenario: { type: 'string', default: 'one-limited-manual' },
		seed: { type: 'string', default: '1' },
	},
});

async function day() {
	const sandbox = await sandboxAccount('paced-day');
	const { account } = sandbox;
	const { timeZone, currency, scenario } = account;
	const money = new Intl.NumberFormat('en-GB', { style: 'currency', currency });
	const clockOf = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' });
	const clock = (ms) => clockOf.format(ms);
	console.log(`\n${scenario.sentence}`);
	console.log(`The account is at ${sandbox.url}; the workflow reads it and sets its budget over HTTP.\n`);
	let page = null;
	let told = 0;
	let wanted;
	const tables = await pacedHours(
		sandbox,
		account.startMs + DAY_MS,
		({ nowMs, outputs, messages, tables: current }) => {
			const [plan] = outputs['Optimize Allocation'][0];
			const [forecast] = outputs['Check Exhaustion'].flat();
			wanted ??= plan.dayAmount;
			const spent = `${money.format(plan.spent).padStart(8)} of ${money.format(plan.dayAmount)}`;
			console.log(`  ${clock(nowMs)}  ${spent}  ${forecast.status}`);
			for (const request of outputs['Prepare Push']?.[0] ?? []) console.log(`         Push: ${request.display.change}`);
			for (const { status, reason, next } of (outputs['Confirm Push'] ?? []).flat())
				console.log(
					`         ${status === 'confirmed' ? 'Confirmed' : 'Not made'}: ${reason.message.replace(/\.$/, '')}. ${next}.`,
				);
			for (const text of messages) console.log(`         Slack: ${text}`);
			told += messages.length;
			const state = core.readState(JSON.parse(current.get('budget_pacing')[0].state));
			if (page === null && forecast.notify) page = core.budgetReport(state, { nowMs }).html;
		},
	);
	const state = core.readState(JSON.parse(tables.get('budget_pacing')[0].state));
	const { campaigns } = account.truth().days.find(({ startMs }) => startMs === account.startMs);
	const spent = campaigns.reduce((sum, { spendMicros }) => sum + spendMicros, 0) / 1e6;
	console.log(
		`\nThe day ended at ${money.format(spent)}, planned at ${money.format(wanted)} in the morning, with ${account.edits.length} edits of the budget and ${told} Slack message${told === 1 ? '' : 's'}.`,
	);
	writeFileSync('report.html', page ?? core.budgetReport(state, { nowMs: account.nowMs }).html);
	console.log('The report at the moment of the alert: report.html\n');
	sandbox.close();
}

try {
	await (values.month ? printMonth(values.scenario, Number(values.seed)) : day());
} catch (error) {
	console.error(error.name === 'UserError' ? `${error.message}\n${error.description}` : error);
	process.exit(1);
}
process.exit(0);
