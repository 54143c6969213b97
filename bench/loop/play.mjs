import { calendarOf } from '../../sandbox/account/calendar.mjs';
import { openScenario, readScenario } from '../../sandbox/scenarios/scenarios.mjs';
import { CONTROLLERS } from './controllers.mjs';
import { desk } from './desk.mjs';
import { monthFigures } from './monthFigures.mjs';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Decisions are made at this minute of each hour, as the example workflow does. */
const MINUTE_MS = 20 * 60_000;

/**
 * Plays whole months of an account with one controller, in process: reports with their lag, pushes with their faults, decisions at 20 past.
 *
 * @param task `scenario`, `seed`, `platform`, `months`, `assumptions` of the account and `controller`, a name of CONTROLLERS
 * @returns the figures of each month, what the controller said, each with its instant, and what it said of campaigns that demand limits
 */
export default async function play({ scenario: name, seed, platform, months = 1, startMs, assumptions, controller }) {
	const scenario = await readScenario(name);
	const { account, faults } = openScenario(scenario, { seed, platform, startMs, assumptions });
	const counter = desk(account, faults);
	const decider = CONTROLLERS[controller]({ account, target: scenario.target, counter });
	const endMs = monthsAfter(account, months);
	const said = [];
	for (let atMs = account.nowMs + MINUTE_MS; atMs < endMs; atMs += HOUR_MS) {
		account.play(atMs);
		for (const code of decider.decide(atMs) ?? []) said.push({ atMs, code });
	}
	account.play(endMs);
	return {
		months: monthFigures(account, scenario.target),
		said,
		limited: limitedCampaigns(scenario, account, said),
		broken: counter.broken(),
	};
}

/** Days within which it should be said that demand limits a campaign. */
const SOON_MS = 7 * DAY_MS;

/** (campaigns) whether demand limits it at the budget that it begins with, and whether that was said, and soon. */
function limitedCampaigns(scenario, { campaigns, startMs }, said) {
	return scenario.campaigns.map(({ demand, budget }, position) => {
		const first = said.find(({ code }) => code === `limited-by-demand ${campaigns[position].id}`);
		return {
			isLimited: demand < budget,
			isSaid: first !== undefined,
			isSoon: first !== undefined && first.atMs - startMs <= SOON_MS,
		};
	});
}

/** The first instant after so many calendar months of the account, the one it begins in included. */
function monthsAfter({ nowMs, timeZone }, months) {
	const calendar = calendarOf(timeZone);
	let { startMs, dayOfMonth, daysInMonth } = calendar.dayAt(nowMs);
	for (let month = 0; month < months; month++) {
		({ startMs, dayOfMonth, daysInMonth } = calendar.dayAt(startMs + (daysInMonth - dayOfMonth + 1.5) * DAY_MS));
	}
	return startMs;
}
