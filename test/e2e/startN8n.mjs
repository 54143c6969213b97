import { spawn } from 'node:child_process';
import { existsSync, openSync, readFileSync, readdirSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { n8nEnvironment } from './n8nEnvironment.mjs';

/** Ready after 12 to 16 s on two idle cores; a first start also migrates its database, and cores may be busy. */
const READY_WITHIN_MS = 180_000;

const STOPPED_WITHIN_MS = 20_000;

/** Ports of loopback that nothing listens on. */
export async function freePorts(count) {
	const servers = await Promise.all(
		Array.from(
			{ length: count },
			() =>
				new Promise((resolve) => {
					const server = net.createServer().listen(0, '127.0.0.1', () => resolve(server));
				}),
		),
	);
	const ports = servers.map((server) => server.address().port);
	await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
	return ports;
}

/** Peak resident memory of a process and of those it started, in MB, or undefined where /proc does not exist. */
function peakMemoryMb(pid) {
	if (!existsSync(`/proc/${pid}/status`)) return undefined;
	const own = Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
	const children = readdirSync(`/proc/${pid}/task`).flatMap((task) =>
		readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8').split(' ').filter(Boolean),
	);
	return children.reduce((sum, child) => sum + (peakMemoryMb(Number(child)) ?? 0), own);
}

/**
 * Starts n8n on loopback with its data in `userFolder`.
 *
 * It runs in a process group of its own, so that an interrupt on the terminal reaches the test, which then ends n8n.
 *
 * @param extra   environment variables on top of the usual ones
 * @param command of n8n: `start`, or `worker` for one that serves its health (`QUEUE_HEALTH_CHECK_ACTIVE`)
 * @param webPort where it is to answer; any free port by default
 * @returns base address, `ready()`, which waits until n8n answers, `peakMemoryMb()`, `logTail()` and `stop()`, which ends n8n and
 *          what n8n started, and nothing else; `kill()` does so without a chance to finish; `ended` resolves once n8n has ended
 */
export async function startN8n({ nodeBinary, n8nEntry, userFolder, extra, command = 'start', webPort }) {
	const [broker, anyPort] = await freePorts(2);
	const ports = { web: webPort ?? anyPort, broker };
	const base = `http://127.0.0.1:${ports.web}`;
	const logFile = path.join(userFolder, 'n8n.log');
	const log = openSync(logFile, 'a');
	const logTail = () => readFileSync(logFile, 'utf8').slice(-3000);
	const child = spawn(nodeBinary, [n8nEntry, command], {
		cwd: userFolder,
		env: n8nEnvironment({ userFolder, ports, extra }),
		stdio: ['ignore', log, log],
		detached: true,
	});
	let ended;
	const end = new Promise((resolve) => {
		child.once('error', (error) => resolve((ended = `could not start: ${error.message}`)));
		child.once('exit', (code, signal) => resolve((ended = `ended with ${code ?? signal}`)));
	});
	let peakMb;
	const measure = () => {
		const mb = ended === undefined ? peakMemoryMb(child.pid) : undefined;
		if (mb !== undefined) peakMb = Math.max(peakMb ?? 0, mb);
		return peakMb;
	};
	const kill = async () => {
		if (ended === undefined) process.kill(-child.pid, 'SIGKILL');
		await end;
	};
	const stop = async () => {
		if (ended === undefined) child.kill('SIGTERM');
		await Promise.race([end, sleep(STOPPED_WITHIN_MS, undefined, { ref: false })]);
		await kill();
	};
	const ready = async () => {
		for (const startedMs = Date.now(); Date.now() - startedMs < READY_WITHIN_MS; await sleep(250)) {
			if (ended !== undefined) throw new Error(`n8n ${ended}\n${logTail()}`);
			if (await isReady(base)) return;
		}
		throw new Error(`n8n was not ready within ${READY_WITHIN_MS / 1000} s\n${logTail()}`);
	};
	return { base, ready, peakMemoryMb: measure, logTail, stop, kill, ended: end };
}

/** A refused connection is what a starting n8n answers with; anything else is thrown. */
async function isReady(base) {
	try {
		return (await fetch(`${base}/healthz/readiness`)).ok;
	} catch (error) {
		if (['ECONNREFUSED', 'ECONNRESET', 'UND_ERR_SOCKET'].includes(error.cause?.code)) return false;
		throw error;
	}
}
