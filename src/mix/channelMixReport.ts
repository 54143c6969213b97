import type { Interval } from '../interval';
import type { ResponseCurve } from '../response/responseCell';

/** A fact in words, with a code that stays. */
export interface MixNote {
	readonly code: string;
	readonly message: string;
}

/** What to vary, by how much and for how long, so that the data tell what they do not tell yet. */
export interface Exploration {
	/** Spend goes up and down by this fraction of the present one, in turn. */
	readonly change: number;
	/** Periods between turns, so that carry-over has settled. */
	readonly periodsEach: number;
	readonly periods: number;
	/** Amounts per period, major units. */
	readonly low: string;
	readonly high: string;
}

/** One channel of a mix. Results are in units of the result column, money in major units, both per period unless said. */
export interface ChannelFindings {
	readonly channel: string;
	/** Over all periods. */
	readonly totalSpend: number;
	/** Results over all periods that would not have been there without the channel. */
	readonly contribution: Interval;
	/** contribution / total spend. */
	readonly returnOnSpend: Interval;
	/** Adstock: share of an effect that is left after one period. */
	readonly retention: Interval;
	/** Mean spend per period at present. */
	readonly presentSpend: string;
	/** Expected results per period of a mean spend, around the present one: `allocate` takes it. */
	readonly curve: ResponseCurve;
	/** (spends) from nothing to twice the present spend, for a picture. */
	readonly points: readonly { readonly spend: number; readonly results: Interval }[];
	/** Results that one more unit of money brings at the present spend. */
	readonly marginalReturn: Interval;
	/** 1 - marginal / average return at the present spend: 0 is proportional to spend, 1 saturated. */
	readonly saturation: Interval;
	/** Whether the data say what the next unit of money brings; if not, it is mostly belief. */
	readonly identified: boolean;
	readonly notes: readonly MixNote[];
	/** null where the data say enough. */
	readonly exploration: Exploration | null;
}

/** What a channel gets, decimal strings in major units per period. */
export interface ChannelShare {
	readonly channel: string;
	readonly present: string;
	readonly proposed: string;
	readonly min: string;
	readonly max: string;
	/** Results per period of the proposed spend. */
	readonly expected: Interval;
	/** Whether a period would have more than the channel ever spent in one: its curve is not known there. */
	readonly isBeyondHistory: boolean;
}

/** One budget split over the channels where the next unit is expected to bring most. */
export interface MixAllocation {
	readonly present: string;
	readonly budget: string;
	/** (channels) adding up to the budget but for what is unspendable. */
	readonly channels: readonly ChannelShare[];
	readonly unspendable: string;
	/** Results per period more than with the present spend. */
	readonly gain: Interval;
	/** How likely it is that there are more. */
	readonly probabilityBetter: number;
}

/** How well results are told, 1 - squares left / squares around the mean, and the root of the mean square left / range. */
export interface Accuracy {
	readonly r2: number;
	readonly nrmse: number;
}

/** What a fit that had not seen the last periods said of them. */
export interface HoldOut extends Accuracy {
	readonly periods: number;
	/** The same of level, trend, season and context alone. */
	readonly withoutChannels: Accuracy;
}

/** What each channel brings, learned from the whole result and the spend of each. */
export interface ChannelMix {
	readonly currency: string;
	/** The column of the result, which is the unit of all results. */
	readonly result: string;
	readonly from: string;
	readonly to: string;
	readonly periods: number;
	readonly periodDays: number;
	/** How many of the last periods make the present spend. */
	readonly recentPeriods: number;
	readonly channels: readonly ChannelFindings[];
	readonly allocation: MixAllocation;
	readonly fit: Accuracy;
	/** null where the periods before say nothing of a channel. */
	readonly holdOut: HoldOut | null;
	/** (periods) */
	readonly decomposition: readonly {
		readonly date: string;
		readonly result: number;
		readonly base: number;
		/** (channels) expected contribution. */
		readonly channels: readonly number[];
	}[];
	readonly warnings: readonly MixNote[];
	readonly assumptions: readonly MixNote[];
}
