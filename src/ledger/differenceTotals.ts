import { localDay } from '../time/localDay';
import { localClock } from '../time/localClock';
import { coveredUntilMs, type DeliveredHour } from './deliveredHour';
import { atRate, roundingAt } from './exchange';

const HOUR_MS = 3_600_000;
const GRAIN_MS = 300_000;

/** What two reports differ by was delivered in between; over so long it still says something of its hours. */
const LONGEST_MEASURED_MS = 2 * HOUR_MS;

const FIGURES = ['spend', 'clicks', 'conversions', 'revenue', 'impressions'] as const;
type Figure = (typeof FIGURES)[number];

/**
 * Turns the running total of a stretch, normally a day, into what is new since it was last reported.
 *
 * What the total exceeds the known hours by was delivered after the last of them and until now. Up to two hours are one window;
 * longer ones are divided by time at the hours of the clock and marked as such, so that the money is there and nothing is
 * learned from a guess. What comes after the stretch has ended, or within five minutes, goes to its last hour. A total that went down
 * takes the last hours back. Money and counts of all hours add up to the total, exactly.
 *
 * Where the exchange rate has changed since, it is the difference that is converted, not the total: at the new rate what goes to new hours,
 * at their own what changes known ones. Differences that rounding explains are none.
 *
 * @param total a stretch with its figures so far
 * @param known (hours) of the same campaign within the stretch, in order of time
 * @returns the hours that are new, and those that change
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
	const rounding = roundingAt(
		known.map(({ exchangeRate }) => exchangeRate),
		total.exchangeRate,
	);
	for (const figure of FIGURES) addDifference(hours, known.length, figure, total, rounding);
	return hours.filter(
		(hour, position) => position >= known.length || FIGURES.some((figure) => hour[figure] !== known[position]![figure]),
	);
}

/** Windows without figures between two instants: one, or one for every hour of the clock if that is too long. */
function stretchesOf(total: DeliveredHour, fromMs: number, untilMs: number, timeZone: string): DeliveredHour[] {
	const blank = { ...total, asOfMs: null, spend: 0 };
	const end = Math.ceil(untilMs / GRAIN_MS) * GRAIN_MS;
	if (end - fromMs <= LONGEST_MEASURED_MS) return [{ ...blank, startMs: fromMs, endMs: end }];
	return localDay(localClock(fromMs, timeZone).date, timeZone)
		.map(({ startMs, endMs }) => ({
			...blank,
			startMs: Math.max(startMs, fromMs),
			endMs: Math.min(endMs, end),
			divided: true,
		}))
		.filter(({ startMs, endMs }) => endMs > startMs);
}

/** Gives what a figure's total exceeds the known hours by to the new ones by time, or to the last one; takes a deficit from the last ones. */
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
	const isMoney = figure === 'spend' || figure === 'revenue';
	const inTotal = (hour: DeliveredHour) => (isMoney ? atRate(hour[figure]!, hour.exchangeRate, rate) : hour[figure]!);
	const inHour = (amount: number, hour: DeliveredHour) => (isMoney ? atRate(amount, rate, hour.exchangeRate) : amount);
	const wholeMicros = (amount: number) => (isMoney ? Math.round(amount) : amount);
	let difference = total - known.reduce((sum, hour) => sum + inTotal(hour), 0);
	if (isMoney && Math.abs(difference) <= rounding) difference = 0;
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
	let gone = 0;
	let given = 0;
	for (const target of targets) {
		gone += target.endMs - target.startMs;
		const share = gone === lengths ? difference : (difference * gone) / lengths;
		const next = wholeMicros(inHour(share, target));
		target[figure] = target[figure]! + next - given;
		given = next;
	}
}
