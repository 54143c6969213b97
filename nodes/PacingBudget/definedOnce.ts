import { type BudgetDefinitionInput, UserError } from '../../src/index';

/**
 * Passes on the definitions of one run. Two rows of a sheet may repeat a budget but not change it: the later would replace the earlier without a word.
 *
 * @throws UserError for a budget that an item before has defined otherwise
 */
export function definedOnce(): (definition: BudgetDefinitionInput) => BudgetDefinitionInput {
	const known = new Map<string, string>();
	return (definition) => {
		const { budgetId } = definition;
		const values = JSON.stringify(definition);
		if ((known.get(budgetId) ?? values) !== values) {
			throw new UserError(
				`Two items define the budget '${budgetId}', with different values`,
				'Give each item a Budget ID of its own, or remove one of the two.',
			);
		}
		known.set(budgetId, values);
		return definition;
	};
}
