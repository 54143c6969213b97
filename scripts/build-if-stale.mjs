// Builds dist/ if it is missing or older than what it is made from.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const newest = (path) =>
	statSync(path).isDirectory()
		? Math.max(0, ...readdirSync(path).map((entry) => newest(join(path, entry))))
		: statSync(path).mtimeMs;

const built = 'dist/src/index.js';
const sources = ['src', 'nodes', 'gulpfile.js', 'package.json', 'tsconfig.json'];
if (!existsSync(built) || statSync(built).mtimeMs < Math.max(...sources.map(newest))) {
	console.log('Building ...');
	const { status } = spawnSync('npm', ['run', '--silent', 'build'], { stdio: 'inherit', shell: process.platform === 'win32' });
	if (status !== 0) process.exit(status ?? 1);
}
