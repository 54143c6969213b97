import { createRequire } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';

import { setMethod } from './ablations/setMethod.mjs';

const { BENCH_CORE, BENCH_METHOD } = process.env;
if (BENCH_METHOD !== undefined) setMethod(createRequire(import.meta.url)(BENCH_CORE).METHOD, JSON.parse(BENCH_METHOD));

const { default: perform } = await import(workerData);

parentPort.on('message', async (task) => parentPort.postMessage(await perform(task)));
