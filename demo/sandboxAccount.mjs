import { serve } from '@hono/node-server';

import { createClock } from '../sandbox/clock.mjs';
import { openScenario, readScenario } from '../sandbox/scenarios/scenarios.mjs';
import { createServer } from '../sandbox/server.mjs';

/** A sandbox account of a scenario on a free port of this machine. Its clock stands still: `account.play` moves it. */
export async function sandboxAccount(name, options = {}) {
	const { account, faults } = openScenario(await readScenario(name), options);
	const { fetch } = createServer({ account, faults, clock: createClock(account) });
	const server = await new Promise((resolve) => {
		const listening = serve({ fetch, port: 0, hostname: '127.0.0.1' }, () => resolve(listening));
	});
	return {
		account,
		faults,
		url: `http://127.0.0.1:${server.address().port}`,
		close: () => server.closeAllConnections(server.close()),
	};
}
