// Whether the package works in other versions of n8n: the steps of smoke.mjs in each, one after the other, and a table of what was seen.
// Usage: node test/e2e/compatibility.mjs <n8n version> [...]. Each version is installed the first time: 5 to 15 minutes, 2 to 3 GB.
import { execFileSync, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

import { markdownTable } from '../../bench/markdownTable.mjs';
import { cacheRoot } from './n8nInstallation.mjs';

const smoke = fileURLToPath(new URL('smoke.mjs', import.meta.url));

/** The exact version that a name like `latest` stands for. */
const exactVersion = (asked) => {
	const version = execFileSync('npm', ['view', `n8n@${asked}`, 'version'], {
		encoding: 'utf8',
		stdio: ['ignore', 'pipe', 'inherit'],
		shell: process.platform === 'win32',
	}).trim();
	if (!/^\d+\.\d+\.\d+\S*$/.test(version))
		throw new Error(`'${asked}' is not one version of n8n: ${version || 'none'}`);
	return version;
};

/** Runs the smoke test in a process of its own and passes on what it prints. */
async function tried(version) {
	const child = fork(smoke, [version]);
	let seen;
	child.on('message', (message) => (seen = message));
	const code = await new Promise((resolve) => child.once('exit', resolve));
	if (code === 0 && seen?.failure === undefined) return { held: true, ...seen };
	const reason = seen?.failure ?? `ended with ${code}`;
	const ofNpm = /^npm error notarget (No matching version .*)$/m.exec(reason)?.[1];
	return { held: false, reason: ofNpm ? `cannot be installed: ${ofNpm}` : reason.split('\n')[0] };
}

const pairs = ({ pair, nodes }) =>
	Object.entries(nodes)
		.map(([name, ms]) => `${name} ${(ms / pair).toFixed(2)}`)
		.join(', ');

const asked = process.argv.slice(2);
if (asked.length === 0) {
	console.error('Usage: node test/e2e/compatibility.mjs <n8n version> [...]');
	process.exit(2);
}
const rows = [];
for (const version of asked.map(exactVersion)) {
	console.log(`\nn8n ${version}`);
	const { held, reason, seconds, memory, cost } = await tried(version);
	if (!held) process.exitCode = 1;
	rows.push(
		held
			? [version, 'all held', seconds, memory ? `${Math.round(memory)} MB` : '-', `${cost.pair} ms`, pairs(cost)]
			: [version, reason, '-', '-', '-', '-'],
	);
}
const head = ['n8n', 'seen', 'time', 'peak memory', 'empty pair', 'nodes, in empty pairs'];
console.log(
	`\n${markdownTable([head, ...rows])}\n\nThe installations stay in ${cacheRoot()}; delete those you do not need.`,
);
