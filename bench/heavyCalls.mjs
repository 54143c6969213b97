import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

import { HEAVY_CALLS } from './heavyCall.mjs';

const MEGABYTE = 2 ** 20;

/** Limits of a call that one n8n process waits for: seconds, and megabytes where the call is about many rows. */
const LIMITS = {
	'ingest of 144,000 windows of 200 campaigns': { seconds: 3, megabytes: 250 },
	'backtest of 90 days of 10 campaigns, all strategies': { seconds: 5 },
	'50 budget scenarios for 200 campaigns': { seconds: 1 },
	'50 budget scenarios far above the history of 200 campaigns': { seconds: 1 },
	'allocation of 150 equal S-curves': { seconds: 0.3 },
	'allocation of 150 equal S-curves in 30 groups': { seconds: 0.3 },
};

/** The largest calls that the package is made for, each against the time that it may stop an n8n process. */
export function heavyCallsBench() {
	const script = fileURLToPath(new URL('heavyCall.mjs', import.meta.url));
	const measured = Object.keys(HEAVY_CALLS).map((name) => ({
		name,
		...LIMITS[name],
		...JSON.parse(execFileSync(process.execPath, ['--expose-gc', script, name], { encoding: 'utf8' })),
	}));
	return {
		title: 'The largest calls',
		note:
			'Each in a fresh process, in which code is not compiled yet. Processor seconds of the call, garbage collection included; peak memory of the whole process, ' +
			'with the input. Nothing else runs in an n8n process meanwhile, so each has a limit.',
		rows: [
			['call', 'processor seconds', 'limit', 'share of the limit', 'peak memory'],
			...measured.map(({ name, seconds, megabytes, used, peakBytes }) => [
				name,
				used.toFixed(2),
				megabytes === undefined ? `${seconds} s` : `${seconds} s, ${megabytes} MB`,
				`${Math.round((100 * used) / seconds)}%`,
				`${Math.round(peakBytes / MEGABYTE)} MB`,
			]),
		],
	};
}
