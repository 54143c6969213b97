import { execFileSync, spawn } from 'node:child_process';
import { createWriteStream, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';

import { n8nEnvironment } from './n8nEnvironment.mjs';

/** What is tried when no version is asked for: the newest n8n whose exactly pinned packages can all be installed. */
export const N8N_VERSION = '2.41.1';

/** n8n 2.41 does not start on an older Node, and the older ones from 2.3 on start on this one too. */
const NODE_MAJOR = 24;

/** n8n 2.30 and older gets this library from its maker's own host; the registry has it under the name that newer ones use. */
const FROM_THE_REGISTRY = { xlsx: 'npm:@e965/xlsx@0.20.3' };

/** Written last, so that an installation that was interrupted is seen and done again. */
const MARKER = 'installed.json';

/** Outside of any checkout, shared by all. */
export const cacheRoot = () =>
	path.join(process.env.XDG_CACHE_HOME || path.join(homedir(), '.cache'), 'n8n-nodes-budget-pacing');

const cacheFolder = (n8nVersion) => path.join(cacheRoot(), `n8n-${n8nVersion}-node${NODE_MAJOR}`);

const ownNodeIsNewEnough = () => Number(process.versions.node.split('.')[0]) >= NODE_MAJOR;

const isOnPath = (tool) => {
	try {
		execFileSync(tool, ['--version'], { stdio: 'ignore' });
		return true;
	} catch (error) {
		if (error.code === 'ENOENT' || error.status !== undefined) return false;
		throw error;
	}
};

/** sqlite3 is compiled on this machine: it needs the tools below, and root on Debian can have them installed. */
function requireBuildTools(log) {
	const missing = ['python3', 'make', 'g++'].filter((tool) => !isOnPath(tool));
	if (missing.length === 0) return;
	const packages = missing.join(' ');
	if (process.getuid?.() !== 0 || !isOnPath('apt-get')) {
		throw new Error(
			`n8n's sqlite3 is compiled on this machine and needs ${packages}. ` +
				`On Debian or Ubuntu: sudo apt-get install ${packages}`,
		);
	}
	log(`installing Debian packages for sqlite3: ${packages}`);
	execFileSync('apt-get', ['update', '-qq'], { stdio: 'inherit' });
	execFileSync('apt-get', ['install', '-y', '-qq', ...missing], { stdio: 'inherit' });
}

/** Runs npm in the cache folder, its output in a log file and a sign of life on the terminal every 20 seconds. */
async function npm(args, what, folder, log) {
	const logFile = path.join(folder, 'install.log');
	const output = createWriteStream(logFile, { flags: 'a' });
	const startedMs = Date.now();
	const elapsed = () => `${Math.round((Date.now() - startedMs) / 1000)} s`;
	log(`${what} ...`);
	const sign = setInterval(() => log(`${what}: ${elapsed()} so far`), 20_000);
	try {
		await new Promise((resolve, reject) => {
			const child = spawn('npm', args, {
				cwd: folder,
				stdio: ['ignore', 'pipe', 'pipe'],
				env: { ...process.env, npm_config_engine_strict: 'false' },
			});
			child.stdout.pipe(output, { end: false });
			child.stderr.pipe(output, { end: false });
			child.on('error', reject);
			child.on('close', (code) =>
				code === 0
					? resolve()
					: reject(
							new Error(`npm ${args.join(' ')} ended with ${code}\n${readFileSync(logFile, 'utf8').slice(-2000)}`),
						),
			);
		});
	} finally {
		clearInterval(sign);
		output.end();
	}
	log(`${what}: done in ${elapsed()}`);
}

/**
 * A real n8n in a cache folder outside the checkout, installed the first time it is asked for.
 *
 * Each version has a folder of about 2.9 GB, shared by all checkouts; delete it to install again.
 * Lifecycle scripts of n8n's packages do not run, save those of the two that cannot do without: sqlite3 and node.
 *
 * @param n8nVersion exact, as on the npm registry
 * @returns folder, the Node binary that n8n needs, n8n's entry script, and `extra`: what this version must be told by environment
 */
export async function n8nInstallation(log, n8nVersion = N8N_VERSION) {
	const folder = cacheFolder(n8nVersion);
	const ownNode = ownNodeIsNewEnough();
	const installation = {
		folder,
		nodeBinary: ownNode ? process.execPath : path.join(folder, 'node_modules/node/bin/node'),
		n8nEntry: path.join(folder, 'node_modules/n8n/bin/n8n'),
	};
	if (existsSync(path.join(folder, MARKER)) && existsSync(installation.nodeBinary)) {
		log(`n8n ${n8nVersion} is installed in ${folder}`);
		return { ...installation, extra: extraEnvironment(folder) };
	}
	requireBuildTools(log);
	if (existsSync(folder)) log(`an installation in ${folder} is not complete: starting over`);
	rmSync(folder, { recursive: true, force: true });
	mkdirSync(folder, { recursive: true });
	log(`installing n8n ${n8nVersion} into ${folder}: once, 6 to 15 minutes, 2.9 GB`);
	const dependencies = { n8n: n8nVersion, ...(ownNode ? {} : { node: `${NODE_MAJOR}.x` }) };
	writeFileSync(
		path.join(folder, 'package.json'),
		JSON.stringify({ private: true, dependencies, overrides: FROM_THE_REGISTRY }, null, '\t'),
	);
	const quiet = ['--no-audit', '--no-fund'];
	await npm(['install', '--ignore-scripts', ...quiet], 'downloading n8n', folder, log);
	if (!ownNode) await npm(['rebuild', 'node', '--ignore-scripts=false'], `fetching Node ${NODE_MAJOR}`, folder, log);
	await npm(['rebuild', 'sqlite3', '--ignore-scripts=false'], 'compiling sqlite3', folder, log);
	const version = execFileSync(installation.nodeBinary, [installation.n8nEntry, '--version'], {
		encoding: 'utf8',
		env: n8nEnvironment({ userFolder: folder }),
	});
	const seen = {
		n8n: version.trim(),
		node: execFileSync(installation.nodeBinary, ['--version'], { encoding: 'utf8' }).trim(),
	};
	writeFileSync(path.join(folder, MARKER), JSON.stringify(seen));
	return { ...installation, extra: extraEnvironment(folder) };
}

/** n8n does not start when it is told to leave out a module that it does not have, as older ones do not have this one. */
const extraEnvironment = (folder) =>
	existsSync(path.join(folder, 'node_modules/n8n/dist/modules/mcp-registry'))
		? {}
		: { N8N_DISABLED_MODULES: undefined };
