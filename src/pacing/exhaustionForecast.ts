import type { AmountWithFee } from '../budget/agencyFee';
import type { Horizon } from '../budget/horizon';
import type { Note } from '../notes/note';
import type { Interval } from '../statistics/interval';
import type { AlertState } from './alert';
import type { BalanceForecast } from './balanceForecast';
import type { PeriodProgress } from './periodProgress';
import type { Alert } from './standingAlerts';

/** Status of a longer target: spend so far, pace, projection, and the probability that it runs out before its period ends. */
export interface HorizonForecast extends PeriodProgress {
	/** Including what was rolled over. */
	readonly target: string;
	/** The amount that an agency's fee is part of, and what the client pays of it: media and fee. Absent without a fee. */
	readonly withFee?: AmountWithFee & {
		/** What is spent, with what is assumed of the time before the first report, and the fee. */
		readonly spent: string;
		/** The mean of the projection with the fee. */
		readonly projected: string;
	};
	/** Unspent budget added from the previous period; absent if the budget rolls nothing over. */
	readonly rolledOver?: string;
	/** As reported. */
	readonly spent: string;
	/** Probability that the target is used up before the period ends if nobody intervenes. */
	readonly probability: number;
	/** Spend at the end of the period. */
	readonly projected: Interval;
	/** Share of the target that is spent: (spent + assumed) / target. */
	readonly utilization: number;
}

/** Whether and when the day's budget runs out, and what that costs, if nobody intervenes. */
export interface ExhaustionForecast {
	readonly status: 'exhausted' | 'at-risk' | 'underspending' | 'on-pace' | 'stale-data';
	/** Probability that the day's budget is used up before the local day ends. */
	readonly probability: number;
	/** The instant at which it is used up, given that it is. */
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
	/** Expected out-of-budget hours of the day. */
	readonly darkHours: number;
	/** Expected results of those hours; null if they were never reported. */
	readonly valueAtRisk: { readonly conversions: number | null; readonly revenue: string | null };
	readonly horizons: Partial<Record<Horizon, HorizonForecast>>;
	/** Absent without a prepaid balance. */
	readonly balance?: BalanceForecast;
	/** The alert of the day's budget running out. */
	readonly alert: {
		readonly state: AlertState['state'];
		readonly notify: boolean;
		/** Whether the message repeats one that has arrived. */
		readonly repeated: boolean;
		readonly severity: 'info' | 'warning' | 'critical';
		readonly dedupKey: string;
		readonly sinceMs: number;
	};
	/** Alerts of other kinds: those that are pending or fire, and those that this check resolved. */
	readonly alerts: readonly Alert[];
	readonly reasons: readonly Note[];
}
