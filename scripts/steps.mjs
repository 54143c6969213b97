// Runs npm scripts one after the other, says how long each took, and stops at the first that fails.
import { spawnSync } from 'node:child_process';

const steps = process.argv.slice(2);
for (const [index, step] of steps.entries()) {
	const started = Date.now();
	console.log(`\n[${index + 1}/${steps.length}] ${step}`);
	const { status } = spawnSync('npm', ['run', '--silent', step], {
		stdio: ['ignore', 'inherit', 'inherit'],
		shell: process.platform === 'win32',
	});
	const seconds = ((Date.now() - started) / 1000).toFixed(1);
	if (status !== 0) {
		console.error(`\n${step} failed after ${seconds} s; to run it alone: npm run ${step}`);
		process.exit(status ?? 1);
	}
	console.log(`${step} passed in ${seconds} s`);
}
