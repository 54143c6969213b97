// Packs the built package as npm would publish it and unpacks it into a new folder under node_modules-like conditions.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Returns the folder of the unpacked package; it lies in `<temporary folder>/node_modules/<name>`. */
export function unpackedPackage() {
	const root = mkdtempSync(join(tmpdir(), 'budget-pacing-package-'));
	const [{ filename }] = JSON.parse(
		execFileSync('npm', ['pack', '--json', '--pack-destination', root], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }),
	);
	const folder = join(root, 'node_modules', 'n8n-nodes-budget-pacing');
	mkdirSync(folder, { recursive: true });
	execFileSync('tar', ['-xzf', join(root, filename), '-C', folder, '--strip-components=1']);
	return { root, folder };
}
