// Budget schedules: stretches of time in which a daily budget is raised.
// Source: https://developers.facebook.com/documentation/ads-commerce/marketing-api/reference/ad-campaign-group/budget_schedules and .../ad-campaign/...:
// budget_value is an int64, "e.g. 140 could be $140 or 140%". Assumed: MULTIPLIER is a percentage of the daily budget, so that 140 is 1.4 times it,
// and ABSOLUTE an amount on top of it in the smallest unit. From Meta's help page 633318028866693, as quoted by others: daily budgets only, at least
// three hours, at most 50. From public notes: times on 15 minutes, one type per object, no overlap.
import { invalidParameter } from './errors.mjs';
import { toUnits } from './money.mjs';
import { integer, oneOf, readBy } from './params.mjs';

const QUARTER_S = 900;
const LEAST_S = 3 * 3600;
const MOST_SCHEDULES = 50;

const SCHEDULE = {
	budget_value: integer(),
	budget_value_type: oneOf(['ABSOLUTE', 'MULTIPLIER']),
	time_start: integer(),
	time_end: integer(),
};

/** The schedules of an app, by object. */
export function createBudgetSchedules(account) {
	const byNode = new Map();
	let last = 0;

	/** Checks a schedule of a node. @returns what adds it, and then answers its ID @throws GraphError */
	function checked(node, parameters) {
		const schedule = readBy(SCHEDULE, parameters);
		const existing = byNode.get(node.id) ?? [];
		assertFits(node, schedule, existing);
		const { budget_value: value, budget_value_type: type, time_start: start, time_end: end } = schedule;
		const units = toUnits(node.budget.amountMicros, account.currency);
		const factor = type === 'MULTIPLIER' ? value / 100 : 1 + value / units;
		if (factor <= 1) throw invalidParameter('Param budget_value must raise the budget');
		return () => {
			const id = `${node.id}9${String(++last).padStart(4, '0')}`;
			byNode.set(node.id, [...existing, { id, ...schedule }]);
			account.addBudgetSchedule(node.budget.id, { startMs: 1000 * start, endMs: 1000 * end, factor }, 'api');
			return { id };
		};
	}

	function assertFits({ budget }, { budget_value_type: type, time_start: start, time_end: end }, existing) {
		if (budget === undefined || budget.kind === 'total')
			throw invalidParameter('Budget schedules need a daily budget of the object itself');
		for (const [name, time] of Object.entries({ time_start: start, time_end: end })) {
			if (time % QUARTER_S !== 0) throw invalidParameter(`Param ${name} must be on a boundary of 15 minutes`);
		}
		if (1000 * start < account.nowMs) throw invalidParameter('Param time_start must be in the future');
		if (end - start < LEAST_S) throw invalidParameter('Param time_end must be at least 3 hours after time_start');
		if (existing.length >= MOST_SCHEDULES) throw invalidParameter('An object can have at most 50 budget schedules');
		if (existing.some((other) => other.budget_value_type !== type))
			throw invalidParameter("Can't mix your budget scaling selection");
		if (existing.some((other) => other.time_start < end && start < other.time_end))
			throw invalidParameter('Budget schedules must not overlap');
	}

	return { checked, of: ({ id }) => byNode.get(id) ?? [] };
}
