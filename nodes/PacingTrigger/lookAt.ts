import { damageOf, describeAlert, markTold, type PacingState, watchBudget } from '../../src/index';
import { exhaustionItem } from '../shared/exhaustionItem';
import { withWarnings } from '../shared/withWarnings';
import { kindsOf } from './newsKinds';
import type { TriggerSettings } from './PacingTrigger.settings';

/** What a look at a budget finds. */
export interface Look {
	/** Whether it leaves something to be stored. */
	readonly isChanged: boolean;
	readonly state: PacingState;
	/** Fields of the item; null if nothing is new. */
	readonly json: object | null;
}

/** What is new about a budget. It counts as told, unless it is to be marked once it has arrived. */
export function lookAt(before: PacingState, settings: TriggerSettings, nowMs: number): Look {
	const { news, planChange, alerts, include } = settings;
	const { state, exhaustion } = watchBudget(before, { nowMs, kinds: kindsOf(news), planChange, alerts });
	const message = describeAlert(state, { exhaustion, nowMs });
	const item = exhaustionItem(exhaustion, message, state, { nowMs, include });
	const isNews = item.told.length > 0;
	const next = isNews && !alerts.tellUntilMarked ? markTold(state, item.told).state : state;
	return {
		isChanged: next !== before,
		state: next,
		json: isNews ? withWarnings({ output: 0, json: item }, damageOf(before)).json : null,
	};
}
