const range = (first, last) => Array.from({ length: last - first + 1 }, (_, position) => first + position);

/**
 * Worlds that anything may be chosen on: gains of peers, constants of the learners, the shape of the market itself.
 *
 * A controller tuned on the worlds it is judged on shows how well it remembers them.
 */
export const TUNING_SEEDS = range(201, 206);

/** Worlds that nothing was ever chosen on: twenty for every scenario. Published figures come from these alone. */
export const JUDGED_SEEDS = range(1001, 1020);

/** Budgets of campaigns to choose on. There is one world for each seed, not one for each scenario, so it takes more of them. */
export const TUNING_ACCOUNTS = range(201, 400);

/** Hard ones, in which an S-shaped campaign deserves a third of the budget or more and begins with less than 5% (`portfolioWorld`). */
export const HARD_TUNING_ACCOUNTS = range(2001, 2040);

/** Those of them that a quick run looks at. */
export const QUICK_ACCOUNTS = TUNING_ACCOUNTS.slice(0, 6);

/** Budgets of campaigns that nothing was chosen on: the judged seeds and 580 more, for single accounts differ a lot. */
export const JUDGED_ACCOUNTS = range(1001, 1600);

/** Hard ones that nothing was chosen on. */
export const HARD_JUDGED_ACCOUNTS = range(3001, 3040);
