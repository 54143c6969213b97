import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';

import { buildCore } from '../../bench/ablations/buildCore.mjs';
import { PARTS } from '../../bench/ablations/parts.mjs';
import { PORTFOLIO_PARTS } from '../../bench/ablations/portfolioParts.mjs';
import { setMethod } from '../../bench/ablations/setMethod.mjs';

let folder;
let METHOD;

before(async () => {
	folder = await mkdtemp(join(tmpdir(), 'method-'));
	const core = join(folder, 'core.cjs');
	await buildCore(core);
	({ METHOD } = createRequire(import.meta.url)(core));
});

after(() => rm(folder, { recursive: true }));

for (const { part, method } of [...PARTS, ...PORTFOLIO_PARTS]) {
	test(`the benchmark can replace a part: ${part}`, () => {
		const changed = structuredClone(METHOD);
		setMethod(changed, method);
		assert.notDeepEqual(changed, METHOD);
	});
}

test('a constant that the method does not have is an error', () => {
	assert.throws(() => setMethod(structuredClone(METHOD), { 'campaigns.unheardOf': 1 }), /unheardOf/);
});
