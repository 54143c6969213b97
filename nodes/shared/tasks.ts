import type { IExecuteFunctions } from 'n8n-workflow';

import { damageOf, type Note } from '../../src/index';
import { attempt, type Failure } from './attempt';
import type { OutputItem, BudgetNode } from './budgetNode';
import { budgetIdProperty } from './commonProperties';
import { CommonSettings } from './commonSettings';
import { assertGiven } from './expressions';
import { groupBy } from './groupBy';
import { missingBudget } from './missingBudget';
import { readInstant } from './readInstant';
import { readSettings } from './readSettings';
import type { StateStore } from './stateStore';
import type { BudgetOperation } from './withStates';
import { withInputFields } from './withInputFields';
import { withWarnings } from './withWarnings';

/** The input items of a task and its operation, or why their settings cannot be used. */
interface PreparedTask {
	readonly itemIndexes: readonly number[];
	readonly operation: BudgetOperation<readonly OutputItem[]> | Failure;
}

/** The tasks of a node, in the order of its input items. */
export function tasks<Settings extends CommonSettings>(
	context: IExecuteFunctions,
	node: BudgetNode<Settings>,
	store: StateStore,
): PreparedTask[] {
	const indexes = context.getInputData().map((_, itemIndex) => itemIndex);
	const groups = groupBy(indexes, (index) => (node.groupsItems ? budgetOf(context, index) : index));
	return [...groups.values()].map((itemIndexes) => ({
		itemIndexes,
		operation: attempt(() => operation(context, node, store, itemIndexes)),
	}));
}

const BudgetIdSettings = CommonSettings.pick({ budgetId: true });

/** The budget of an item; the item's own position if it names none, so that it fails alone when its settings are read. */
function budgetOf(context: IExecuteFunctions, itemIndex: number): string | number {
	const settings = attempt(() => readSettings(context, itemIndex, BudgetIdSettings, [budgetIdProperty]));
	return 'error' in settings ? itemIndex : settings.budgetId;
}

function operation<Settings extends CommonSettings>(
	context: IExecuteFunctions,
	{ settings: schema, properties, neverBlank = [], groupsItems, create, decide, looksAhead }: BudgetNode<Settings>,
	{ place }: StateStore,
	itemIndexes: readonly number[],
): BudgetOperation<readonly OutputItem[]> {
	const [itemIndex] = itemIndexes as [number];
	const settings: Settings = readSettings(context, itemIndex, schema, properties);
	assertGiven(context, itemIndex, properties, neverBlank);
	const { budgetId, options } = settings;
	const keepsInput = !groupsItems && 'keepInputFields' in options && options.keepInputFields;
	const input = context.getInputData()[itemIndex]!.json;
	const nowMs = readInstant(options.asOf, { looksAhead });
	return {
		budgetId,
		nowMs,
		apply: async (stored) => {
			const read = stored ?? (create && (() => create(settings)));
			if (read === undefined) throw missingBudget(budgetId, place);
			let damage: readonly Note[] = [];
			const { state, items } = await decide({
				get state() {
					const current = read();
					damage = damageOf(current);
					return current;
				},
				settings,
				nowMs,
				itemIndexes,
			});
			const result = items.map((item) => withWarnings(item, damage));
			return { state, result: keepsInput ? result.map((item) => withInputFields(item, input)) : result };
		},
	};
}
