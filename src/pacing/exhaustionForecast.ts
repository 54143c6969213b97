import type { Note } from '../notes/note';
import type { Interval } from '../statistics/interval';
import type { AlertState } from './alert';

/** How one longer target stands: what is spent, where it is heading, and how likely it runs out before its period ends. */
export interface HorizonForecast {
	/** With what was rolled over. */
	readonly target: string;
	/** What the period before left unspent and this one took over; absent where the budget rolls nothing over. */
	readonly rolledOver?: string;
	readonly spent: string;
	/** That the target is used up before the period ends if nobody intervenes. */
	readonly probability: number;
	/** Spend at the end of the period. */
	readonly projected: Interval;
	/** spent / target. */
	readonly utilization: number;
}

/** Whether, when and how badly the day's amount runs out if nobody intervenes. */
export interface ExhaustionForecast {
	readonly status: 'exhausted' | 'at-risk' | 'underspending' | 'on-pace' | 'stale-data';
	/** That the day's amount is gone before the local day ends. */
	readonly probability: number;
	/** The instant it is gone, given that it happens. */
	readonly exhaustionMs: {
		readonly median: number | null;
		readonly low: number | null;
		readonly high: number | null;
		readonly level: number;
	};
	readonly spendByDayEnd: Interval;
	readonly paceRatio: number;
	readonly burnRate: number;
	readonly requiredBurn: number;
	readonly recommendedHourlyCap: string;
	readonly pacingMultiplier: number;
	/** Expected hours of the day without budget. */
	readonly darkHours: number;
	/** Expected results of those hours; null where they were never reported. */
	readonly valueAtRisk: { readonly conversions: number | null; readonly revenue: string | null };
	readonly horizons: Partial<Record<'week' | 'month' | 'flight', HorizonForecast>>;
	readonly alert: {
		readonly state: AlertState['state'];
		readonly notify: boolean;
		readonly severity: 'info' | 'warning' | 'critical';
		readonly dedupKey: string;
		readonly sinceMs: number;
	};
	readonly reasons: readonly Note[];
}
