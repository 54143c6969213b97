import type { BudgetDefinition, Objective } from '../budget/budgetDefinition';
import { isClosedDay } from '../budget/openTime';
import { isMeasured } from '../ledger/deliveredHour';
import { groupBy } from '../groupBy';
import { deliveredHours, type Ledger } from '../ledger/ledger';
import { MICROS } from '../money/micros';
import { addDays, localClock } from '../time/localClock';
import { dayStartMs, type LocalHour, localDay } from '../time/localDay';
import type { CountedResult } from './backtestReport';

/** Actual spend of a local hour in major units, and its results of the objective. */
export interface HistoryHour extends LocalHour {
	readonly spend: number;
	readonly result: number;
	/** Logarithm of the bid multiplier in force, weighted by spend; 0, the neutral bid, if none was reported. */
	readonly logMultiplier: number;
	/** Whether every window reported its multiplier. */
	readonly bidKnown: boolean;
}

/** A full local day of history. */
export interface HistoryDay {
	readonly date: string;
	readonly startMs: number;
	/** (hours) */
	readonly hours: readonly HistoryHour[];
}

/** The metric that an objective counts; a balanced budget is compared by conversions. */
export function countedResult(objective: Objective): CountedResult {
	switch (objective) {
		case 'revenue':
		case 'roas':
			return 'revenue';
		case 'clicks':
			return 'clicks';
		case 'reach':
			return 'impressions';
		case 'balanced':
		case 'conversions':
		case 'cpa':
			return 'conversions';
	}
}

/**
 * Full days with spend and known results that are not closed, in order. A window counts toward the local hour in which it begins.
 *
 * An hour without a window on such a day has zero spend: platforms omit idle hours.
 */
export function historyDays(ledger: Ledger, definition: BudgetDefinition): HistoryDay[] {
	const { timeZone, objective } = definition;
	const untilMs = ledger.dataUntilMs ?? -Infinity;
	const counted = countedResult(objective);
	const byDate = groupBy(deliveredHours(ledger), ({ startMs }) => localClock(startMs, timeZone).date);
	return [...byDate]
		.sort(([a], [b]) => (a < b ? -1 : 1))
		.filter(
			([date, windows]) =>
				dayStartMs(addDays(date, 1), timeZone) <= untilMs &&
				windows.every((window) => isMeasured(window) && window[counted] !== null) &&
				windows.some(({ spend }) => spend > 0) &&
				!isClosedDay(definition, date),
		)
		.map(([date, windows]) => {
			const day = localDay(date, timeZone);
			const hours = day.map((hour) => {
				const own = windows.filter(({ startMs }) => startMs >= hour.startMs && startMs < hour.endMs);
				const sum = (field: 'spend' | typeof counted) => own.reduce((total, window) => total + window[field]!, 0);
				const spend = sum('spend');
				const logs = own.reduce((total, window) => total + window.spend * Math.log(window.multiplier ?? 1), 0);
				return {
					...hour,
					spend: spend / MICROS,
					result: sum(counted) / (counted === 'revenue' ? MICROS : 1),
					logMultiplier: spend > 0 ? logs / spend : 0,
					bidKnown: own.length > 0 && own.every(({ multiplier }) => multiplier !== null),
				};
			});
			return { date, startMs: day[0]!.startMs, hours };
		});
}

/** (24) a statistic of each local hour's spend over the days of a history. */
export function byLocalHour(history: readonly HistoryDay[], of: (spends: readonly number[]) => number): number[] {
	const spends = Array.from({ length: 24 }, (): number[] => []);
	for (const { hours } of history) for (const { localHour, spend } of hours) spends[localHour]!.push(spend);
	return spends.map(of);
}
