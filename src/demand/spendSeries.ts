import { coveredUntilMs } from '../ledger/deliveredHour';
import { deliveredHours, type Ledger } from '../ledger/ledger';
import { MICROS } from '../money/micros';
import { hoursBetween, localClock } from '../time/localClock';
import { localDay } from '../time/localDay';
import { spendReported } from '../results/reportDelay';

/** One local hour of a day with delivery, summed over campaigns. */
export interface SpendHour {
	readonly startMs: number;
	readonly date: string;
	readonly localHour: number;
	readonly weekday: number;
	/** Length covered by reports, in hours: 1, or less for a half hour or the current hour. */
	readonly hours: number;
	/** In major units. */
	readonly spend: number;
	/**
	 * Logarithm of the bid multiplier, weighted by spend, or by time where nothing was spent; the previous hour's where none was reported, 0, the
	 * neutral bid, before the first.
	 */
	readonly logMultiplier: number;
	/** Whether every window reported its multiplier. */
	readonly bidKnown: boolean;
	/** Log of what the daily budgets in force let campaigns spend, up to a constant; absent where they are not known. */
	readonly logBudget?: number;
	/** Whether it was stopped by its cap, so that its demand was at least its spend. */
	readonly capped: boolean;
	/** Share of its spend usually reported by its age, 0..1; 1 once it is final. */
	readonly reported: number;
	/** Whether some of its figures were prorated by time from a longer stretch. */
	readonly divided: boolean;
	/** Whether the hour had ended when reported, and its spend is final and not prorated. */
	readonly complete: boolean;
}

/**
 * Spend by local hour, for every day with at least one window, up to the last instant covered.
 *
 * On such a day an hour without a window spent 0, because platforms omit idle hours. A day without any window is left out:
 * it was paused or never fetched.
 *
 * @returns (hours) in order of time
 */
export function spendSeries(ledger: Ledger, timeZone: string): SpendHour[] {
	const sums = new Map<number, HourSums>();
	const untilMs = ledger.dataUntilMs ?? -Infinity;
	const reportedOf = spendReported(ledger);
	const days = new Map<string, ReturnType<typeof localDay>>();
	for (const window of deliveredHours(ledger)) {
		const { date } = localClock(window.startMs, timeZone);
		const day = days.get(date) ?? localDay(date, timeZone);
		days.set(date, day);
		const until = coveredUntilMs(window);
		if (until <= window.startMs) continue;
		// No slot is longer than an hour, so those before this one are over when the window begins.
		const first = Math.floor(hoursBetween(day[0]!.startMs, window.startMs));
		for (let position = first; position < day.length; position++) {
			const slot = day[position]!;
			if (slot.endMs <= window.startMs) continue;
			if (slot.startMs >= until) break;
			const overlap = Math.min(until, slot.endMs) - Math.max(window.startMs, slot.startMs);
			const share = overlap / (until - window.startMs);
			const sum = sums.get(slot.startMs) ?? {
				spend: 0,
				spentLogMultipliers: 0,
				logMultipliers: 0,
				covered: 0,
				bidKnown: true,
				capped: false,
				reported: 1,
				divided: false,
			};
			sums.set(slot.startMs, sum);
			const spend = (window.spend * share) / MICROS;
			sum.spend += spend;
			const logMultiplier = Math.log(window.multiplier ?? 1);
			sum.spentLogMultipliers += spend * logMultiplier;
			sum.logMultipliers += overlap * logMultiplier;
			sum.covered += overlap;
			sum.bidKnown &&= window.multiplier !== null;
			sum.capped ||= window.capped;
			sum.reported = Math.min(sum.reported, reportedOf(window));
			sum.divided ||= window.divided;
		}
	}
	let logMultiplier = 0;
	return [...days.keys()].sort().flatMap((date) =>
		days
			.get(date)!
			.filter(({ startMs }) => startMs < untilMs)
			.map(({ startMs, endMs, localHour }) => {
				const sum = sums.get(startMs);
				if (sum !== undefined) logMultiplier = meanLogMultiplier(sum);
				return {
					startMs,
					date,
					localHour,
					weekday: localClock(startMs, timeZone).weekday,
					hours: hoursBetween(startMs, Math.min(endMs, untilMs)),
					spend: sum?.spend ?? 0,
					logMultiplier,
					bidKnown: sum?.bidKnown ?? false,
					capped: sum?.capped ?? false,
					reported: sum?.reported ?? 1,
					divided: sum?.divided ?? false,
					complete: endMs <= untilMs && (sum === undefined || (sum.reported === 1 && !sum.divided)),
				};
			}),
	);
}

const meanLogMultiplier = ({ spend, covered, spentLogMultipliers, logMultipliers }: HourSums): number =>
	spend > 0 ? spentLogMultipliers / spend : logMultipliers / covered;

interface HourSums {
	spend: number;
	/** Sums of log multipliers, weighted by spend and by time. */
	spentLogMultipliers: number;
	logMultipliers: number;
	/** Milliseconds, of all windows. */
	covered: number;
	bidKnown: boolean;
	capped: boolean;
	reported: number;
	divided: boolean;
}
