import { fileURLToPath } from 'node:url';

import { build } from 'esbuild';

const source = fileURLToPath(new URL('../../test/support/mixWorld.ts', import.meta.url));
const { outputFiles } = await build({
	entryPoints: [source],
	bundle: true,
	platform: 'node',
	format: 'esm',
	write: false,
	logLevel: 'error',
});

/** The market of weeks that the tests try mixes on, built from its TypeScript: one truth for both. */
export const { mixWorld } = await import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`);
