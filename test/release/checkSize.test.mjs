import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const script = fileURLToPath(new URL('../../scripts/check-size.mjs', import.meta.url));

/** Bytes that hardly compress, so that the packed size follows. */
const noise = (kilobytes) => randomBytes(kilobytes * 512).toString('hex');

/** Runs the check on a package with the given files. */
function check(files) {
	const folder = mkdtempSync(path.join(tmpdir(), 'budget-pacing-size-'));
	try {
		mkdirSync(path.join(folder, 'dist/src'), { recursive: true });
		writeFileSync(path.join(folder, 'package.json'), '{ "name": "sized", "version": "1.0.0", "files": ["dist"] }');
		for (const [file, text] of Object.entries(files)) writeFileSync(path.join(folder, file), text);
		const { status, stdout, stderr } = spawnSync(process.execPath, [script], { cwd: folder, encoding: 'utf8' });
		return { status, said: stdout + stderr };
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

const CORE = 'dist/src/index.js';

const CASES = [
	{ files: { [CORE]: '// src/a.ts\n' }, status: 0, said: /index\.js 0 KB of at most/, because: 'it is small' },
	{
		files: { [CORE]: `// src/plan/a.ts\n${' '.repeat(2000 * 1024)}\n// node_modules/@b/c/d.js\n${' '.repeat(2048)}\n` },
		status: 1,
		said: /^dist\/src\/index\.js has 2002 KB; its limit is \d+ KB\..*\n {2}src\/plan 2000 KB\n {2}node_modules\/@b\/c 2 KB\n$/,
		because: 'the core grew, and the message says where',
	},
	{
		files: { [CORE]: '// src/a.ts\n', 'dist/left.txt': noise(2000) },
		status: 1,
		said: /^The packed package has \d+ KB; its limit is \d+ KB\..*\n {2}dist\/left\.txt 2000 KB\n/,
		because: 'something that does not belong there is packed',
	},
	{ files: {}, status: 1, said: /npm run build/, because: 'nothing was built, which must not count as small' },
];

for (const { files, status, said, because } of CASES) {
	test(`the size check ${status === 0 ? 'passes' : 'fails'}: ${because}`, () => {
		const seen = check(files);
		assert.match(seen.said, said);
		assert.equal(seen.status, status);
	});
}
