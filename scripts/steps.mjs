// Runs npm scripts one after the other, says how long each took, and stops at the first that fails.
import { spawnSync } from 'node:child_process';

for (const step of process.argv.slice(2)) {
	const started = Date.now();
	console.log(`\n> ${step}`);
	const { status } = spawnSync('npm', ['run', '--silent', step], { stdio: 'inherit', shell: process.platform === 'win32' });
	console.log(`  ${step}: ${((Date.now() - started) / 1000).toFixed(1)} s`);
	if (status !== 0) {
		console.error(`  ${step} failed`);
		process.exit(status ?? 1);
	}
}
