// Says what has aged: figures of ad platforms that were read long ago, versions of their APIs that end, and an n8n newer than the one of the tests.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { build } from 'esbuild';

import { N8N_VERSION } from '../test/e2e/n8nInstallation.mjs';
import { agedFigures, endingVersions, newerMinor } from './platformAges.mjs';

async function platformProfiles() {
	const folder = mkdtempSync(join(tmpdir(), 'platforms-'));
	try {
		const outfile = join(folder, 'registry.cjs');
		await build({ entryPoints: ['src/platforms/registry.ts'], outfile, bundle: true, platform: 'node', format: 'cjs' });
		const { PUSH_PLATFORMS } = createRequire(import.meta.url)(outfile);
		return Object.values(PUSH_PLATFORMS).map(({ profile }) => profile);
	} finally {
		rmSync(folder, { recursive: true });
	}
}

const profiles = await platformProfiles();
const nowMs = Date.now();
const newest = execFileSync('npm', ['view', 'n8n', 'version'], { encoding: 'utf8' }).trim();
const findings = [
	...profiles.flatMap((profile) => [...endingVersions(profile, nowMs), ...agedFigures(profile, nowMs)]),
	...newerMinor(newest, N8N_VERSION),
];
console.log(findings.length === 0 ? 'Nothing has aged.' : findings.map((finding) => `- ${finding}`).join('\n'));
process.exitCode = findings.length === 0 ? 0 : 1;
