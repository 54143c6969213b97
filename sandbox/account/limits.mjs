/** What a budget may spend: the day, the week from Sunday to Saturday and the month, as its platform limits them. */
/** The ledger of a budget's day, week and month, and of what its latest edit promised. */
export const createLedger = () => ({
	day: null,
	noise: 0,
	today: 0,
	highestToday: 0,
	stopped: false,
	month: null,
	monthBefore: 0,
	monthLimit: Infinity,
	promisedDays: 0,
	weekBefore: 0,
	weekPromised: 0,
	owed: 0,
	total: 0,
});

/**
 * Closes the day before and opens a new one.
 *
 * @param noise what this day's aim misses by chance, standard normal
 * @param openFactor the part of a daily budget that a day was to spend, given the day
 */
export function openDay(ledger, budget, rules, day, { noise, openFactor }) {
	const previous = ledger.day;
	if (previous !== null) {
		ledger.monthBefore += ledger.today;
		ledger.weekBefore += ledger.today;
		ledger.weekPromised += budget.amountMicros;
		const share = Math.min(1, monthDays(rules, previous) / previous.daysInMonth);
		ledger.owed += budget.amountMicros * openFactor(previous) * share - ledger.today;
	}
	if (ledger.month !== day.month) {
		Object.assign(ledger, { month: day.month, monthBefore: 0, owed: 0 });
		ledger.monthLimit = budget.amountMicros * monthDays(rules, day);
	}
	if (day.weekday === 6) Object.assign(ledger, { weekBefore: 0, weekPromised: 0 });
	Object.assign(ledger, { day, noise, today: 0, highestToday: budget.amountMicros, stopped: false });
}

/** An edit: the month's limit becomes what was spent before today and the new amount for the days left, today included. */
export function noteEdit(ledger, budget, rules) {
	const { day } = ledger;
	ledger.highestToday = Math.max(ledger.highestToday, budget.amountMicros);
	ledger.stopped = budget.amountMicros < ledger.today;
	ledger.owed = 0;
	if (rules.monthDays !== null)
		ledger.monthLimit = ledger.monthBefore + budget.amountMicros * (day.daysInMonth - day.dayOfMonth + 1);
}

/** Micros that the budget may still spend now. */
export function limitLeft(ledger, budget, rules) {
	if (budget.kind === 'total') return Math.max(0, budget.amountMicros - ledger.total);
	if (ledger.stopped) return 0;
	let left = rules.dayLimit * ledger.highestToday - ledger.today;
	left = Math.min(left, ledger.monthLimit - ledger.monthBefore - ledger.today);
	if (rules.weekLimit !== null) {
		const daysLeft = rules.weekLimit - ((ledger.day.weekday + 1) % 7);
		left = Math.min(left, ledger.weekPromised + budget.amountMicros * daysLeft - ledger.weekBefore - ledger.today);
	}
	return Math.max(0, left);
}

const monthDays = (rules, day) =>
	rules.monthDays === null ? Infinity : rules.monthDays === 'calendar' ? day.daysInMonth : rules.monthDays;
