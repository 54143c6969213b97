import { sum } from 'simple-statistics';

import type { BudgetDefinition, Strategy } from '../budget/budgetDefinition';
import { type DayTotal, NO_RESULTS } from '../ledger/dayTotals';
import type { Ledger } from '../ledger/ledger';
import { toMicros } from '../money/micros';
import { fromMinorUnits } from '../money/minorUnits';
import { learn } from '../learning/learn';
import { planContext } from '../plan/planContext';
import { targetOf } from '../plan/targetOf';
import { zeros } from '../statistics/zeros';
import { dayLimits } from './dayLimits';
import { byLocalHour, type HistoryDay } from './historyDays';
import { ledgerBefore } from './ledgerBefore';
import { replayDay, type ReplayedDay } from './replayDay';

/**
 * Replays the days of a history with each strategy, one day after the other. Learning is updated once a day for all strategies; each strategy spends a longer
 * target by its own replayed spend. It pauses after each day. Whatever the budget's lever, bids are replayed: strategies differ by their hours.
 *
 * @param from index of the first replayed day
 * @returns (strategies, days) the replayed days, and (days) the day targets of the actual allocation. These are the first strategy's, because
 *          strategies differ only in how they spread longer targets over days
 */
export function* replayHistory(
	ledger: Ledger,
	defined: BudgetDefinition,
	history: readonly HistoryDay[],
	from: number,
	strategies: readonly Strategy[],
): Generator<void, { replays: readonly (readonly ReplayedDay[])[]; allowed: readonly number[] }> {
	const definition = { ...defined, control: 'bid-multiplier' as const, prepaid: undefined };
	const replays = strategies.map((): ReplayedDay[] => []);
	const spent = strategies.map(() => new Map<string, DayTotal>());
	let largest = largestByHour(zeros(24), history.slice(0, from));
	const allowed: number[] = [];
	for (const day of history.slice(from)) {
		const { startMs, date } = day;
		const learning = learn({ definition, ledger: ledgerBefore(ledger, startMs) });
		const limits = dayLimits(learning);
		strategies.forEach((strategy, own) => {
			const replayed = replayDay({ day, learning, largest, limits }, definition, strategy, spent[own]!);
			replays[own]!.push(replayed);
			const spend = sum(replayed.spends.map(toMicros));
			spent[own]!.set(date, { ...NO_RESULTS, spend });
		});
		largest = largestByHour(largest, [day]);
		const { amount } = targetOf(
			planContext({ ...learning, dataUntilMs: startMs }, { strategy: strategies[0]!, nowMs: startMs }),
		);
		allowed.push(Number(fromMinorUnits(amount, definition.currency)));
		yield;
	}
	return { replays, allowed };
}

/** (24) the largest spends of local hours, with those of further days. */
const largestByHour = (largest: readonly number[], days: readonly HistoryDay[]): number[] => {
	const own = byLocalHour(days, (spends) => Math.max(0, ...spends));
	return largest.map((spend, hour) => Math.max(spend, own[hour]!));
};
