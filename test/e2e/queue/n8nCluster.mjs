import { cpSync, mkdirSync } from 'node:fs';
import path from 'node:path';

import { installPackage } from '../n8nPackage.mjs';
import { freePorts, startN8n } from '../startN8n.mjs';

/**
 * One n8n main process and, in queue mode, its workers: each has a user folder of its own that holds the packed package.
 *
 * @param folder      where the user folders are made
 * @param environment databases and mode, the same for all
 * @param workers     how many; none outside queue mode
 * @returns `base`, the address of the main process; `main` and `workers`, each with `start()`, `kill()` and `stop()`; `logTails()`
 */
export async function n8nCluster({ installation, folder, environment, workers, log }) {
	const members = [];
	const member = async (name, command, extra = {}) => {
		const userFolder = path.join(folder, name);
		mkdirSync(userFolder, { recursive: true });
		if (members.length === 0) installPackage(userFolder, log);
		else
			cpSync(path.join(members[0].userFolder, '.n8n/nodes'), path.join(userFolder, '.n8n/nodes'), { recursive: true });
		const [webPort] = await freePorts(1);
		const all = { ...environment, ...extra, QUEUE_HEALTH_CHECK_PORT: String(webPort) };
		let server;
		const own = {
			name,
			userFolder,
			base: `http://127.0.0.1:${webPort}`,
			start: async () => {
				server = await startN8n({ ...installation, userFolder, command, webPort, extra: all });
				await server.ready();
			},
			kill: async () => await server.kill(),
			stop: async () => await server?.stop(),
			logTail: () => server?.logTail() ?? '',
			peakMemoryMb: () => server?.peakMemoryMb(),
		};
		members.push(own);
		return own;
	};
	const main = await member('main', 'start');
	const health = { QUEUE_HEALTH_CHECK_ACTIVE: 'true', N8N_WORKER_SERVER_ADDRESS: '127.0.0.1' };
	const all = [];
	for (let number = 1; number <= workers; number++) all.push(await member(`worker-${number}`, 'worker', health));
	return {
		base: main.base,
		main,
		workers: all,
		stop: async () => await Promise.all(members.map(async ({ stop }) => await stop())),
		logTails: () => members.map(({ name, logTail }) => `--- ${name}\n${logTail()}`).join('\n'),
		peakMemoryMb: () => Object.fromEntries(members.map(({ name, peakMemoryMb }) => [name, peakMemoryMb()])),
	};
}
