import type { Note } from '../notes/note';
import type { SpendPlan } from '../plan/spendPlan';
import type { Interval } from '../statistics/interval';

/** Budget moved between hours and campaigns after evidence of a change, or why none was moved. */
export interface Reallocation {
	readonly changed: boolean;
	/** The plan without the evidence; null if the budget had no plan. */
	readonly from: SpendPlan | null;
	readonly to: SpendPlan;
	/** Signed amounts per hour, and per campaign where the budget names them; they add up to 0. */
	readonly moves: readonly { readonly hourIndex: number; readonly campaignId?: string; readonly amount: string }[];
	readonly evidence: {
		readonly eValue: number;
		readonly threshold: number;
		readonly meanDaysBetweenFalseAlarms: number;
		/** Detected changes, as factors on the previous rate. */
		readonly changes: readonly {
			readonly localHour?: number;
			readonly campaignId?: string;
			readonly factor: Interval;
		}[];
	};
	readonly reasons: readonly Note[];
}
