import { seededRandom } from '../random.mjs';
import { FLEXIBLE_DAY_LIMIT } from './clairvoyant.mjs';
import { deliverHour, ownPacing } from './platform.mjs';
import { platformReports } from './platformReports.mjs';
import { streamSeed } from './streamSeed.mjs';

const HOUR_MS = 3_600_000;

/** With less than this fraction of the day budget left of what the platform lets the day spend, an hour is dark. */
const DARK_FRACTION = 0.001;

/**
 * Plays a controller through a world: a history under the platform's own pacing, then the judged days hour by hour.
 *
 * The chance of an hour depends on world and hour alone, so that controllers that do the same live through the same.
 *
 * A controller comes from `make(brief)`, brief = `{ dayBudget, baseBid, largestMultiplier, startMs, history, flexible }`, and has
 * `decide(situation)`, which returns `{ multiplier, cap?, participation? }` or `{ amount }`, and may have `observe(window)`,
 * called after each hour. Bids are multiplier x base bid until the hour has spent `cap`; an `amount` leaves bids to the platform.
 *
 * A window is `{ t, startMs, endMs, day, weekday, hour, spend, clicks, conversions, reportedAt, multiplier, servedFraction,
 * parts }`: `day` counts judged days from 0 and is negative in the history, `conversions` are those reported so far,
 * `reportedAt` has the t of each of them, `multiplier` is bid / base bid, `parts` are the platform's own windows of the hour.
 *
 * @param flexible whether the judged days share their budgets, each limited to FLEXIBLE_DAY_LIMIT of them
 * @returns `flexible`, and `days`, each with `spend`, `value` (clicks x true conversion rate), `conversions` and `darkHours`
 */
export function play(world, make, { flexible = false } = {}) {
	const { dayBudget, baseBid, largestBid, startMs, historyHours, conditions } = world;
	const reports = platformReports(conditions);
	liveHistory(world, reports);
	reports.receive(historyHours);
	const periodBudget = flexible ? dayBudget * conditions.judgedDays : null;
	const controller = make({
		dayBudget,
		baseBid,
		largestMultiplier: largestBid / baseBid,
		startMs,
		history: reports.all(),
		flexible: flexible ? { amount: periodBudget, days: conditions.judgedDays } : null,
	});
	const days = [];
	let periodLeft = periodBudget;
	for (let day = 0; day < conditions.judgedDays; day++) {
		const today = judgedDay(world, controller, reports, day, periodLeft);
		days.push(today);
		if (flexible) periodLeft -= today.spend;
	}
	return { flexible, days };
}

function liveHistory(world, reports) {
	let spentToday = 0;
	for (let t = 0; t < world.historyHours; t++) {
		if (t % 24 === 0) spentToday = 0;
		const rng = chanceOf(world, t);
		reports.receive(t);
		const limitLeft = Math.max(0, world.dayBudget - spentToday);
		spentToday += liveHour(world, t, ownPacing(world, t, rng), limitLeft, reports, rng).window.spend;
	}
}

/** @param periodLeftAtMidnight what the period has left, null where each day has its own budget */
function judgedDay(world, controller, reports, day, periodLeftAtMidnight) {
	const { dayBudget, conditions, conversionRate, weekday } = world;
	const today = { spend: 0, value: 0, conversions: 0, darkHours: 0 };
	for (let hour = 0; hour < 24; hour++) {
		const t = world.historyHours + 24 * day + hour;
		reports.receive(t);
		const periodLeft = periodLeftAtMidnight === null ? null : periodLeftAtMidnight - today.spend;
		const limitLeft = dayLimitLeft(world, today.spend, periodLeft);
		const action = controller.decide({
			hourIndex: t,
			nowMs: instantOf(world, t),
			day,
			hour,
			weekday: weekday[t],
			spent: today.spend,
			remaining: dayBudget - today.spend,
			flexibleRemaining: periodLeft,
			daysLeft: conditions.judgedDays - day,
			reports: reports.news(),
		});
		const { window, conversions } = liveHour(world, t, action, limitLeft, reports, chanceOf(world, t));
		today.spend += window.spend;
		today.value += window.clicks * conversionRate[t];
		today.conversions += conversions;
		if (limitLeft <= DARK_FRACTION * dayBudget) today.darkHours++;
		controller.observe?.({ ...window, conversions: 0, reportedAt: [] });
	}
	return today;
}

const chanceOf = ({ scenario, seed }, t) => seededRandom(streamSeed(scenario, seed, 'hour', t));

const instantOf = ({ startMs, historyHours }, t) => startMs + (t - historyHours) * HOUR_MS;

/** What the platform still lets the day spend. */
function dayLimitLeft({ dayBudget, conditions }, spentToday, periodLeft) {
	if (periodLeft === null) return Math.max(0, conditions.platformDayLimit * dayBudget - spentToday);
	return Math.max(0, Math.min(FLEXIBLE_DAY_LIMIT * dayBudget - spentToday, periodLeft));
}

/** Delivers an hour and hands it to the reports. */
function liveHour(world, t, action, limitLeft, reports, rng) {
	const { bid, spend, clicks, servedFraction } = deliverHour(world, t, action, limitLeft, rng);
	const conversions = rng.poisson(clicks * world.conversionRate[t]);
	const window = {
		t,
		startMs: instantOf(world, t),
		endMs: instantOf(world, t + 1),
		day: Math.floor(t / 24) - world.conditions.historyDays,
		weekday: world.weekday[t],
		hour: t % 24,
		spend,
		clicks,
		multiplier: bid / world.baseBid,
		servedFraction,
	};
	reports.add(window, conversions, rng);
	return { window, conversions };
}
