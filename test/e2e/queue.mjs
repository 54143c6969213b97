// Many executions on one budget at the same time, in a real n8n in queue mode: PostgreSQL, Redis, a main process and two workers.
// Usage: node test/e2e/queue.mjs [--repeat 5] [--database sqlite] [--store api | postgres]. All of it runs on loopback and is ended at the end.
import { parseArgs } from 'node:util';

import { apiCredential, apiKey, CREDENTIAL } from './apiCredential.mjs';
import { n8nClient } from './n8nClient.mjs';
import { N8N_VERSION, n8nInstallation } from './n8nInstallation.mjs';
import { mainKilled, workersKilled } from './queue/accidents.mjs';
import { backedUpAndRestored } from './queue/backup.mjs';
import { debianPackages } from './queue/debianPackages.mjs';
import { n8nCluster } from './queue/n8nCluster.mjs';
import { activatePacingWebhooks } from './queue/pacingWebhooks.mjs';
import { databaseErrors, movedFromDataTable, postgresRows, postgresStore } from './queue/postgresStore.mjs';
import { pushesAtOnce } from './queue/pushes.mjs';
import { concurrentRound, freshBudget } from './queue/rounds.mjs';
import { startPostgres, startRedis } from './queue/startDatabases.mjs';
import { temporaryFolder } from './queue/startServer.mjs';
import { stateSizes, tableSize } from './queue/sizes.mjs';
import { note, step, timeSinceStart } from './steps.mjs';

const INGESTS = 100;
const PLANS = 40;
const PUSHES = 30;
const WORKERS = 2;

const { values } = parseArgs({
	options: {
		repeat: { type: 'string', default: '1' },
		database: { type: 'string', default: 'postgres' },
		store: { type: 'string', default: 'table' },
	},
});
const repeat = Number(values.repeat);
if (!Number.isInteger(repeat) || repeat < 1)
	throw new Error(`--repeat takes a whole number from 1, not ${values.repeat}`);
if (!['postgres', 'sqlite'].includes(values.database)) {
	throw new Error(`--database is postgres (with queue mode) or sqlite (without), not ${values.database}`);
}
if (!['table', 'api', 'postgres'].includes(values.store)) {
	throw new Error(
		`--store is table (a data table), api (the same behind the public API) or postgres (a table of a database), not ${values.store}`,
	);
}
const countsConflicts = values.store !== 'api';
const inQueueMode = values.database === 'postgres';
if (values.store === 'postgres' && !inQueueMode) throw new Error('--store postgres needs --database postgres');

const { folder, remove } = temporaryFolder('n8n-queue');
const servers = [];
let cluster;

async function startDatabases() {
	const programs = debianPackages(note);
	const postgres = await startPostgres(programs.postgres);
	servers.push(postgres);
	const redis = await startRedis(programs.redis);
	servers.push(redis);
	return { postgres, environment: { ...postgres.environment, ...redis.environment, EXECUTIONS_MODE: 'queue' } };
}

