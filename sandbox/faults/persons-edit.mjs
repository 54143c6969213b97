/** A person sets a budget: to `amount`, or to 2 or `factor` times what it was. */
export default {
	act(account, { budgetId = account.budgets[0].id, factor = 2, amount }) {
		const { amountMicros } = account.budgets.find(({ id }) => id === budgetId);
		account.setBudget(budgetId, Math.round(amount === undefined ? amountMicros * factor : amount * 1e6), 'person');
	},
};
