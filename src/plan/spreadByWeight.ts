import { fromMinorUnits, toMinorUnits } from '../money/minorUnits';
import { splitMoney } from '../money/splitMoney';
import type { DayReason, DaySpread } from './daySpread';

/** Relative weights of local dates when a longer target is spread over its days. */
export interface DayWeights {
	readonly of: (date: string) => number;
	/** Weight of the rest of today. If set, the target is spread again every hour. */
	readonly restOfToday?: () => number;
	/** The part of it that the pacing of the flight gives; 1 where it gives none. */
	readonly pacing?: (date: string) => number;
	/** Whether a date has an event. */
	readonly isEvent?: (date: string) => boolean;
}

/** Above 0, so that days get equal parts if none of them has a weight. */
const MIN_WEIGHT = 1e-300;

/** Days whose weights differ by less count as even. */
const EVEN = 0.01;

/** Spreads an amount over days in proportion to their weights. */
export function spreadByWeight(
	{ of, restOfToday, pacing = () => 1, isEvent = () => false }: DayWeights,
	currency: string,
	{ today, firstDayBound = Infinity }: { readonly today: string; readonly firstDayBound?: number },
): DaySpread {
	return {
		isHourly: restOfToday !== undefined,
		firstDayBound,
		spread: (dates, left, most) => {
			const weights = dates.map((date) =>
				Math.max(MIN_WEIGHT, restOfToday !== undefined && date === today ? restOfToday() : of(date)),
			);
			const isFinite = weights.every(Number.isFinite);
			const shares = isFinite ? weights : weights.map(() => 1);
			const bounds = dates.map((_, day) => (day === 0 && most < left ? { max: fromMinorUnits(most, currency) } : {}));
			const amounts = splitMoney(fromMinorUnits(left, currency), shares, currency, bounds).map((part) =>
				toMinorUnits(part, currency, 'nearest'),
			);
			const reasons = dates.map((date, day) => {
				if (left === 0) return 'nothing-left';
				if (day === 0 && amounts[0] === most) return 'first-days';
				if (isEvent(date)) return 'event';
				return Math.abs(pacing(date) - 1) > EVEN ? 'flight-pacing' : reasonOf(weights[day]!, weights);
			});
			return { amounts, reasons, unplaced: 0, isFinite };
		},
	};
}

const reasonOf = (weight: number, [first]: readonly number[]): DayReason =>
	Math.abs(weight / first! - 1) > EVEN ? 'value' : 'even';
