// Installs the packages of package-lock.json unless they are already installed. Uses only Node, because nothing is installed yet.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

const OLDEST_NODE = 20;
const PROGRESS_MS = 15_000;

const packagesOf = (lock) => JSON.parse(readFileSync(lock, 'utf8')).packages;

/** npm writes the inner lock last, after everything is installed; it omits optional packages of other platforms. */
function isInstalled() {
	const installedLock = 'node_modules/.package-lock.json';
	if (!existsSync(installedLock)) return false;
	const installed = packagesOf(installedLock);
	return Object.entries(packagesOf('package-lock.json')).every(([path, { version, integrity, optional }]) => {
		if (path === '') return true;
		const present = installed[path];
		if (present === undefined || !existsSync(path)) return optional === true && present === undefined;
		return present.version === version && present.integrity === integrity;
	});
}

function install() {
	const started = Date.now();
	console.log('Installing the development dependencies, about 1 GB, once ...');
	const npm = spawn('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
		stdio: ['ignore', 'inherit', 'inherit'],
		shell: process.platform === 'win32',
	});
	const progress = setInterval(() => {
		console.log(`  still installing, ${Math.round((Date.now() - started) / 1000)} s`);
	}, PROGRESS_MS);
	npm.on('error', (error) => {
		clearInterval(progress);
		console.error(`npm cannot be started: ${error.message}`);
		process.exitCode = 1;
	});
	npm.on('exit', (status) => {
		clearInterval(progress);
		process.exitCode = status ?? 1;
		if (status === 0) console.log(`Installed in ${Math.round((Date.now() - started) / 1000)} s`);
		else console.error('npm ci failed: check the network and the npm registry, then run the same command again');
	});
}

if (Number.parseInt(process.versions.node, 10) < OLDEST_NODE) {
	console.error(`Node ${OLDEST_NODE} or later is needed; this is ${process.version}`);
	process.exit(1);
}
if (!isInstalled()) install();
