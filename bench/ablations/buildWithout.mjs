import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { build } from 'esbuild';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/**
 * Builds the core with some of its sources edited.
 *
 * @param edits   (edits) of `[file, find, replace]`; `find` occurs exactly once in the file
 * @param outfile where to
 * @throws Error if an edit does not fit
 */
export async function buildWithout(edits, outfile) {
	const sources = new Map();
	for (const [file, find, replace] of edits) {
		const path = join(root, file);
		const source = sources.get(path) ?? (await readFile(path, 'utf8'));
		const found = source.split(find).length - 1;
		if (found !== 1) throw new Error(`${file} has ${found} places for an ablation instead of one: ${find}`);
		sources.set(
			path,
			source.replace(find, () => replace),
		);
	}
	const edited = {
		name: 'edited',
		setup: ({ onLoad }) =>
			onLoad({ filter: /\.ts$/ }, ({ path }) =>
				sources.has(path) ? { contents: sources.get(path), loader: 'ts' } : null,
			),
	};
	await build({
		entryPoints: [join(root, 'src/index.ts')],
		outfile,
		bundle: true,
		platform: 'node',
		target: 'node20',
		format: 'cjs',
		logLevel: 'error',
		plugins: [edited],
	});
}
