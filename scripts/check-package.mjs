// Proves that what is published is whole and stands on its own: its files are the expected ones, everything it requires is
// either in it or provided by n8n, and every node loads where nothing else is installed.
import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';

import { unpackedPackage } from './package-folder.mjs';

const PROVIDED_BY_N8N = new Set(['n8n-workflow', 'lodash', 'moment', 'p-limit', 'luxon', 'zod', 'crypto', 'node:crypto']);
const EXPECTED = /^(package\.json|README\.md|LICENSE\.md|CHANGELOG\.md|dist\/src\/.*\.d\.ts|dist\/src\/index\.js|dist\/nodes\/.*\.(js|d\.ts|svg|node\.json))$/;

const faults = [];
const { root, folder } = unpackedPackage();
const filesOf = (path) => (statSync(path).isDirectory() ? readdirSync(path).flatMap((entry) => filesOf(join(path, entry))) : [path]);
const files = filesOf(folder);
for (const file of files) {
	const name = relative(folder, file);
	if (!EXPECTED.test(name)) faults.push(`${name} does not belong into the package`);
	if (!name.endsWith('.js')) continue;
	for (const [, required] of readFileSync(file, 'utf8').matchAll(/\brequire\(\s*["']([^"']+)["']\s*\)/g)) {
		if (required.startsWith('.')) {
			const target = join(dirname(file), required);
			if (!files.some((other) => [target, `${target}.js`, join(target, 'index.js')].includes(other))) faults.push(`${name} requires ${required}, which is not in the package`);
		} else if (!PROVIDED_BY_N8N.has(required)) faults.push(`${name} requires ${required}, which n8n does not provide`);
	}
}

const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
if (Object.keys(manifest.dependencies ?? {}).length > 0) faults.push('package.json has dependencies');
const workflowFolder = dirname(createRequire(import.meta.url).resolve('n8n-workflow/package.json'));
symlinkSync(workflowFolder, join(root, 'node_modules', 'n8n-workflow'));
for (const entry of ['dist/src/index.js', ...(manifest.n8n.nodes ?? []), ...(manifest.n8n.credentials ?? [])]) {
	try {
		execFileSync(process.execPath, ['-e', `require(${JSON.stringify(join(folder, entry))})`], { cwd: root, encoding: 'utf8', stdio: 'pipe' });
	} catch (error) {
		faults.push(`${entry} does not load on its own: ${String(error.stderr).split('\n').find((line) => line.includes('Error')) ?? error.message}`);
	}
}

rmSync(root, { recursive: true, force: true });
if (faults.length > 0) {
	console.error(faults.join('\n'));
	process.exit(1);
}
console.log(`${files.length} files, bundle ${(statSync('dist/src/index.js').size / 1024).toFixed(0)} KB: complete, and requires only what n8n provides`);
