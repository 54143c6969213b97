import { parentPort, workerData } from 'node:worker_threads';

const { default: perform } = await import(workerData);

parentPort.on('message', async (task) => parentPort.postMessage(await perform(task)));
