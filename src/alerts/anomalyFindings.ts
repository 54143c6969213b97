import type { DayContext } from '../forecast/dayContext';
import { formatMoney } from '../format/formatMoney';
import { formatTime } from '../format/formatTime';
import { anomalyNotes } from '../notes/anomalyNotes';
import type { Interval } from '../statistics/interval';
import { type Stretch, todaysSpend } from './spendAnomaly';
import type { Finding, StandingAlert } from './standingAlerts';

/** Part of the day's usual spend that must be due before a new day takes an alert back. */
const LEAST_GONE = 1 / 3;

interface Anomaly {
	readonly spendByDayEnd: Interval;
	/** Whether the alert of the day's budget says it, or has said it. */
	readonly isDayTold: boolean;
	readonly before: readonly StandingAlert[];
	/** Spend above its usual amount of which somebody is told, as a fraction of that amount. */
	readonly band: number;
}

/**
 * Spend far above usual, whatever the budget says of it: of the day so far, or of its last hours. Spend far below is told as `no-delivery` or
 * `underdelivery`, which look closer; what the day's alert tells is told once.
 */
export function anomalyFindings(context: DayContext, { spendByDayEnd, isDayTold, before, band }: Anomaly): Finding[] {
	const today = todaysSpend(context);
	if (today === null) return [];
	const { wholeDay, lastHours, usualDay } = today;
	const isAbove = ({ spent, usual }: Stretch, part = 1) => spent > (1 + part * band) * usual;
	const stretches = [wholeDay, lastHours];
	const rare = stretches.filter((stretch) => stretch.isRare && isAbove(stretch));
	const isStillAbove = context.expectedShare < LEAST_GONE || stretches.some((stretch) => isAbove(stretch, 0.5));
	if (rare.length === 0 && !isStillAbove) return [];
	return [
		{
			kind: 'spend-anomaly',
			about: '',
			severity: 'warning',
			headline: anomalyNotes.unusual,
			message: messageOf(rare[0] ?? wholeDay, usualDay, context, spendByDayEnd),
			evidence: rare.length > 0 && !isDayTold && !before.some(saysIt) ? 'fires' : 'keeps',
		},
	];
}

/** Whether an alert that fires says why so much is spent. That a period ends over its budget does not: it takes a day to be told. */
const saysIt = ({ kind, state }: StandingAlert): boolean => state === 'firing' && kind === 'edited-by-someone';

function messageOf(
	{ fromMs, untilMs, spent, usual }: Stretch,
	usualDay: number,
	{ learning }: DayContext,
	{ mean, low, high }: Interval,
): string {
	const { timeZone, currency } = learning.definition;
	const money = (value: number) => formatMoney(value, currency);
	return anomalyNotes.above({
		from: formatTime(fromMs, timeZone),
		until: formatTime(untilMs, timeZone),
		spent: money(spent),
		usual: money(usual),
		times: spent / usual,
		projected: money(mean),
		low: money(low),
		high: money(high),
		usualDay: money(usualDay),
	});
}

/** Whether enough of the day is due to take such an alert back. */
export const isAnomalyJudged = (context: DayContext): boolean => context.expectedShare >= LEAST_GONE;

/** What is said when such an alert is over. */
export function anomalyResolution(context: DayContext): string {
	const today = todaysSpend(context);
	if (today === null) return anomalyNotes.known;
	const { timeZone, currency } = context.learning.definition;
	const { spent, untilMs, usual } = today.wholeDay;
	return anomalyNotes.back(formatMoney(spent, currency), formatTime(untilMs, timeZone), formatMoney(usual, currency));
}
