import { spawn } from 'node:child_process';
import { mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const READY_WITHIN_MS = 30_000;

/** A temporary folder, and its removal. */
export function temporaryFolder(name) {
	const folder = mkdtempSync(path.join(tmpdir(), `budget-pacing-${name}-`));
	return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/**
 * Starts a server in a process group of its own and waits until it answers.
 *
 * @param isReady tells whether it answers
 * @param signal  what ends it at once and in order
 * @returns `stop()`, which ends it and nothing else
 */
export async function startServer({ name, program, args, folder, owner = {}, isReady, signal }) {
	const logFile = path.join(folder, `${name}.log`);
	const log = openSync(logFile, 'a');
	const child = spawn(program, args, { cwd: folder, stdio: ['ignore', log, log], detached: true, ...owner });
	let ended;
	const end = new Promise((resolve) => {
		child.once('error', (error) => resolve((ended = `could not start: ${error.message}`)));
		child.once('exit', (code, by) => resolve((ended = `ended with ${code ?? by}`)));
	});
	const stop = async () => {
		if (ended === undefined) child.kill(signal);
		await end;
	};
	for (const startedMs = Date.now(); !isReady(); await sleep(100)) {
		if (ended === undefined && Date.now() - startedMs < READY_WITHIN_MS) continue;
		await stop();
		throw new Error(`${name} ${ended}\n${readFileSync(logFile, 'utf8').slice(-2000)}`);
	}
	return { stop };
}
