import { createRequire } from 'node:module';

import { sum } from 'simple-statistics';

import { calendarOf } from '../../sandbox/account/calendar.mjs';
import { openScenario, readScenario } from '../../sandbox/scenarios/scenarios.mjs';
import { desk } from './desk.mjs';
import { thisPackage } from './thisPackage.mjs';

const core = createRequire(import.meta.url)('../../dist/src/index.js');

const HOUR_MS = 3_600_000;

/** Decisions are made at this minute of each hour; projections are kept of these hours. */
const MINUTE_MS = 20 * 60_000;
export const HOURS = [8, 12, 16, 20];

/**
 * Plays a month with this package, and keeps what it projects of each day and of the month.
 *
 * @returns for every day and hour of HOURS `{ hour, day, month }`, each of the two `{ projected, inForce, truth }`: the interval, what the daily budgets in
 *   force would make of it, and what became of it
 */
export default async function playProjections({ scenario: name, seed, platform, startMs }) {
	const scenario = await readScenario(name);
	const { account, faults } = openScenario(scenario, { seed, platform, startMs });
	const { dayAt } = calendarOf(account.timeZone);
	const ours = thisPackage({ account, target: scenario.target, counter: desk(account, faults) });
	const { month, daysInMonth } = dayAt(account.nowMs);
	const said = [];
	for (let atMs = account.nowMs + MINUTE_MS; dayAt(atMs).month === month; atMs += HOUR_MS) {
		account.play(atMs);
		ours.decide(atMs);
		const { date, startMs: midnightMs, dayOfMonth } = dayAt(atMs);
		const hour = (atMs - MINUTE_MS - midnightMs) / HOUR_MS;
		if (!HOURS.includes(hour)) continue;
		const { day, horizons } = core.pacingStatus(ours.state, { nowMs: atMs });
		const budgets = sum(account.budgets.map(({ amountMicros }) => amountMicros)) / 1e6;
		const before = Number(horizons.month.spent) - Number(day.spent);
		said.push({
			date,
			hour,
			day: { projected: day.projected, inForce: budgets },
			month: { projected: horizons.month.projected, inForce: before + budgets * (daysInMonth - dayOfMonth + 1) },
		});
	}
	account.play(account.nowMs + HOUR_MS);
	const spent = new Map(
		account
			.truth()
			.days.map(({ date, campaigns }) => [date, sum(campaigns.map(({ spendMicros }) => spendMicros)) / 1e6]),
	);
	const dates = [...spent.keys()].filter((date) => date.slice(0, 7) === said[0].date.slice(0, 7));
	const ofMonth = sum(dates.map((date) => spent.get(date)));
	return said.map(({ date, hour, day, month: whole }) => ({
		hour,
		day: { ...day, truth: spent.get(date) },
		month: { ...whole, truth: ofMonth },
	}));
}
