const { execFileSync } = require('node:child_process');

const fc = require('fast-check');

/**
 * Sets the cases of the laws by the source that they are about: the same source meets the same cases whenever its tests run, so that a failure can be
 * repeated, and every change meets new ones. Without a repository they are random.
 */
function seedOfSource() {
	try {
		const tree = execFileSync('git', ['rev-parse', 'HEAD:src'], {
			encoding: 'utf8',
			stdio: ['ignore', 'pipe', 'ignore'],
		});
		return Number.parseInt(tree.slice(0, 7), 16);
	} catch {
		return undefined;
	}
}

const { PROPERTY_SEED } = process.env;
const seed = PROPERTY_SEED === undefined ? seedOfSource() : Number(PROPERTY_SEED);
if (seed !== undefined) fc.configureGlobal({ seed });
