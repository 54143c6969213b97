import type { BudgetDefinition, Strategy } from '../budget/budgetDefinition';
import type { DayTotal } from '../ledger/dayTotals';
import type { Ledger } from '../ledger/ledger';
import { toMicros } from '../money/micros';
import { fromMinorUnits } from '../money/minorUnits';
import { learn } from '../learning/learn';
import { targetOf } from '../plan/targetOf';
import { byLocalHour, type HistoryDay } from './historyDays';
import { ledgerBefore } from './ledgerBefore';
import { replayDay, type ReplayedDay } from './replayDay';

/**
 * Plays the days of a history through by each strategy, one day after the other. What the days before taught is learned once a day for all strategies; of a longer
 * target, each knows what it has spent itself.
 *
 * @param from position of the first day that is replayed
 * @returns (strategies, days) what each would have spent, and (days) what the days allowed what really happened: by the first strategy, for
 *          strategies differ in that only where a longer target is spread over days
 */
export function replayHistory(
	ledger: Ledger,
	definition: BudgetDefinition,
	history: readonly HistoryDay[],
	from: number,
	strategies: readonly Strategy[],
): { replays: readonly (readonly ReplayedDay[])[]; allowed: readonly number[] } {
	const replays = strategies.map((): ReplayedDay[] => []);
	const spent = strategies.map(() => new Map<string, DayTotal>());
	const allowed = history.slice(from).map((day, position) => {
		const { startMs, date } = day;
		const learning = learn({ definition, ledger: ledgerBefore(ledger, startMs) });
		const largest = byLocalHour(history.slice(0, from + position), (spends) => Math.max(0, ...spends));
		strategies.forEach((strategy, own) => {
			const replayed = replayDay({ day, learning, largest }, definition, strategy, spent[own]!);
			replays[own]!.push(replayed);
			const spend = replayed.spends.reduce((sum, hour) => sum + toMicros(hour), 0);
			spent[own]!.set(date, { spend, clicks: null, conversions: null, revenue: null });
		});
		const { amount } = targetOf({ learning, strategy: strategies[0]!, nowMs: startMs, date });
		return Number(fromMinorUnits(amount, definition.currency));
	});
	return { replays, allowed };
}
