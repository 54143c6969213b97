import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import { readState, UserError } from '../../src/index';
import type { StateStore, StoredState } from './stateStore';

/** Nobody else writes to a state that travels with its item. */
const ONLY = { rowId: 0, revision: 0, writers: [], duplicates: [] };

/** The field that carries a budget's state from node to node. */
export const STATE_FIELD = 'pacingState';

/** States that travel with the items: read from a field of the input, written to the same field of the output. */
export function inputItemStore(items: readonly INodeExecutionData[]): StateStore {
	const states = new Map<string, StoredState>();
	for (const { json } of items) {
		if (json[STATE_FIELD] === undefined) continue;
		states.set(budgetIdOf(json), { read: () => readState(json[STATE_FIELD]), version: ONLY });
	}
	return {
		place: `the field '${STATE_FIELD}' of the input items`,
		load: async (budgetIds) => new Map(budgetIds.flatMap((id) => (states.has(id) ? [[id, states.get(id)!]] : []))),
		save: async (changes) => new Set(changes.map(({ budgetId }) => budgetId)),
		list: async () => states,
		remove: async () => {
			throw new UserError(
				'A state that travels with the items cannot be deleted',
				`Remove the field '${STATE_FIELD}' from the items instead.`,
			);
		},
	};
}

/** The fields of an item but the state that it carries. */
export const withoutState = (json: IDataObject): IDataObject =>
	Object.fromEntries(Object.entries(json).filter(([field]) => field !== STATE_FIELD));

/** The budget that the state in an item says it belongs to; for a damaged one, the budget that the item belongs to. */
function budgetIdOf(json: IDataObject): string {
	const { definition } = Object(json[STATE_FIELD]) as IDataObject;
	return String((Object(definition) as IDataObject)['budgetId'] ?? json['budgetId']);
}
