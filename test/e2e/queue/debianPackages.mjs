import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';

/** Where Debian's packages of PostgreSQL put their programs: a folder for each version. */
const POSTGRES = '/usr/lib/postgresql';

const REDIS = '/usr/bin/redis-server';

/** The programs of the newest PostgreSQL there is; undefined without one. */
function postgresPrograms() {
	const versions = existsSync(POSTGRES) ? readdirSync(POSTGRES) : [];
	return versions
		.map((version) => path.join(POSTGRES, version, 'bin'))
		.filter((folder) => existsSync(path.join(folder, 'initdb')))
		.sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
		.at(-1);
}

/**
 * PostgreSQL and Redis as Debian and Ubuntu package them; what is missing is installed if this is root.
 *
 * @returns `postgres`, the folder of PostgreSQL's programs, and `redis`, the program of Redis
 */
export function debianPackages(log) {
	const missing = [
		...(postgresPrograms() === undefined ? ['postgresql'] : []),
		...(existsSync(REDIS) ? [] : ['redis-server']),
	];
	if (missing.length > 0) {
		const packages = missing.join(' ');
		if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) {
			throw new Error(`n8n's queue mode needs ${packages}. On Debian or Ubuntu: sudo apt-get install ${packages}`);
		}
		log(`installing Debian packages: ${packages}`);
		const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
		execFileSync('apt-get', ['update', '-qq'], { stdio: 'ignore', env });
		execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...missing], { stdio: 'ignore', env });
	}
	return { postgres: postgresPrograms(), redis: REDIS };
}
