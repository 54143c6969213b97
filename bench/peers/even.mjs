/** The same amount every hour, budget / 24, without carrying over unspent budget, as scripts and sheets do. */
export const even = ({ dayBudget }) => ({ decide: () => ({ amount: dayBudget / 24 }) });
