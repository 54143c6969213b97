import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const projectRoot = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** package.json of this project; its `n8n.nodes` says which nodes a user gets. */
export const manifest = () => JSON.parse(readFileSync(path.join(projectRoot, 'package.json'), 'utf8'));

/** The nodes of the package as n8n names them: `dist/nodes/Reallocate/Reallocate.node.js` is `<package>.reallocate`. */
export const expectedNodeTypes = () =>
	manifest().n8n.nodes.map((file) => {
		const name = path.basename(file, '.node.js');
		return `${manifest().name}.${name[0].toLowerCase()}${name.slice(1)}`;
	});

/**
 * Puts the package where a user's installation from the registry would put it: packed, and unpacked below the user folder.
 *
 * Builds first if what is to be packed is missing or older than its sources.
 *
 * @returns size of the tarball in bytes and number of its files
 */
export function installPackage(userFolder, log) {
	const { name, n8n } = manifest();
	if (n8n.nodes.length === 0) throw new Error('package.json lists no nodes in n8n.nodes: there is nothing to try');
	if (n8n.nodes.every((file) => existsSync(path.join(projectRoot, file)))) {
		execFileSync(process.execPath, ['scripts/build-if-stale.mjs'], { cwd: projectRoot, stdio: 'inherit' });
	} else {
		log('dist/ is not complete: building');
		execFileSync('npm', ['run', '--silent', 'build'], { cwd: projectRoot, stdio: 'inherit' });
	}
	const [packed] = JSON.parse(
		execFileSync('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', userFolder], {
			cwd: projectRoot,
			encoding: 'utf8',
			stdio: ['ignore', 'pipe', 'ignore'],
		}),
	);
	const folder = path.join(userFolder, '.n8n/nodes/node_modules', name);
	mkdirSync(folder, { recursive: true });
	execFileSync('tar', ['-xzf', path.join(userFolder, packed.filename), '-C', folder, '--strip-components=1']);
	return { bytes: packed.size, files: packed.entryCount };
}
