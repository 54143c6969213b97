import { createRequire } from 'node:module';

import { mostWithin } from '../bench/loop/desk.mjs';
import { monthFigures } from '../bench/loop/monthFigures.mjs';
import { calendarOf } from '../sandbox/account/calendar.mjs';
import { pacedHours } from './pacedHours.mjs';

const core = createRequire(import.meta.url)('../dist/src/index.js');

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** A person's edit is left alone for so long. */
const GUARDS = { peoplesEdits: 'resume', resumeAfterHours: 24 };

const isOpen = ({ status }) => status === 'prepared' || status === 'unknown';

/**
 * Plays hourly-pacing.json against a sandbox account, and watches what must hold whatever fails.
 *
 * A run that fails counts as missed: the next one comes an hour later.
 *
 * @param sandbox see sandboxAccount
 * @param untilMs instant of the account at which it ends
 * @param onDay   called at each midnight with the figures so far
 * @returns `runs` and those `missed`; `failures`, the sentences of nodes that failed and how often; `requests` sent, and `edits` that the account took;
 *   `perHour` and `perDay`, the most requests for one object; `again`, requests for a value that was in force already; `openRuns`, the most runs that
 *   read the budget and left a push of an earlier run open; `stateBytes` at most; `messages`; and `months`, see monthFigures
 */
export async function playPaced(sandbox, untilMs, onDay = () => {}) {
	const { account } = sandbox;
	const calendar = calendarOf(account.timeZone);
	const requested = [];
	const openFor = new Map();
	const failures = new Map();
	const figures = { runs: 0, missed: 0, again: 0, openRuns: 0, stateBytes: 0, messages: [] };
	let day = calendar.dayAt(account.nowMs);

	/** The value of an object before this instant. */
	function before(object, nowMs) {
		const own = account.edits.filter((edit) => edit.object === object && edit.field === 'budget');
		const past = own.findLast(({ atMs }) => atMs < nowMs);
		return past?.to ?? own[0]?.from ?? account.budgets.find(({ id }) => `budget/${id}` === object).amountMicros;
	}

	function watch({ nowMs, outputs, messages, tables }) {
		figures.runs++;
		figures.messages.push(...messages.map((text) => ({ atMs: nowMs, text })));
		for (const { object, to } of outputs['Prepare Push']?.[0] ?? []) {
			requested.push({ atMs: nowMs, object });
			if (Math.round(1e6 * Number(to)) === before(object, nowMs)) figures.again++;
		}
		const text = tables.get('budget_pacing')?.[0]?.state;
		if (text !== undefined) {
			figures.stateBytes = Math.max(figures.stateBytes, Buffer.byteLength(text));
			if (outputs['Prepare Push'] !== undefined) countOpen(core.readState(JSON.parse(text)).pushes, nowMs);
		}
		const today = calendar.dayAt(nowMs);
		if (today === day) return;
		onDay({ ...summary(), date: day.date });
		day = today;
	}

	function countOpen(pushes = [], nowMs) {
		for (const push of pushes) {
			const runs = isOpen(push) && push.atMs < nowMs ? (openFor.get(push.pushId) ?? 0) + 1 : 0;
			openFor.set(push.pushId, runs);
			figures.openRuns = Math.max(figures.openRuns, runs);
		}
	}

	function onFailure({ error, ...run }) {
		figures.missed++;
		const told = `${error.node?.name ?? error.name}: ${error.message}`;
		failures.set(told, (failures.get(told) ?? 0) + 1);
		watch(run);
	}

	const summary = () => ({
		...figures,
		failures: Object.fromEntries(failures),
		requests: requested.length,
		edits: account.edits.filter(({ author }) => author === 'api').length,
		perHour: mostWithin(requested, HOUR_MS),
		perDay: mostWithin(requested, DAY_MS),
		months: monthFigures(account, account.scenario.target),
	});

	await pacedHours(sandbox, untilMs, watch, { guards: GUARDS, onFailure });
	return summary();
}
