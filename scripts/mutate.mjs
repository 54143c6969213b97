// Tests whether the tests of a layer detect changes of its code: see docs/development/mutation-testing.md.
import { spawnSync } from 'node:child_process';

const LAYERS = ['money', 'time', 'plan'];

const asked = process.argv.slice(2);
const unknown = asked.filter((layer) => !LAYERS.includes(layer));
if (unknown.length > 0) {
	console.error(`There is no layer ${unknown.join(', ')} to mutate: name ${LAYERS.join(', ')}, or none for all`);
	process.exit(1);
}
for (const layer of asked.length > 0 ? asked : LAYERS) {
	console.log(`\n${layer}`);
	const { status } = spawnSync('npx', ['stryker', 'run'], {
		stdio: ['ignore', 'inherit', 'inherit'],
		shell: process.platform === 'win32',
		env: { ...process.env, LAYER: layer },
	});
	if (status !== 0) process.exit(status ?? 1);
}
