import type { IExecuteFunctions, INodeExecutionData, NodeExecutionHint } from 'n8n-workflow';

import type { PacingState } from '../../src/index';
import { attempt, type Failure } from '../shared/attempt';
import { missingBudget } from '../shared/missingBudget';
import { nodeError } from '../shared/nodeError';
import { openStore } from '../shared/openStore';
import { readInstant } from '../shared/readInstant';
import { readSettings } from '../shared/readSettings';
import type { StateStore } from '../shared/stateStore';
import { errorItem, toItem } from '../shared/toItem';
import { unreadableBudget } from '../shared/unreadableBudget';
import { withStates } from '../shared/withStates';
import { type Look, lookAt } from './lookAt';
import { pacingTriggerProperties } from './PacingTrigger.properties';
import { TriggerSettings } from './PacingTrigger.settings';

/** A look at each budget, or why there is none. */
type Looks = ReadonlyMap<string, Look | Failure>;

/**
 * An item for each budget with news, stored as told before it is handed over. A test stores nothing, so that the active workflow still tells it.
 *
 * A budget that cannot be read keeps nobody from hearing of the others: it stops the first run without news.
 */
export async function newsItems(context: IExecuteFunctions): Promise<INodeExecutionData[]> {
	const settings = readSettings(context, 0, TriggerSettings, pacingTriggerProperties);
	const nowMs = readInstant(settings.options.asOf);
	const look = (state: PacingState) => lookAt(state, settings, nowMs);
	const store = openStore(context);
	const looks = await looksAt(store, settings.budgetIds, look);
	const isTest = context.getMode() === 'manual';
	const news = newsOf(isTest ? [...looks.values()] : await stored(store, looks, { look, nowMs }));
	const failures = [...looks.values()].flatMap((one) => ('error' in one ? [one.error] : []));
	const items = news.map((json) => toItem(json, 0));
	if (isTest) context.addExecutionHints(hint('info', testWords(looks.size, news.length, store.place)));
	if (context.continueOnFail()) return [...items, ...failures.map((error) => errorItem(error, 0))];
	if (news.length === 0 && failures.length > 0) throw nodeError(context, failures[0]!, 0);
	context.addExecutionHints(...failures.map(({ message }) => hint('warning', message)));
	return items;
}

/** @param budgetIds empty for all budgets */
async function looksAt(
	store: StateStore,
	budgetIds: readonly string[],
	look: (state: PacingState) => Look,
): Promise<Looks> {
	const found = budgetIds.length === 0 ? await store.list() : await store.load(budgetIds);
	const ids = budgetIds.length === 0 ? [...found.keys()] : budgetIds;
	return new Map(
		ids.map((budgetId) => {
			const budget = found.get(budgetId);
			if (budget === undefined) return [budgetId, { error: missingBudget(budgetId, store.place) }];
			const one = attempt(() => look(budget.read()));
			return [budgetId, 'error' in one ? { error: unreadableBudget(budgetId, one.error) } : one];
		}),
	);
}

/**
 * Stores what looks leave to be stored, all of it or nothing. Where another execution was faster, the budget is looked at again, so that each of them tells
 * what the other does not.
 *
 * @returns the looks that count
 */
async function stored(
	store: StateStore,
	looks: Looks,
	{ look, nowMs }: { readonly look: (state: PacingState) => Look; readonly nowMs: number },
): Promise<(Look | Failure)[]> {
	const apply = (read: (() => PacingState) | null) => {
		const again = read === null ? null : look(read());
		return { result: again, state: again?.state ?? null };
	};
	const isChanged = (one: Look | Failure) => !('error' in one) && one.isChanged;
	const changed = [...looks].filter(([, one]) => isChanged(one)).map(([budgetId]) => ({ budgetId, nowMs, apply }));
	const outcomes = await withStates(store, changed, { allOrNothing: true });
	const kept = [...looks.values()].filter((one) => !isChanged(one));
	const looked = outcomes.flatMap((outcome) => {
		if ('error' in outcome) throw outcome.error;
		return outcome.result ?? [];
	});
	return [...kept, ...looked];
}

const newsOf = (looks: readonly (Look | Failure)[]): object[] =>
	looks.flatMap((one) => ('error' in one || one.json === null ? [] : [one.json]));

const hint = (type: 'info' | 'warning', message: string): NodeExecutionHint => ({
	message,
	type,
	location: 'outputPane',
});

/** What a test has to say about what it shows. */
function testWords(budgets: number, news: number, place: string): string {
	if (budgets === 0) return `There is no budget in ${place} yet. Create one with Pacing Budget first.`;
	if (news > 0) return 'This is a test: nothing counts as told, so the active workflow tells it once more.';
	return `Nothing is new about ${budgets === 1 ? 'the budget' : `the ${budgets} budgets`} in ${place}: what was told before is not told again.`;
}
