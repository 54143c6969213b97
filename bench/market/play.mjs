import { seededRandom } from '../random.mjs';
import { conversionRateAt } from './conversionRateAt.mjs';
import { FLEXIBLE_DAY_LIMIT } from './perfectForesight.mjs';
import { amountFollower, deliverHour, ownPacing } from './platform.mjs';
import { platformReports } from './platformReports.mjs';
import { streamSeed } from './streamSeed.mjs';

const HOUR_MS = 3_600_000;

/** An hour is out of budget if less than this fraction of the day budget is left of the platform's daily limit. */
const DARK_FRACTION = 0.001;

/**
 * Simulates a controller in a world: a history under the platform's own pacing, then the judged days hour by hour.
 *
 * The random draws of an hour depend only on world and hour, so that controllers that act alike see the same.
 *
 * Decisions are made at `decisionMinute` of each hour and stand for an hour from then on; amounts and caps are of such an hour. Where they
 * are not made on the hour, a situation has the window that is `running`, as known so far.
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
	const follow = amountFollower(conditions);
	const { decide, observe } = make({
		dayBudget,
		baseBid,
		largestMultiplier: largestBid / baseBid,
		startMs,
		history: reports.all(),
		flexible: flexible ? { amount: periodBudget, days: conditions.judgedDays } : null,
	});
	const controller = { decide: (situation) => follow(decide(situation)), observe };
	const days = [];
	let periodLeft = periodBudget;
	let inForce = null;
	for (let day = 0; day < conditions.judgedDays; day++) {
		const { today, action } = judgedDay(world, controller, reports, day, periodLeft, inForce);
		days.push(today);
		inForce = action;
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
		const delivered = deliverHour(world, t, ownPacing(world, t, rng), limitLeft, rng);
		reportHour(world, t, delivered, reports, rng);
		spentToday += delivered.spend;
	}
}

/**
 * @param periodLeftAtMidnight what the period has left, null where each day has its own budget
 * @param inForce the last decision of the day before, null before the first of all
 */
function judgedDay(world, controller, reports, day, periodLeftAtMidnight, inForce) {
	const { dayBudget, conditions, weekday } = world;
	const today = { spend: 0, value: 0, conversions: 0, darkHours: 0 };
	const sharePast = conditions.decisionMinute / 60;
	let action = inForce;
	for (let hour = 0; hour < 24; hour++) {
		const t = world.historyHours + 24 * day + hour;
		reports.receive(t);
		const rng = chanceOf(world, t);
		const left = (spent) => {
			const periodLeft = periodLeftAtMidnight === null ? null : periodLeftAtMidnight - spent;
			return { periodLeft, limitLeft: dayLimitLeft(world, spent, periodLeft) };
		};
		const { limitLeft } = left(today.spend);
		const running =
			sharePast === 0 ? null : deliverHour(world, t, action ?? ownPacing(world, t, rng), limitLeft, rng, sharePast);
		const spent = today.spend + (running?.spend ?? 0);
		const atDecision = left(spent);
		action = controller.decide({
			hourIndex: t,
			nowMs: instantOf(world, t + sharePast),
			day,
			hour,
			weekday: weekday[t],
			spent,
			remaining: dayBudget - spent,
			flexibleRemaining: atDecision.periodLeft,
			daysLeft: conditions.judgedDays - day,
			reports: reports.news(),
			running: running && windowOf(world, t, running),
		});
		const rest = deliverHour(world, t, action, atDecision.limitLeft, rng, 1 - sharePast);
		const delivered = running === null ? rest : together(running, rest, sharePast);
		const { window, value, conversions } = reportHour(world, t, delivered, reports, rng);
		today.spend += window.spend;
		today.value += value;
		today.conversions += conversions;
		if (limitLeft <= DARK_FRACTION * dayBudget) today.darkHours++;
		controller.observe?.({ ...window, conversions: 0, reportedAt: [] });
	}
	return { today, action };
}

/** An hour of two bids: its own is their geometric mean, weighted by what was spent at each. */
function together(first, second, shareOfFirst) {
	const spend = first.spend + second.spend;
	const weight = spend > 0 ? first.spend / spend : shareOfFirst;
	return {
		bid: weight === 0 ? second.bid : weight === 1 ? first.bid : first.bid ** weight * second.bid ** (1 - weight),
		spend,
		clicks: first.clicks + second.clicks,
		servedFraction: shareOfFirst * first.servedFraction + (1 - shareOfFirst) * second.servedFraction,
	};
}

const chanceOf = ({ streams, seed }, t) => seededRandom(streamSeed(streams, seed, 'hour', t));

const instantOf = ({ startMs, historyHours }, t) => startMs + (t - historyHours) * HOUR_MS;

/** What is left of the platform's daily limit. */
function dayLimitLeft({ dayBudget, conditions }, spentToday, periodLeft) {
	if (periodLeft === null) return Math.max(0, conditions.platformDayLimit * dayBudget - spentToday);
	return Math.max(0, Math.min(FLEXIBLE_DAY_LIMIT * dayBudget - spentToday, periodLeft));
}

const windowOf = (world, t, { bid, spend, clicks, servedFraction }) => ({
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
});

/** Passes a delivered hour and its conversions, `value` of them on average, to the reports. */
function reportHour(world, t, delivered, reports, rng) {
	const window = windowOf(world, t, delivered);
	const value = window.clicks * conversionRateAt(world, t, delivered.bid);
	const conversions = rng.poisson(value);
	reports.add(window, conversions, rng);
	return { window, value, conversions };
}
