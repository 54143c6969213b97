// Both legs of n8n's own community package scan, offline: the sources, and the packed package.
import { rmSync } from 'node:fs';

import { analyzePackage, SOURCE_FILE_PATTERNS } from '@n8n/scan-community-package/scanner/scanner.mjs';

import { unpackedPackage } from './package-folder.mjs';

const { root, folder } = unpackedPackage();
const legs = [
	['sources', process.cwd(), SOURCE_FILE_PATTERNS],
	['package', folder, ['**/*.js', 'package.json']],
];
let failed = false;
for (const [leg, path, patterns] of legs) {
	const result = await analyzePackage(path, patterns);
	console.log(`${leg}: ${result.passed ? 'passed' : 'FAILED'} ${result.message ?? ''}`);
	if (!result.passed) console.log(result.details ?? '');
	failed ||= !result.passed;
}
rmSync(root, { recursive: true, force: true });
process.exit(failed ? 1 : 0);
