import { UserError } from '../../src/index';

/** An error of a budget among many, which names it. */
export const unreadableBudget = (budgetId: string, error: Error): UserError =>
	new UserError(
		`The budget '${budgetId}' cannot be read: ${error.message}`,
		error instanceof UserError ? error.description : '',
	);
