import { execFileSync, spawnSync } from 'node:child_process';
import path from 'node:path';

import { freePorts } from '../startN8n.mjs';
import { startServer, temporaryFolder } from './startServer.mjs';

const HOST = '127.0.0.1';
const USER = 'n8n';
const DATABASE = 'postgres';

/** PostgreSQL refuses to run as root: it then runs as the user that its package created. */
function postgresOwner() {
	if (process.getuid() !== 0) return {};
	const id = (option) => Number(execFileSync('id', [option, 'postgres'], { encoding: 'utf8' }));
	return { uid: id('-u'), gid: id('-g') };
}

/**
 * A PostgreSQL of its own on loopback with Debian's usual settings, its data in a temporary folder.
 *
 * @returns n8n's environment for it, `query(sql)`, which answers with the text of the rows, and `stop()`
 */
export async function startPostgres(programs) {
	const { folder, remove } = temporaryFolder('postgres');
	const owner = postgresOwner();
	if (owner.uid !== undefined) execFileSync('chown', [`${owner.uid}:${owner.gid}`, folder]);
	const [port] = await freePorts(1);
	const program = (name) => path.join(programs, name);
	const data = path.join(folder, 'data');
	const at = ['-h', HOST, '-p', String(port), '-U', USER];
	const init = ['-D', data, '-U', USER, '--auth=trust', '--encoding=UTF8', '--locale=C.UTF-8'];
	execFileSync(program('initdb'), init, { cwd: folder, stdio: 'ignore', ...owner });
	const settings = [`listen_addresses=${HOST}`, `port=${port}`, 'unix_socket_directories=', 'max_connections=200'];
	const server = await startServer({
		name: 'postgres',
		program: program('postgres'),
		args: ['-D', data, ...settings.flatMap((setting) => ['-c', setting])],
		folder,
		owner,
		isReady: () => spawnSync(program('pg_isready'), [...at, '-d', DATABASE]).status === 0,
		signal: 'SIGINT',
	});
	return {
		environment: {
			DB_TYPE: 'postgresdb',
			DB_POSTGRESDB_HOST: HOST,
			DB_POSTGRESDB_PORT: String(port),
			DB_POSTGRESDB_USER: USER,
			DB_POSTGRESDB_DATABASE: DATABASE,
		},
		query: (sql) =>
			execFileSync(program('psql'), [...at, '-d', DATABASE, '-Atqc', sql], { cwd: folder, encoding: 'utf8' }).trim(),
		stop: async () => {
			await server.stop();
			remove();
		},
	};
}

/** A Redis of its own on loopback that keeps nothing on disk. */
export async function startRedis(program) {
	const { folder, remove } = temporaryFolder('redis');
	const [port] = await freePorts(1);
	const server = await startServer({
		name: 'redis',
		program,
		args: ['--port', String(port), '--bind', HOST, '--save', '', '--appendonly', 'no', '--dir', folder],
		folder,
		isReady: () => spawnSync('redis-cli', ['-h', HOST, '-p', String(port), 'ping']).status === 0,
		signal: 'SIGTERM',
	});
	return {
		environment: { QUEUE_BULL_REDIS_HOST: HOST, QUEUE_BULL_REDIS_PORT: String(port) },
		stop: async () => {
			await server.stop();
			remove();
		},
	};
}