async function queue() {
	const installation = await step(`n8n ${N8N_VERSION} is in the cache`, async () => ({
		...(await n8nInstallation(note)),
		seen: 'installed',
	}));
	let postgres;
	let environment = {};
	if (inQueueMode) {
		await step('PostgreSQL and Redis start', async () => {
			({ postgres, environment } = await startDatabases());
			return `PostgreSQL ${postgres.query('show server_version')}`;
		});
	}
	const workers = inQueueMode ? WORKERS : 0;
	await step(`n8n starts with ${workers} workers, the packed package in each`, async () => {
		cluster = await n8nCluster({ installation, folder, environment, workers, log: note });
		await cluster.main.start();
		await Promise.all(cluster.workers.map(async (worker) => await worker.start()));
		return `ready on ${cluster.base}`;
	});
	let n8n = await n8nClient(cluster.base);
	if (values.store === 'postgres') n8n = { ...n8n, storedRows: () => postgresRows(postgres.query) };
	await activatePacingWebhooks(n8n, await stores[values.store](n8n, postgres));

	await step('an execution alone on its budget writes once', async () => {
		const budget = await freshBudget(n8n, cluster.base, 'alone', 1);
		const { figures } = await concurrentRound(n8n, cluster.base, budget, 0, { countsConflicts });
		return `${figures.seconds} s, conflicts: ${figures.conflicts}`;
	});
	const plans = inQueueMode ? PLANS : 0;
	const table = [];
	for (let round = 1; round <= repeat; round++) {
		await step(
			`${INGESTS} executions ingest an hour each while ${plans} plan, all on one budget (${round}/${repeat})`,
			async () => {
				const budget = await freshBudget(n8n, cluster.base, `round-${round}`, INGESTS);
				const { seen, figures } = await concurrentRound(n8n, cluster.base, budget, plans, { countsConflicts });
				table.push(figures);
				return [
					seen,
					`${figures.seconds} s, conflicts: ${figures.conflicts}, lost updates: ${figures['lost updates']}`,
				];
			},
		);
	}
	await step(
		`${PUSHES} pushes of one budget are prepared and confirmed, all at once`,
		async () => await pushesAtOnce(n8n, cluster.base, PUSHES),
	);
	if (inQueueMode) {
		await step(
			'both workers are killed in mid-run and started again',
			async () => await workersKilled(n8n, cluster, 'workers-killed', 60),
		);
	}
	await step('n8n is killed between write and answer, and started again', async () => {
		const { client, seen } = await mainKilled(n8n, cluster, 'main-killed');
		n8n = client;
		return seen;
	});
	await step(...aboutTheTable(n8n, postgres));
	if (inQueueMode && values.store === 'table') {
		await step('its budgets are moved to a table of PostgreSQL', async () => await movedFromDataTable(n8n, postgres));
	}
	await step('what states and the table take', () => [
		...stateSizes(),
		...(postgres === undefined ? [] : tableSize(postgres.query)),
	]);

	console.table(table);
	const memory = Object.entries(cluster.peakMemoryMb()).map(([name, mb]) => `${name} ${Math.round(mb)} MB`);
	console.log(`All held in ${timeSinceStart()}. Peak memory since the last start: ${memory.join(', ')}.`);
}

/** A last step about what holds the states: its title, and what it runs. */
const aboutTheTable = (n8n, postgres) =>
	values.store === 'postgres'
		? ['errors of the database say what to do', async () => await databaseErrors(n8n, postgres)]
		: [
				'the table is downloaded, deleted, created anew and imported',
				async () => await backedUpAndRestored(n8n, cluster.base),
			];

/** Where the pacing nodes keep their state: `parameters` and `credentials` of a node. */
const stores = {
	table: () => undefined,
	async api(n8n) {
		const { id, name } = await apiCredential(n8n, cluster.base, 'State', await apiKey(n8n, 'state'));
		return { parameters: { stateStore: 'dataTableApi' }, credentials: { [CREDENTIAL]: { id, name } } };
	},
	postgres: async (n8n, postgres) => ({ parameters: await postgresStore(n8n, postgres) }),
};

async function cleanUp() {
	await cluster?.stop();
	for (const server of servers.splice(0).reverse()) await server.stop();
	remove();
}

/** Once n8n is gone the running step fails, and the test ends as after any other failure. */
let interrupted = false;
for (const signal of ['SIGINT', 'SIGTERM']) {
	process.once(signal, async () => {
		interrupted = true;
		await cleanUp();
		process.exit(1);
	});
}

console.log(`Many executions on one budget, in a real n8n ${inQueueMode ? 'in queue mode' : 'with SQLite'}`);
try {
	await queue();
} catch (error) {
	process.exitCode = 1;
	console.error(`\n${interrupted ? 'Interrupted' : `FAILED: ${error.stack}`}\nafter ${timeSinceStart()}`);
	if (cluster && !interrupted) console.error(`\nEnds of n8n's logs:\n${cluster.logTails()}`);
} finally {
	await cleanUp();
}
