import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const { runWorkflow } = require('./engine.js');
const { setClock } = require('./accountClock.js');

const HOUR_MS = 3_600_000;

/** The example's schedule runs at this minute of the hour. */
const MINUTE_MS = 20 * 60_000;

/** The workflow as a person would set it to try it out: the sandbox's address in Settings, and Dry Run off. It waits for nothing. */
function pointedAt(url, file, guards) {
	const workflow = JSON.parse(readFileSync(new URL(`../workflows/${file}`, import.meta.url), 'utf8'));
	for (const node of workflow.nodes) {
		const { name, type, parameters } = node;
		if (node.retryOnFail) node.waitBetweenTries = 1;
		if (name === 'Settings') parameters.assignments.assignments.find((field) => field.name === 'baseUrl').value = url;
		if (type.endsWith('.preparePush')) Object.assign(parameters, { dryRun: false, guards });
	}
	return workflow;
}

/**
 * Runs workflows/hourly-pacing.json through n8n's engine once an hour of an account's time, over HTTP.
 *
 * @param sandbox see sandboxAccount
 * @param untilMs instant of the account at which it ends
 * @param onHour  called after each run with `{ nowMs, outputs, messages, tables }`
 * @param options `guards` of Prepare Push; `onFailure`, called instead with `{ nowMs, error, outputs, messages, tables }` after a run that failed, which
 *   otherwise ends the play
 * @returns the data tables, which hold the budget's state
 */
export async function pacedHours({ account, url }, untilMs, onHour, { guards = {}, onFailure = rethrow } = {}) {
	const workflow = pointedAt(url, 'hourly-pacing.json', guards);
	const tables = new Map();
	const told = (texts) => texts.map((text) => ({ text }));
	for (let nowMs = account.nowMs + MINUTE_MS; nowMs < untilMs; nowMs += HOUR_MS) {
		account.play(nowMs);
		setClock(nowMs);
		const { status, error, outputs } = await runWorkflow({
			workflow,
			trigger: 'Try It Now',
			tables,
			pinned: { 'Tell Slack': told, 'Tell Slack About Pushes': told, 'Show Rejected Rows in Slack': told },
		});
		const messages = ['Tell Slack', 'Tell Slack About Pushes', 'Show Rejected Rows in Slack'].flatMap((name) =>
			(outputs[name]?.[0] ?? []).map(({ text }) => text),
		);
		const run = { nowMs, outputs, messages, tables };
		if (status === 'success') onHour(run);
		else onFailure({ ...run, error });
	}
	account.play(untilMs);
	return tables;
}

function rethrow({ error }) {
	throw error;
}
