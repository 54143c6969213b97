import { fileURLToPath } from 'node:url';

import { build } from 'esbuild';

/** Builds the core together with the constants of its method, from `bench/entry.ts`. */
export const buildCore = (outfile) =>
	build({
		entryPoints: [fileURLToPath(new URL('../entry.ts', import.meta.url))],
		outfile,
		bundle: true,
		platform: 'node',
		target: 'node20',
		format: 'cjs',
		logLevel: 'error',
	});
