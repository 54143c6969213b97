import { sum } from 'simple-statistics';

import { calendarOf } from '../../sandbox/account/calendar.mjs';
import { attempt } from './desk.mjs';

/** Mean days of a month, by which platforms turn daily into monthly budgets. */
const MEAN_DAYS = 30.4;
const DAY_MS = 86_400_000;

/** Rule d: campaigns are compared over so many days, once a week. */
const COMPARED_DAYS = 14;

const split = (account, total) => {
	const all = sum(account.budgets.map(({ amountMicros }) => amountMicros));
	return account.budgets.map(({ id, amountMicros }) => ({
		id,
		micros: Math.round((100 * total * amountMicros) / all) * 10_000,
	}));
};

const setAll = (counter, amounts) => {
	for (const { id, micros } of amounts) attempt(() => counter.setBudget(id, Math.max(10_000, micros)));
};

/** Calls a decision once a day, in its first hour. */
function daily({ timeZone }, decide) {
	const calendar = calendarOf(timeZone);
	let decided = null;
	return (nowMs) => {
		const day = calendar.dayAt(nowMs);
		if (day === decided) return;
		decided = day;
		decide(nowMs, day);
	};
}

/** a: a daily budget of the month's amount / 30.4, never touched again. */
function untouched({ account, target, counter }) {
	let isSet = false;
	return {
		decide() {
			if (isSet) return;
			isSet = true;
			setAll(counter, split(account, target / MEAN_DAYS));
		},
	};
}

const spentSince = (rows, sinceMs) =>
	sum(rows.filter(({ startMs }) => startMs >= sinceMs).map(({ costMicros }) => costMicros)) / 1e6;

/** b: what remains of the month / days left, once a day, split as the budgets were at first. */
function remaining({ account, target, counter }, shares = (rows, total) => split(account, total)) {
	return {
		decide: daily(account, (nowMs, { startMs, dayOfMonth, daysInMonth }) => {
			const rows = attempt(() => counter.report(nowMs - 45 * DAY_MS));
			if (rows === null) return;
			const firstMs = calendarOf(account.timeZone).dayAt(startMs - (dayOfMonth - 1.5) * DAY_MS).startMs;
			const rest = target - spentSince(rows, firstMs);
			setAll(counter, shares(rows, Math.max(0.01, rest / (daysInMonth - dayOfMonth + 1))));
		}),
	};
}

/** c: a, and every hour everything is paused whose day has spent its part of the month, until midnight. */
function pauseAtCap(options) {
	const { account, target, counter } = options;
	const whole = untouched(options);
	let paused = null;
	return {
		decide(nowMs) {
			whole.decide(nowMs);
			const day = calendarOf(account.timeZone).dayAt(nowMs);
			if (paused !== null && paused !== day) {
				for (const { id } of account.campaigns) attempt(() => counter.setStatus(id, 'enabled'));
				paused = null;
			}
			if (paused !== null) return;
			const rows = attempt(() => counter.report(day.startMs));
			if (rows === null || spentSince(rows, day.startMs) < target / MEAN_DAYS) return;
			for (const { id } of account.campaigns) attempt(() => counter.setStatus(id, 'paused'));
			paused = day;
		},
	};
}

/** d: b, with the split by results per spend of the last two weeks, renewed once a week. */
function byCostPerResult(options) {
	const { account } = options;
	let weights = null;
	let renewedMs = -Infinity;
	return remaining(options, (rows, total) => {
		if (account.nowMs - renewedMs >= 7 * DAY_MS) {
			renewedMs = account.nowMs;
			const recent = rows.filter(({ startMs }) => startMs >= account.nowMs - COMPARED_DAYS * DAY_MS);
			weights = account.campaigns.map(({ id, budgetId }) => {
				const own = recent.filter(({ campaignId }) => campaignId === id);
				const results = sum(own.map(({ conversions }) => conversions));
				return { id: budgetId, weight: (results + 0.5) / (sum(own.map(({ costMicros }) => costMicros)) / 1e6 + 1) };
			});
		}
		const all = sum(weights.map(({ weight }) => weight));
		return weights.map(({ id, weight }) => ({ id, micros: Math.round((100 * total * weight) / all) * 10_000 }));
	});
}

/** Simple rules that people and their tools follow. */
export const RULES = {
	'a: untouched': untouched,
	'b: remaining / days left': remaining,
	'c: pause at the cap': pauseAtCap,
	'd: b, weekly by CPA': byCostPerResult,
};
