// Runs npm scripts in parallel, one per processor; `then` waits for the earlier ones. Stops at the first failure.
import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';

const stages = [[]];
for (const word of process.argv.slice(2)) {
	if (word === 'then') stages.push([]);
	else stages.at(-1).push(word);
}

/** Runs a step. Its output is shown at its end, or immediately if it runs alone. */
const run = (step, alone) =>
	new Promise((resolve, reject) => {
		const started = Date.now();
		console.log(`${step} ...`);
		const child = spawn('npm', ['run', '--silent', step], {
			stdio: ['ignore', alone ? 'inherit' : 'pipe', alone ? 'inherit' : 'pipe'],
			shell: process.platform === 'win32',
		});
		const printed = [];
		child.stdout?.on('data', (chunk) => printed.push(chunk));
		child.stderr?.on('data', (chunk) => printed.push(chunk));
		child.on('error', reject);
		child.on('close', (status) => {
			const seconds = ((Date.now() - started) / 1000).toFixed(1);
			process.stdout.write(Buffer.concat(printed));
			if (status === 0) resolve(console.log(`${step} passed in ${seconds} s`));
			else reject(new Error(`${step} failed after ${seconds} s; to run it alone: npm run ${step}`));
		});
	});

try {
	for (const stage of stages) {
		const waiting = [...stage];
		const worker = async () => {
			for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) {
				await run(step, stage.length === 1);
			}
		};
		await Promise.all(Array.from({ length: availableParallelism() }, worker));
	}
} catch (error) {
	console.error(`\n${error.message}`);
	process.exit(1);
}
