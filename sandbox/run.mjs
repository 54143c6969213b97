// The sandbox: an ad account on this machine that speaks its platform's HTTP, delivers like it and fails when told to.
//   npm run sandbox
//   npm run sandbox -- --scenario runaway --platform meta_ads --seed 2 --speed 4 --port 8800 --start 2026-10-01T00:00:00+02:00
import { serve } from '@hono/node-server';
import { parseArgs } from 'node:util';

import { PLATFORM_RULES } from './account/platformRules.mjs';
import { createClock, REAL_TIME } from './clock.mjs';
import { openScenario, readScenario, SCENARIO_NAMES } from './scenarios/scenarios.mjs';
import { createServer } from './server.mjs';

const { values } = parseArgs({
	options: {
		scenario: { type: 'string', default: 'one-limited-manual' },
		platform: { type: 'string' },
		seed: { type: 'string', default: '1' },
		speed: { type: 'string', default: String(REAL_TIME) },
		port: { type: 'string', default: '8800' },
		start: { type: 'string', default: 'now' },
	},
});

function refuse(problem) {
	console.error(problem);
	process.exit(1);
}

function numberOf(name) {
	const value = Number(values[name]);
	if (!Number.isFinite(value) || value < 0) refuse(`--${name} must be a number of 0 or more, not '${values[name]}'`);
	return value;
}

if (!SCENARIO_NAMES.includes(values.scenario))
	refuse(`There is no scenario '${values.scenario}'. Choose from: ${SCENARIO_NAMES.join(', ')}`);
if (values.platform !== undefined && !(values.platform in PLATFORM_RULES))
	refuse(`There is no platform '${values.platform}'. Choose from: ${Object.keys(PLATFORM_RULES).join(', ')}`);
const startMs = values.start === 'now' ? Date.now() : Date.parse(values.start);
if (Number.isNaN(startMs))
	refuse(`--start must be 'now' or an instant such as 2026-10-01T00:00:00+02:00, not '${values.start}'`);

const { account, faults } = openScenario(await readScenario(values.scenario), {
	seed: numberOf('seed'),
	platform: values.platform,
	startMs,
});
const clock = createClock(account);
clock.runAt(numberOf('speed'));
const { fetch } = createServer({ account, faults, clock });
serve({ fetch, port: numberOf('port'), hostname: '127.0.0.1' }, ({ port }) => {
	const at = `http://127.0.0.1:${port}`;
	console.log(`${account.scenario.sentence}`);
	console.log(`  look at it     ${at}/`);
	console.log(`  base URL       ${at}`);
	console.log(`  play an hour   curl -X POST ${at}/clock -H 'content-type: application/json' -d '{"hours": 1}'`);
	console.log(
		`  break a push   curl -X POST ${at}/faults -H 'content-type: application/json' -d '{"kind": "unavailable", "of": "pushes"}'`,
	);
	console.log('Ctrl+C ends it.');
}).on('error', (error) =>
	refuse(error.code === 'EADDRINUSE' ? `Port ${values.port} is in use; choose another with --port` : error.message),
);
