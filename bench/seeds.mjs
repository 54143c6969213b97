const range = (first, last) => Array.from({ length: last - first + 1 }, (_, position) => first + position);

/**
 * Worlds for tuning: gains of peers, constants of the learners, the shape of the market itself.
 *
 * A controller that is judged on its tuning worlds is overfitted to them.
 */
export const TUNING_SEEDS = range(201, 206);

/** Worlds that nothing was tuned on, twenty per scenario. Only these give published figures. */
export const JUDGED_SEEDS = range(1001, 1020);

/** Budgets over campaigns for tuning. There is one world per seed, not one per scenario, so more seeds are needed. */
export const TUNING_ACCOUNTS = range(201, 400);

/** Hard ones, in which an S-shaped campaign should get a third of the budget or more and starts with less than 5% (`portfolioWorld`). */
export const HARD_TUNING_ACCOUNTS = range(2001, 2040);

/** The subset for a quick run. */
export const QUICK_ACCOUNTS = TUNING_ACCOUNTS.slice(0, 6);

/** Budgets over campaigns that nothing was tuned on: the judged seeds and 180 more, because accounts differ a lot. */
export const JUDGED_ACCOUNTS = range(1001, 1200);

/** Hard ones that nothing was tuned on. */
export const HARD_JUDGED_ACCOUNTS = range(3001, 3040);

/** The first of a month of 2026 in the time zone of the sandbox accounts, so that months end on different weekdays. */
export const monthStart = (month) =>
	Date.parse(`2026-${String(month).padStart(2, '0')}-01T00:00:00+0${month > 3 && month < 11 ? 2 : 1}:00`);

/** Months of the closed loop for choosing constants. */
export const TUNING_MONTHS = range(301, 306).map((seed, position) => ({
	seed,
	startMs: monthStart(1 + 2 * (position % 5)),
}));

/** Months of the closed loop that nothing was chosen on. */
export const JUDGED_MONTHS = range(4001, 4004).map((seed, position) => ({
	seed,
	startMs: monthStart(1 + (position % 10)),
}));
