import type { AmountWithFee } from '../budget/agencyFee';
import type { Horizon } from '../budget/horizon';
import type { Interval } from '../statistics/interval';
import type { PeriodProgress } from './periodProgress';

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

/** Those of the budget's longer targets. */
export type HorizonForecasts = Partial<Record<Horizon, HorizonForecast>>;
