import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const { name } = JSON.parse(readFileSync('package.json', 'utf8'));

/**
 * Packs the built package as npm publishes it and unpacks it as n8n installs it, for the duration of a check.
 *
 * @param check gets `root`, a temporary folder with nothing in its node_modules but the package, and `folder`, the package
 */
export async function withPackedPackage(check) {
	const root = mkdtempSync(join(tmpdir(), `${name}-`));
	try {
		execFileSync('npm', ['pack', '--silent', '--pack-destination', root], {
			stdio: ['ignore', 'ignore', 'inherit'],
			shell: process.platform === 'win32',
		});
		const tarball = readdirSync(root).find((entry) => entry.endsWith('.tgz'));
		const folder = join(root, 'node_modules', name);
		mkdirSync(folder, { recursive: true });
		execFileSync('tar', ['-xzf', tarball, '-C', folder, '--strip-components=1'], { cwd: root });
		return await check({ root, folder });
	} finally {
		rmSync(root, { recursive: true, force: true });
	}
}

/** Every file below a folder, as paths relative to it with forward slashes. */
export const filesBelow = (folder) =>
	readdirSync(folder, { recursive: true })
		.filter((path) => statSync(join(folder, path)).isFile())
		.map((path) => path.replaceAll('\\', '/'))
		.sort();

/** Ends a check: prints its errors and sets exit code 1, or prints success. */
export function report(faults, allRight) {
	for (const fault of faults) console.error(fault);
	if (faults.length === 0) console.log(allRight);
	else process.exitCode = 1;
}
