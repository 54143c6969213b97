import { addTally, emptyTally, type Tally } from '../ledger/tally';
import { dispersionOf } from './dispersion';
import type { History } from './history';
import { cellOf, type Measure, PER_MILLE } from './measure';

/** The ratios that accounts are judged by, in the order of the way from an impression to revenue. */
export const RATIOS = ['ctr', 'cpm', 'cvr', 'cpa', 'roas'] as const;
export type Ratio = (typeof RATIOS)[number];

/** Each ratio of the hours of a day or of the days of a week; null where there is not enough evidence. */
export interface Ratios {
	readonly ctr: readonly (number | null)[];
	readonly cpm: readonly (number | null)[];
	readonly cvr: readonly (number | null)[];
	readonly cpa: readonly (number | null)[];
	readonly roas: readonly (number | null)[];
}

export interface RatiosByTime {
	/** (24) each. */
	readonly hourOfDay: Ratios;
	/** (7) each, Monday first. */
	readonly weekday: Ratios;
}

/**
 * The largest standard deviation of a ratio by chance, relative to the ratio, at which it is stated: about nine independent results. With fewer, hours would
 * be compared by chance.
 */
const LARGEST_DEVIATION = 1 / 3;

/** What each ratio is made of: CTR, CVR and ROAS are results over exposure, CPM and CPA exposure over results. */
const OF_RATIO: Readonly<Record<Ratio, { readonly measure: Measure; readonly costOf?: number }>> = {
	ctr: { measure: 'clicksPerImpression' },
	cpm: { measure: 'impressionsPerSpend', costOf: PER_MILLE },
	cvr: { measure: 'conversionsPerClick' },
	cpa: { measure: 'conversionsPerSpend', costOf: 1 },
	roas: { measure: 'revenuePerSpend' },
};

/**
 * CTR, CPM, CVR, CPA and ROAS as they were delivered, by hour of the day and by weekday, recent windows counting more.
 *
 * Ratios are of sums, never averaged, and each is of the windows that reported both of its parts. Conversions and revenue are compared at equal maturity.
 * A ratio is stated where sqrt(dispersion / results), its relative standard deviation by chance, is at most a third. Costs are in major units.
 */
export function ratiosByTime(history: History): RatiosByTime {
	const pooled = (groups: number, groupOf: (hour: number) => number) => {
		const sums = Array.from({ length: groups }, emptyTally);
		history.hourOfWeek.forEach((tally, hour) => addTally(sums[groupOf(hour)]!, tally));
		return sums;
	};
	const hours = pooled(24, (hour) => hour % 24);
	const weekdays = pooled(7, (hour) => Math.floor(hour / 24));
	const dispersions = ofRatios((ratio) => {
		const { measure } = OF_RATIO[ratio];
		return dispersionOf(
			history,
			hours.map((tally) => cellOf(tally, measure)),
			measure,
		);
	});
	const described = (tallies: readonly Tally[]): Ratios =>
		ofRatios((ratio) => tallies.map((tally) => ratioOf(tally, ratio, dispersions[ratio])));
	return { hourOfDay: described(hours), weekday: described(weekdays) };
}

function ratioOf(tally: Tally, ratio: Ratio, dispersion: number): number | null {
	const { measure, costOf } = OF_RATIO[ratio];
	const { events, exposure } = cellOf(tally, measure);
	if (!(exposure > 0) || !(Math.sqrt(dispersion / events) <= LARGEST_DEVIATION)) return null;
	const value = costOf === undefined ? events / exposure : (costOf * exposure) / events;
	return Number.isFinite(value) ? value : null;
}

const ofRatios = <Value>(of: (ratio: Ratio) => Value): Readonly<Record<Ratio, Value>> => ({
	ctr: of('ctr'),
	cpm: of('cpm'),
	cvr: of('cvr'),
	cpa: of('cpa'),
	roas: of('roas'),
});
