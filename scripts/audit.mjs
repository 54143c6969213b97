// Checks the registry for known vulnerabilities of the bundled libraries at their bundled versions.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The build lists the bundled libraries with their licences: '## name version'. */
const bundled = Object.fromEntries(
	Array.from(
		readFileSync('dist/third-party-licenses.md', 'utf8').matchAll(/^## (\S+) (\d\S*)$/gm),
		([, name, version]) => [name, version],
	),
);
if (Object.keys(bundled).length === 0) throw new Error('dist/third-party-licenses.md lists no library: build first');

const folder = mkdtempSync(join(tmpdir(), 'audit-'));
try {
	writeFileSync(
		join(folder, 'package.json'),
		JSON.stringify({ name: 'what-ships', version: '0.0.0', private: true, dependencies: bundled }),
	);
	const options = { cwd: folder, encoding: 'utf8' };
	execFileSync('npm', ['install', '--package-lock-only', '--no-audit', '--silent'], { ...options, stdio: 'inherit' });
	const { stdout } = spawnSync('npm', ['audit', '--json'], options);
	const { metadata, vulnerabilities, message, error } = JSON.parse(stdout);
	const names = Object.entries(bundled).map((library) => library.join(' '));
	if (metadata === undefined) {
		console.log(
			`NOT CHECKED, the registry gives no audit (${message ?? error?.summary ?? 'no reason'}): ${names.join(', ')}`,
		);
	} else {
		const found = Object.values(vulnerabilities).map(({ name, severity }) => `${name}: ${severity}`);
		console.log(`Checked ${names.join(', ')}: ${found.join(', ') || 'no known vulnerability'}`);
		process.exitCode = found.length === 0 ? 0 : 1;
	}
} finally {
	rmSync(folder, { recursive: true, force: true });
}
