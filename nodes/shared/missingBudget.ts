import { UserError } from '../../src/index';

export const missingBudget = (budgetId: string, place: string): UserError =>
	new UserError(
		`There is no budget '${budgetId}' in ${place}`,
		'Create it with a Pacing Budget node (Create or Update) earlier in the workflow, or check Budget ID.',
	);
