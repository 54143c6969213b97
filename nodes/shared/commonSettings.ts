import { z } from '../../src/index';

const Options = z.object({
	asOf: z.unknown().optional(),
	tableName: z.string().trim().min(1).max(100).default('budget_pacing'),
});

/** What every node lets its user set: which budget, where its state is kept, and the instant of the decision. */
export const CommonSettings = z.object({
	budgetId: z
		.union([z.string(), z.number()], "must not be empty: map 'Budget ID' to the field that holds it")
		.transform((budgetId) => String(budgetId).trim())
		.pipe(z.string().min(1, "must not be empty: map 'Budget ID' to the field that holds it").max(200)),
	stateStore: z.enum(['dataTable', 'dataTableApi', 'inputItem']).default('dataTable'),
	options: Options.prefault({}),
});

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
