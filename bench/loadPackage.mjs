// Loads the built package once as n8n does and prints the cost as JSON. Started in a separate process with --expose-gc.
import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';

process.env.N8N_LOG_LEVEL ??= 'silent';
process.env.N8N_USER_FOLDER ??= join(tmpdir(), 'n8n-nodes-budget-pacing-engine');
mkdirSync(process.env.N8N_USER_FOLDER, { recursive: true });

const require = createRequire(import.meta.url);
require('reflect-metadata');
const { PackageDirectoryLoader } = require('n8n-core');

/** Twice: the second collection frees what the first one finalises. */
const settledMemory = () => {
	globalThis.gc();
	globalThis.gc();
	const { heapUsed, external, rss } = process.memoryUsage();
	return { live: heapUsed + external, rss };
};

const before = settledMemory();
const startedMs = performance.now();
const loader = new PackageDirectoryLoader(fileURLToPath(new URL('..', import.meta.url)));
await loader.loadAll();
const ms = performance.now() - startedMs;
const after = settledMemory();
const nodes = Object.keys(loader.nodeTypes).length;
console.log(JSON.stringify({ nodes, ms, liveBytes: after.live - before.live, rssBytes: after.rss - before.rss }));
