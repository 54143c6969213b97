import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { buildCore } from './buildCore.mjs';

/**
 * Measures variants of the core that differ in constants of its method.
 *
 * @param variants (variants) each with its `method`: values by path, such as `campaigns.halfLifeDays`; none for the core as it is
 * @param measure  takes options for `inParallel` that name the build and the constants
 * @returns (variants) what was measured
 */
export async function withVariants(variants, measure, progress) {
	const folder = await mkdtemp(join(tmpdir(), 'ablations-'));
	const core = join(folder, 'core.cjs');
	await buildCore(core);
	const measured = [];
	for (const [position, { method = {} }] of variants.entries()) {
		measured.push(await measure({ env: { BENCH_CORE: core, BENCH_METHOD: JSON.stringify(method) } }));
		progress((position + 1) / variants.length);
	}
	await rm(folder, { recursive: true });
	return measured;
}
