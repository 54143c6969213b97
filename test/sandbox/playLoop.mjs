import { desk } from '../../bench/loop/desk.mjs';
import { thisPackage } from '../../bench/loop/thisPackage.mjs';
import { openScenario } from '../../sandbox/scenarios/scenarios.mjs';
import { LIMITED_ACCOUNT, LIMITED_CAMPAIGN } from '../../sandbox/scenarios/accounts.mjs';
import { DAY_MS, HOUR_MS } from './accounts.mjs';

/** Decisions are made at this minute of each hour. */
const MINUTE_MS = 20 * 60_000;

/**
 * Plays some days of an account with this package, in process.
 *
 * @param scenario what differs from one limited campaign with 20,000 EUR a month
 * @param options `days`, `seed`, `startMs`, and what `thisPackage` takes; `onRun`, called after each run with `{ nowMs, account, state, said }`
 * @returns `{ account, runs, days }`: what was said at each run, and the days delivered since the account began
 */
export function playLoop(scenario, { days, seed = 1, startMs, onRun = () => {}, ...options }) {
	const played = { ...LIMITED_ACCOUNT, campaigns: [LIMITED_CAMPAIGN], ...scenario };
	const { account, faults } = openScenario(played, { seed, startMs });
	const decider = thisPackage({ account, target: played.target, counter: desk(account, faults), ...options });
	const endMs = account.nowMs + days * DAY_MS;
	const runs = [];
	for (let nowMs = account.nowMs + MINUTE_MS; nowMs < endMs; nowMs += HOUR_MS) {
		account.play(nowMs);
		const said = decider.decide(nowMs);
		const run = { nowMs, account, state: decider.state, said };
		runs.push({ nowMs, said });
		onRun(run);
	}
	account.play(endMs);
	const delivered = account.truth().days.filter(({ startMs: at }) => at >= account.startMs);
	return { account, runs, state: decider.state, days: delivered };
}
