/** Why a day gets its part of a longer amount. */
export type DayReason =
	| 'balance'
	| 'closed'
	| 'demand'
	| 'even'
	| 'event'
	| 'first-days'
	| 'flight-pacing'
	| 'maximum'
	| 'nothing-left'
	| 'value';

/** A longer amount spread over days. */
export interface SpreadDays {
	/** (days) minor units. */
	readonly amounts: readonly number[];
	/** (days) */
	readonly reasons: readonly DayReason[];
	/** Minor units that no day has demand for. */
	readonly unplaced: number;
	/** Whether everything that it rests on is finite; nothing may be decided otherwise. */
	readonly isFinite: boolean;
}

/** A rule that spreads an amount over local dates. */
export interface DaySpread {
	/**
	 * @param dates in order, all that the amount is for
	 * @param left  minor units
	 * @param most  of the first date, minor units; Infinity without such a bound
	 */
	readonly spread: (dates: readonly string[], left: number, most: number) => SpreadDays;
	/** Whether the amount is spread again every hour, with what today has spent; otherwise a day keeps the amount that it began with. */
	readonly isHourly: boolean;
	/** The largest share of an even day that the first day may have; Infinity without such a bound. */
	readonly firstDayBound: number;
}
