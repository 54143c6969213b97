// A month of hourly-pacing.json in n8n's engine against the sandbox, in which everything that can fail does, beside rules that people follow.
//   npm run month
//   npm run month -- --scenario three-campaigns --seed 2
import { parseArgs } from 'node:util';

import play from '../bench/loop/play.mjs';
import { playPaced } from './month.mjs';
import { sandboxAccount } from './sandboxAccount.mjs';

const HOUR_MS = 3_600_000;
const RULES = ['a: untouched', 'b: remaining / days left'];

const { values } = parseArgs({
	options: { scenario: { type: 'string', default: 'everything-fails' }, seed: { type: 'string', default: '1' } },
});
const task = { scenario: values.scenario, seed: Number(values.seed) };
const percent = (share) => `${(100 * share).toFixed(2)}%`.padStart(8);
const line = (name, { deviation, conversions, edits }) =>
	`  ${name.padEnd(28)}${percent(deviation)} off the amount, ${conversions.toFixed(0)} conversions, ${edits} edits`;

const sandbox = await sandboxAccount(task.scenario, task);
console.log(`${sandbox.account.scenario.sentence}\n`);
const untilMs = sandbox.account.nowMs + (31 * 24 + 1) * HOUR_MS;
const figures = await playPaced(sandbox, untilMs, ({ date, runs, missed, edits, openRuns, stateBytes }) =>
	console.log(
		`  ${date}  ${runs} runs, ${missed} missed, ${edits} edits, ${openRuns} open, state ${Math.ceil(stateBytes / 1024)} KB`,
	),
);
sandbox.close();

console.log(`\n${line('hourly-pacing.json', figures.months[0])}`);
for (const controller of RULES) {
	const { months } = await play({ ...task, controller });
	console.log(line(controller, months[0]));
}
console.log(`\n  ${figures.missed} of ${figures.runs} runs failed:`);
for (const [told, times] of Object.entries(figures.failures)) console.log(`  ${String(times).padStart(4)}  ${told}`);
console.log(
	`\n  ${figures.requests} requests, at most ${figures.perHour} an hour and ${figures.perDay} a day for one budget; ${figures.again} for a value in force;`,
);
console.log(`  ${figures.openRuns} runs at most until a push was settled; ${figures.messages.length} messages`);
