import { HOUR_MS } from '../time/durations';
import { localDay } from '../time/localDay';
import { localClock } from '../time/localClock';
import { coveredUntilMs, type DeliveredHour } from './deliveredHour';
import { reconvert, roundingTolerance } from './exchange';

const GRAIN_MS = 300_000;

/** Longest time between two reports over which their difference still describes its hours. */
const MAX_MEASURED_MS = 2 * HOUR_MS;

const FIGURES = ['spend', 'clicks', 'conversions', 'revenue', 'impressions'] as const;
type Figure = (typeof FIGURES)[number];

/**
 * Differences the running total of a stretch, normally a day, against the hours that are already known.
 *
 * The increase was delivered between the last known hour and now. If that is at most two hours, it becomes one window. A longer time is
 * divided at clock hours in proportion to time and marked `divided`: its spend counts, but the models do not learn from it. An increase
 * within five minutes of the last report, or after the stretch has ended, is added to the last hour. A decrease is subtracted from the
 * last hours. Amounts and counts of all hours add up exactly to the total.
 *
 * If the exchange rate has changed, only the difference is converted: at the new rate for new hours, at their own rate for known ones.
 * Differences within the rounding tolerance are ignored.
 *
 * @param total a stretch with its figures so far
 * @param known (hours) of the same campaign within the stretch, in order of time
 * @returns the new hours and the changed ones
 */
export function differenceTotal(
	total: DeliveredHour,
	known: readonly DeliveredHour[],
	timeZone: string,
	nowMs: number,
): DeliveredHour[] {
	const untilMs = Math.min(total.endMs, nowMs - (nowMs % GRAIN_MS));
	const last = known.at(-1);
	const fromMs = last === undefined ? total.startMs : Math.max(...known.map(coveredUntilMs));
	const pieces = untilMs - fromMs >= GRAIN_MS ? stretchesOf(total, fromMs, untilMs, timeZone) : [];
	const hours = [...known, ...pieces].map((hour) => ({ ...hour }));
	const rounding = roundingTolerance(
		known.map(({ exchangeRate }) => exchangeRate),
		total.exchangeRate,
	);
	for (const figure of FIGURES) addDifference(hours, known.length, figure, total, rounding);
	return hours.filter(
		(hour, position) => position >= known.length || FIGURES.some((figure) => hour[figure] !== known[position]![figure]),
	);
}

/** Empty windows between two instants: a single one, or one per clock hour if that would be too long. */
function stretchesOf(total: DeliveredHour, fromMs: number, untilMs: number, timeZone: string): DeliveredHour[] {
	const blank = { ...total, asOfMs: null, spend: 0 };
	const end = Math.ceil(untilMs / GRAIN_MS) * GRAIN_MS;
	if (end - fromMs <= MAX_MEASURED_MS) return [{ ...blank, startMs: fromMs, endMs: end }];
	return localDay(localClock(fromMs, timeZone).date, timeZone)
		.map(({ startMs, endMs }) => ({
			...blank,
			startMs: Math.max(startMs, fromMs),
			endMs: Math.min(endMs, end),
			divided: true,
		}))
		.filter(({ startMs, endMs }) => endMs > startMs);
}

/** Distributes an increase of a figure over the new hours by time, or adds it to the last hour; subtracts a decrease from the last hours. */
function addDifference(
	hours: { -readonly [field in keyof DeliveredHour]: DeliveredHour[field] }[],
	knownCount: number,
	figure: Figure,
	{ [figure]: total, exchangeRate: rate }: DeliveredHour,
	rounding: number,
): void {
	const known = hours.slice(0, knownCount);
	const isComparable = total !== null && known.every((hour) => hour[figure] !== null);
	const pieces = hours.slice(knownCount);
	if (!isComparable) {
		for (const piece of pieces) if (figure !== 'spend') piece[figure] = null;
		return;
	}
	const isAmount = figure === 'spend' || figure === 'revenue';
	const inTotal = (hour: DeliveredHour) =>
		isAmount ? reconvert(hour[figure]!, hour.exchangeRate, rate) : hour[figure]!;
	const inHour = (amount: number, hour: DeliveredHour) =>
		isAmount ? reconvert(amount, rate, hour.exchangeRate) : amount;
	const wholeMicros = (amount: number) => (isAmount ? Math.round(amount) : amount);
	let difference = total - known.reduce((sum, hour) => sum + inTotal(hour), 0);
	if (isAmount && Math.abs(difference) <= rounding) difference = 0;
	for (const piece of pieces) piece[figure] = 0;
	if (difference < 0) {
		for (const hour of known.reverse()) {
			const held = inTotal(hour);
			const taken = Math.min(held, -difference);
			hour[figure] = taken === held ? 0 : wholeMicros(hour[figure]! - inHour(taken, hour));
			difference += taken;
		}
		return;
	}
	const targets = pieces.length > 0 ? pieces : known.slice(-1);
	const lengths = targets.reduce((sum, { startMs, endMs }) => sum + endMs - startMs, 0);
	let elapsed = 0;
	let assigned = 0;
	for (const target of targets) {
		elapsed += target.endMs - target.startMs;
		const share = elapsed === lengths ? difference : (difference * elapsed) / lengths;
		const next = wholeMicros(inHour(share, target));
		target[figure] = target[figure]! + next - assigned;
		assigned = next;
	}
}
