import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { markTold, UserError } from '../../src/index';
import { attempt, type Failure } from '../shared/attempt';
import { groupBy } from '../shared/groupBy';
import { missingBudget } from '../shared/missingBudget';
import { nodeError } from '../shared/nodeError';
import { openStore } from '../shared/openStore';
import { readInstant } from '../shared/readInstant';
import { readSettings } from '../shared/readSettings';
import type { StateStore } from '../shared/stateStore';
import { errorItem, toItem } from '../shared/toItem';
import { type BudgetOperation, type Outcome, withStates } from '../shared/withStates';
import { pacingBudgetProperties } from './PacingBudget.properties';
import { MarkToldSettings } from './PacingBudget.settings';

/** Marks of one budget: how many alerts were marked. */
type Marking = BudgetOperation<number>;

/**
 * Marks what each item says was told, about one budget or many. What has arrived is marked even if another item fails.
 *
 * @returns an item for each, with its budgets and how many alerts were marked
 */
export async function markToldItems(context: IExecuteFunctions): Promise<INodeExecutionData[]> {
	const store = openStore(context);
	const read = context.getInputData().map((_, index) => attempt(() => markingsOf(context, index, store)));
	const markings = read.flatMap((one) => ('error' in one ? [] : one));
	const outcomes = await withStates(store, markings, { allOrNothing: false });
	const outcomeOf = new Map(markings.map((marking, position) => [marking, outcomes[position]!]));
	return read.map((one, index) => {
		const made = 'error' in one ? one : together(one.map((marking) => outcomeOf.get(marking)!));
		if (!('error' in made)) return toItem(markedItem(one as readonly Marking[], made.marked), index);
		if (context.continueOnFail()) return errorItem(made.error, index);
		throw nodeError(context, made.error, index);
	});
}

const markedItem = (markings: readonly Marking[], marked: number) => ({
	budgetIds: markings.map(({ budgetId }) => budgetId),
	marked,
});

/** How many alerts were marked, or the first failure. */
function together(outcomes: readonly Outcome<number>[]): { readonly marked: number } | Failure {
	let marked = 0;
	for (const outcome of outcomes) {
		if ('error' in outcome) return outcome;
		marked += outcome.result;
	}
	return { marked };
}

function markingsOf(context: IExecuteFunctions, itemIndex: number, { place }: StateStore): Marking[] {
	const { told, options } = readSettings(context, itemIndex, MarkToldSettings, pacingBudgetProperties);
	const nowMs = readInstant(options.asOf);
	if (context.getInputData()[itemIndex]!.json['told'] !== undefined) throw notSent();
	return [...groupBy(told, ({ budgetId }) => budgetId)].map(([budgetId, messages]) => ({
		budgetId,
		nowMs,
		apply: (read) => {
			if (read === null) throw missingBudget(budgetId, place);
			const { state, marked } = markTold(read(), messages);
			return { state, result: marked };
		},
	}));
}

/** n8n passes the items that a node was given on as if it had succeeded, if it fails as a whole and the workflow is to continue. */
const notSent = (): UserError =>
	new UserError(
		'The message was not sent: the item is still that of the node that told it, which n8n passes on where a node fails as a whole',
		'Look at the error of the node before this one, and place Pacing Budget (Alert, Mark as Told) behind the node that sends the message.',
	);
