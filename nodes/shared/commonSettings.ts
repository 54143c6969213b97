import { z } from '../../src/index';

const Options = z.object({
	asOf: z.unknown().optional(),
	tableName: z.string().trim().min(1).max(100).default('budget_pacing'),
});

const NO_BUDGET = "must not be empty: map 'Budget ID' to the field that holds it";

/** What a field with a list to choose from holds: a resource locator, or the value itself where a workflow was written without one. */
const chosenValue = (cell: unknown): unknown =>
	typeof cell === 'object' && cell !== null && '__rl' in cell && 'value' in cell ? cell.value : cell;

const BudgetId = z.preprocess(
	chosenValue,
	z
		.union([z.string(), z.number()], NO_BUDGET)
		.transform((budgetId) => String(budgetId).trim())
		.pipe(z.string().min(1, NO_BUDGET).max(200)),
);

/** What every node lets its user set: which budget, where its state is kept, and the instant of the decision. */
export const CommonSettings = z.object({
	budgetId: BudgetId,
	stateStore: z.enum(['dataTable', 'dataTableApi', 'inputItem', 'postgres']).default('dataTable'),
	postgresCredentialId: z.string().trim().default(''),
	options: Options.prefault({}),
});

/** That of where states are kept. */
export const StoreSettings = CommonSettings.pick({ stateStore: true, postgresCredentialId: true, options: true });

const ItemOptions = Options.extend({ keepInputFields: z.boolean('must be true or false').default(false) });

/** That of a node whose items are made from one input item each. */
export const ItemSettings = CommonSettings.extend({ options: ItemOptions.prefault({}) });

export type CommonSettings = Readonly<z.output<typeof CommonSettings> | z.output<typeof ItemSettings>>;

/** That of a node whose alerts can be told until they are marked. */
export const TellingOptions = ItemOptions.extend({
	tellUntilMarked: z.boolean('must be true or false').default(false),
});

/** The field for the page that a node makes. */
export const FileSettings = z.object({ binaryPropertyName: z.string().trim().min(1).default('data') });
