/** The same amount every hour, budget / 24, and what was not spent is lost: the division that scripts and sheets do. */
export const even = ({ dayBudget }) => ({ decide: () => ({ amount: dayBudget / 24 }) });
