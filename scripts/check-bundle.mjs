// Checks that the package is self-contained: it requires only what it contains or n8n provides, the core loads where nothing
// else is installed, and the nodes load where only n8n-workflow is.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, posix } from 'node:path';

import { filesBelow, report, withPackedPackage } from './packed-package.mjs';

const CORE = 'dist/src/index.js';
const PROVIDED_TO_NODES = ['n8n-workflow', 'crypto'];

/** The names that a compiled file requires. A computed name cannot be checked and is therefore an error. */
function requiresOf(code) {
	const calls = code.matchAll(/(?<![\w$.])(?:require|import)\(([^)]*)\)/g);
	return Array.from(calls, ([, argument]) => argument.match(/^\s*(["'`])([^"'`$]+)\1\s*$/)?.[2] ?? `(${argument})`);
}

function requireFaults(folder, files) {
	return files
		.filter((file) => file.endsWith('.js'))
		.flatMap((file) =>
			requiresOf(readFileSync(join(folder, file), 'utf8')).flatMap((required) => {
				if (file === CORE) return [`${file} requires ${required}, which is not bundled`];
				if (PROVIDED_TO_NODES.includes(required)) return [];
				if (!required.startsWith('.')) return [`${file} requires ${required}, which n8n does not provide`];
				const target = `${posix.join(posix.dirname(file), required.replace(/\.js$/, ''))}.js`;
				if (!files.includes(target)) return [`${file} requires ${required}, which is not in the package`];
				return target.startsWith('dist/nodes/') || target === CORE
					? []
					: [`${file} reaches past the core's face: ${required}`];
			}),
		);
}

/** Runs code in a process that resolves only modules below `root`. */
function runsAlone(root, what, code) {
	const { NODE_PATH: _unused, NODE_OPTIONS: _either, ...env } = process.env;
	try {
		execFileSync(process.execPath, ['-e', code], { cwd: root, env, encoding: 'utf8', stdio: 'pipe' });
		return [];
	} catch (error) {
		const reason = error.stderr.split('\n').find((line) => /Error/.test(line)) ?? error.message;
		return [`${what} does not load on its own: ${reason}`];
	}
}

function loadFaults(root, folder) {
	const { name, n8n } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
	const coreFaults = runsAlone(root, 'The core', `require(${JSON.stringify(name)}).splitMoney('1.00', [1, 2], 'EUR')`);
	const strangers = runsAlone(root, 'zod', "require('zod')");
	if (strangers.length === 0) return ['This check sees modules that n8n would not have, so it proves nothing'];

	const workflowFolder = dirname(createRequire(import.meta.url).resolve('n8n-workflow/package.json'));
	mkdirSync(join(root, 'node_modules'), { recursive: true });
	symlinkSync(workflowFolder, join(root, 'node_modules', 'n8n-workflow'), 'junction');
	const entries = [...n8n.nodes, ...(n8n.credentials ?? [])];
	const nodeFaults = entries.flatMap((entry) => {
		const type = posix.basename(entry).split('.')[0];
		return runsAlone(root, entry, `new (require(${JSON.stringify(join(folder, entry))})['${type}'])()`);
	});
	return [...coreFaults, ...nodeFaults];
}

await withPackedPackage(({ root, folder }) => {
	if (!existsSync(join(folder, CORE))) return report([`${CORE} is missing: run npm run build`]);
	const files = filesBelow(folder);
	const kilobytes = Math.round(statSync(join(folder, CORE)).size / 1024);
	report(
		[...requireFaults(folder, files), ...loadFaults(root, folder)],
		`The core (${kilobytes} KB) and every node load with nothing but n8n-workflow installed`,
	);
});
