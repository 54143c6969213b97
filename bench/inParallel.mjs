import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';

/**
 * Runs tasks of one kind on all processors.
 *
 * @param moduleUrl a module whose default export takes a task and returns its result; both are copied between threads
 * @param env       environment of the threads, beside that of the process
 * @returns (tasks) results in the order of the tasks
 */
export async function inParallel(moduleUrl, tasks, { env = {}, progress = () => {} } = {}) {
	const results = new Array(tasks.length);
	let next = 0;
	let done = 0;
	const threads = Array.from({ length: Math.min(tasks.length, availableParallelism()) }, async () => {
		const worker = new Worker(new URL('worker.mjs', import.meta.url), {
			workerData: String(moduleUrl),
			env: { ...process.env, ...env },
		});
		try {
			while (next < tasks.length) {
				const position = next++;
				results[position] = await answer(worker, tasks[position]);
				progress(++done / tasks.length);
			}
		} finally {
			await worker.terminate();
		}
	});
	await Promise.all(threads);
	return results;
}

const answer = (worker, task) =>
	new Promise((resolve, reject) => {
		const succeed = (result) => {
			worker.off('error', reject);
			resolve(result);
		};
		worker.once('message', succeed);
		worker.once('error', reject);
		worker.postMessage(task);
	});
