// n8n's own scan of community packages, offline: of the sources and of the packed package.
import { cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { analyzePackage, SOURCE_FILE_PATTERNS } from '@n8n/scan-community-package/scanner/scanner.mjs';

import { report, withPackedPackage } from './packed-package.mjs';

const PACKAGE_FILE_PATTERNS = ['**/*.js', 'package.json'];

/** Scans a folder, then again with a forbidden line planted in it, to prove that the scan detects it. */
async function faultsOf(leg, folder, patterns, plantAt) {
	const { passed, message, details } = await analyzePackage(folder, patterns);
	if (!passed) return [`The scan of the ${leg} failed: ${message}\n${details ?? ''}`];
	writeFileSync(join(folder, plantAt), 'process.exit(); // eslint-disable-line\n');
	const planted = await analyzePackage(folder, patterns);
	return planted.passed ? [`The scan of the ${leg} does not notice a forbidden line, so it proves nothing`] : [];
}

await withPackedPackage(async ({ root, folder }) => {
	const sources = join(root, 'sources');
	mkdirSync(sources);
	for (const path of ['package.json', 'nodes', 'credentials']) {
		if (existsSync(path)) cpSync(path, join(sources, path), { recursive: true });
	}
	report(
		[
			...(await faultsOf('sources', sources, SOURCE_FILE_PATTERNS, 'nodes/planted.ts')),
			...(await faultsOf('package', folder, PACKAGE_FILE_PATTERNS, 'dist/planted.js')),
		],
		'The sources and the packed package pass',
	);
});
