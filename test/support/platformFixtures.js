const { existsSync, readdirSync } = require('node:fs');
const { join } = require('node:path');

const folder = join(__dirname, '../platforms');

/** What the fixtures of all platforms export under a name, by the ids of the platforms: a folder is an id with hyphens. */
exports.fixturesOf = (name) =>
	Object.fromEntries(
		readdirSync(folder).flatMap((platform) => {
			const file = join(folder, platform, 'fixture.ts');
			const fixture = existsSync(file) ? require(file)[name] : undefined;
			return fixture === undefined ? [] : [[platform.replaceAll('-', '_'), fixture]];
		}),
	);
