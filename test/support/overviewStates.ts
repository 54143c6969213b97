import {
	type BudgetDefinitionInput,
	checkExhaustion,
	createState,
	ingest,
	optimizeAllocation,
	type PacingState,
} from '../../src/index';
import { HOUR_MS, hourly } from './deliveries';
import { pushedAt } from './pushRecords';

/** A Monday noon in Berlin. */
export const NOON = Date.parse('2026-11-23T12:00:00+01:00');

/** 28 days of 40.00 an hour up to now; from nine o'clock on a runaway spends three times as much. */
export function overviewState(
	definition: Partial<BudgetDefinitionInput> & { readonly budgetId: string },
	{ runsAway = false, hoursAgo = 0, nowMs = NOON } = {},
): PacingState {
	const windows = hourly(nowMs - 28 * 24 * HOUR_MS, 28 * 24 - hoursAgo, (position) => ({
		spend: runsAway && position >= 28 * 24 - 3 ? 120 : 40,
		clicks: 40,
		conversions: 2,
		revenue: 100,
	}));
	const created = createState({
		name: `Client ${definition.budgetId}`,
		currency: 'EUR',
		timeZone: 'Europe/Berlin',
		dailyAmount: '1000.00',
		monthlyAmount: '30000.00',
		...definition,
	});
	const { state } = ingest(created, windows, nowMs);
	const planned = optimizeAllocation(state, { strategy: 'adaptive_ml', nowMs }).state;
	return checkExhaustion(checkExhaustion(planned, { nowMs: nowMs - 60_000 }).state, { nowMs }).state;
}

/** Five budgets: an alert, one that somebody edited, one without fresh data, one never reported, and one on pace in another currency. */
export const overviewStates = (): PacingState[] => {
	const edit = { value: '400', seenMs: NOON - HOUR_MS, toldMs: NOON - HOUR_MS };
	const pushes = [pushedAt(NOON - 2 * HOUR_MS, '250', '280', { currency: 'EUR', code: 'accepted', edit })];
	return [
		overviewState({ budgetId: 'steady', currency: 'GBP', dailyAmount: '1500.00' }),
		createState({ budgetId: 'never', currency: 'EUR', timeZone: 'Europe/Berlin', monthlyAmount: '9000.00' }),
		overviewState({ budgetId: 'stale' }, { hoursAgo: 30 }),
		{ ...overviewState({ budgetId: 'edited' }), pushes },
		overviewState({ budgetId: 'runaway', name: 'Run <b>away</b>' }, { runsAway: true }),
	];
};
