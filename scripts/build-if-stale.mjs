// Builds dist/ if it is missing or older than its sources.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** The build writes this file last. */
const BUILT = 'dist/src/index.js';
const SOURCES = ['src', 'nodes', 'credentials', 'gulpfile.js', 'package.json', 'package-lock.json', 'tsconfig.json'];

/** Last modification of a file or of anything in a folder; removing a file changes its folder. */
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
