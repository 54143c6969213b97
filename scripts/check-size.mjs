// Checks the size of the published package: the download, and the file that n8n reads when it starts.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

import { report } from './packed-package.mjs';

const CORE = 'dist/src/index.js';
const KILOBYTE = 1024;

/** In KB, about a tenth above the current size. Raise a limit only with a reason, in the commit that needs it. */
const PACKED_LIMIT = 480;
const CORE_LIMIT = 1020;

/** The files in the bundle, largest first: esbuild writes the path of each above its code. */
function partsOf(bundle) {
	const sizes = new Map();
	for (const section of bundle.split(/^\/\/ (?=(?:node_modules|src)\/\S+$)/m).slice(1)) {
		const [part] = section.match(/^(?:node_modules\/(?:@[^/]+\/)?|src\/)[^/\s]+/);
		sizes.set(part, (sizes.get(part) ?? 0) + Buffer.byteLength(section));
	}
	return [...sizes].sort(([, a], [, b]) => b - a).map(([part, size]) => `  ${part} ${kilobytes(size)} KB`);
}

const kilobytes = (bytes) => Math.round(bytes / KILOBYTE);

const [{ files, size: packed }] = JSON.parse(
	execFileSync('npm', ['pack', '--dry-run', '--json', '--silent'], {
		encoding: 'utf8',
		stdio: ['ignore', 'pipe', 'inherit'],
		shell: process.platform === 'win32',
	}),
);
const core = files.find(({ path }) => path === CORE)?.size;

const faults = [];
if (core === undefined) faults.push(`${CORE} is missing from the package: run npm run build`);
if (packed > PACKED_LIMIT * KILOBYTE) {
	const largest = files.sort((a, b) => b.size - a.size).slice(0, 8);
	faults.push(
		`The packed package has ${kilobytes(packed)} KB; its limit is ${PACKED_LIMIT} KB. Its largest files, unpacked:`,
		...largest.map(({ path, size }) => `  ${path} ${kilobytes(size)} KB`),
	);
}
if (core > CORE_LIMIT * KILOBYTE) {
	faults.push(
		`${CORE} has ${kilobytes(core)} KB; its limit is ${CORE_LIMIT} KB. What is in it:`,
		...partsOf(readFileSync(CORE, 'utf8')),
	);
}
report(
	faults,
	`Packed ${kilobytes(packed)} KB of at most ${PACKED_LIMIT}, ${CORE} ${kilobytes(core)} KB of at most ${CORE_LIMIT}`,
);
