const range = (first, last) => Array.from({ length: last - first + 1 }, (_, position) => first + position);

/**
 * Worlds that anything may be chosen on: gains of peers, constants of the learners, the shape of the market itself.
 *
 * A controller tuned on the worlds it is judged on shows how well it remembers them.
 */
export const TUNING_SEEDS = range(201, 206);

/** Worlds that nothing was ever chosen on: twenty for every scenario. Published figures come from these alone. */
export const JUDGED_SEEDS = range(1001, 1020);
