import type { AlertState } from '../alerts/alert';
import type { Alert } from '../alerts/standingAlerts';
import type { BalanceForecast } from '../forecast/balanceForecast';
import type { ExhaustionInstant } from '../forecast/exhaustedAt';
import type { ExhaustionStatus } from '../forecast/exhaustionStatus';
import type { HorizonForecasts } from '../forecast/horizonForecast';
import type { ValueAtRisk } from '../forecast/valueAtRisk';
import type { Note } from '../notes/note';
import type { Interval } from '../statistics/interval';

/** Whether and when the day's budget runs out, and what that costs, if nobody intervenes. */
export interface ExhaustionForecast {
	readonly status: ExhaustionStatus;
	/** Probability that the day's budget is used up before the local day ends. */
	readonly probability: number;
	/** The instant at which it is used up, given that it is. */
	readonly exhaustionMs: ExhaustionInstant;
	readonly spendByDayEnd: Interval;
	readonly paceRatio: number;
	readonly burnRate: number;
	readonly requiredBurn: number;
	readonly recommendedHourlyCap: string;
	readonly pacingMultiplier: number;
	/** Expected out-of-budget hours of the day. */
	readonly darkHours: number;
	readonly valueAtRisk: ValueAtRisk;
	readonly horizons: HorizonForecasts;
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
