// A real n8n with this package and its example workflows, to try out: npm run n8n. Ends with Ctrl-C; what was done in it stays.
import { mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';

import { n8nClient, OWNER } from './n8nClient.mjs';
import { cacheRoot, N8N_VERSION, n8nInstallation } from './n8nInstallation.mjs';
import { installPackage, projectRoot } from './n8nPackage.mjs';
import { storedWorkflow } from './pinnedWorkflow.mjs';
import { startN8n } from './startN8n.mjs';
import { note, step } from './steps.mjs';

const userFolder = path.join(cacheRoot(), 'try-it');

async function tryIt() {
	const installation = await step(`n8n ${N8N_VERSION}`, async () => ({
		...(await n8nInstallation(note)),
		seen: 'installed',
	}));
	mkdirSync(userFolder, { recursive: true });
	await step('the package, packed and unpacked as a user gets it', () => {
		const { files } = installPackage(userFolder, note);
		return `${files} files`;
	});
	const server = await startN8n({ ...installation, userFolder });
	for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => server.stop());
	await step('n8n starts', async () => {
		await server.ready();
		return server.base;
	});
	await step('example workflows', async () => await importExamples(await n8nClient(server.base)));
	console.log(
		[
			'',
			`  ${server.base}`,
			`  login: ${OWNER.email}   password: ${OWNER.password}`,
			'',
			`  To try "Hourly pacing" without an account, start npm run sandbox in another terminal: docs/guide/try-it.md`,
			`  Its data is kept in ${userFolder}. Ctrl-C ends n8n.`,
		].join('\n'),
	);
	await server.ended;
}

/** Imports those that are not there yet; what was changed in n8n stays as it is. */
async function importExamples(n8n) {
	const present = await n8n.request('GET', '/rest/workflows');
	const names = new Set(present.map(({ name }) => name));
	const files = readdirSync(path.join(projectRoot, 'workflows')).filter((file) => file.endsWith('.json'));
	const lines = [];
	for (const file of files) {
		const workflow = storedWorkflow(file);
		if (!names.has(workflow.name)) await n8n.createWorkflow(workflow);
		lines.push(`${workflow.name}: ${names.has(workflow.name) ? 'there already' : 'imported'}`);
	}
	return lines;
}

await tryIt();
