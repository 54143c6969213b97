import play from '../bench/loop/play.mjs';
import { RULES } from '../bench/loop/rules.mjs';
import { calendarOf } from '../sandbox/account/calendar.mjs';
import { playPaced } from './month.mjs';
import { sandboxAccount } from './sandboxAccount.mjs';

const percent = (fraction) => `${fraction < 0 ? '' : '+'}${(100 * fraction).toFixed(2)}%`;

/** Plays a month of a scenario through n8n's engine and prints it beside rules that people follow, on the same account. */
export async function printMonth(scenario, seed) {
	const sandbox = await sandboxAccount(scenario, { seed });
	const { account } = sandbox;
	const { startMs, daysInMonth, dayOfMonth } = calendarOf(account.timeZone).dayAt(account.startMs);
	const endMs = calendarOf(account.timeZone).dayAt(startMs + (daysInMonth - dayOfMonth + 1.5) * 86_400_000).startMs;
	console.log(`\n${account.scenario.sentence} Target of the month: ${account.scenario.target} ${account.currency}.\n`);
	const { months, runs, missed, edits, openRuns, stateBytes, messages } = await playPaced(
		sandbox,
		endMs,
		({ date, months: [month] }) => process.stderr.write(`\r  ${date}  ${(month?.spend ?? 0).toFixed(2)}   `),
	);
	sandbox.close();
	process.stderr.write('\r');
	const rows = [['this package', months[0]]];
	for (const controller of Object.keys(RULES)) {
		rows.push([controller, (await play({ scenario, seed, controller })).months[0]]);
	}
	for (const [name, { spend, deviation, conversions }] of rows) {
		console.log(
			`  ${name.padEnd(26)} ${spend.toFixed(2).padStart(10)}  ${percent(deviation).padStart(8)}  ${conversions.toFixed(1).padStart(7)} conversions`,
		);
	}
	console.log(
		`\n${runs} hourly runs, ${missed} of them stopped by an error of the account; ${edits} edits of budgets, ${messages.length} Slack messages; no push stayed open for more than ${openRuns} runs; ${Math.round(stateBytes / 1000)} KB of state at most.\n`,
	);
}
