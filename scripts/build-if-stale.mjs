// Builds dist/ if it is missing or older than what it is made from.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** The build writes this file last. */
const BUILT = 'dist/src/index.js';
const SOURCES = ['src', 'nodes', 'credentials', 'gulpfile.js', 'package.json', 'package-lock.json', 'tsconfig.json'];

/** When a file, or anything in a folder, changed last; a folder itself changes when a file in it is removed. */
function changedMs(path) {
	const { mtimeMs } = statSync(path);
	if (!statSync(path).isDirectory()) return mtimeMs;
	return Math.max(mtimeMs, ...readdirSync(path).map((entry) => changedMs(join(path, entry))));
}

const newestMs = Math.max(...SOURCES.filter((path) => existsSync(path)).map(changedMs));
if (!existsSync(BUILT) || changedMs(BUILT) < newestMs) {
	console.log('Building ...');
	const { status } = spawnSync('npm', ['run', '--silent', 'build'], {
		stdio: 'inherit',
		shell: process.platform === 'win32',
	});
	process.exitCode = status ?? 1;
}
