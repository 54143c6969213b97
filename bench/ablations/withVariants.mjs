import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { buildWithout } from './buildWithout.mjs';

/**
 * Measures variants of the core, each built with its edits.
 *
 * @param variants (variants) each with its `edits`, none for the core as it is
 * @param measure  takes options for `inParallel` that name the build
 * @returns (variants) what was measured
 */
export async function withVariants(variants, measure, progress) {
	const folder = await mkdtemp(join(tmpdir(), 'ablations-'));
	const measured = [];
	for (const [position, { edits }] of variants.entries()) {
		const core = join(folder, `${position}.cjs`);
		await buildWithout(edits, core);
		measured.push(await measure({ env: { BENCH_CORE: core } }));
		progress((position + 1) / variants.length);
	}
	await rm(folder, { recursive: true });
	return measured;
}
