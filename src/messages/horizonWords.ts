import { type AgencyFee, feeInWords } from '../budget/agencyFee';
import type { HorizonForecast } from '../forecast/horizonForecast';
import { formatMoney } from '../format/formatMoney';
import { formatPercent } from '../format/formatNumber';
import { feeNotes } from '../notes/feeNotes';
import type { ExhaustionForecast } from '../status/exhaustionForecast';

/** How a longer target is judged: not at all without fresh data. */
interface Judged {
	readonly currency: string;
	readonly agencyFee?: AgencyFee | undefined;
	readonly status: ExhaustionForecast['status'];
	/** Whether anything was ever reported. */
	readonly isReported: boolean;
}

/**
 * A week, month, quarter, year or flight in sentences: time gone, spent, pace, need per day, projection, and what yesterday did. What is not known is left out.
 *
 * @param name of the target: week, month, quarter, year or flight
 */
export function horizonWords(name: string, horizon: HorizonForecast, judged: Judged): string {
	return [
		...standing(name, horizon, judged),
		...fee(horizon, judged),
		need(horizon, judged.currency),
		...yesterdayOf(horizon, judged.currency),
	]
		.map((sentence) => `${sentence}.`)
		.join(' ');
}

/**
 * How a week, month, quarter, year or flight stands, in one short sentence for a line of many: time gone, spent, projection.
 *
 * @returns empty before the first report
 */
export function horizonInBrief(
	name: string,
	{ elapsed, utilization, target, projected }: HorizonForecast,
	{ currency, status, isReported }: Judged,
): string {
	if (!isReported) return '';
	const title = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
	const so = `${title}: ${formatPercent(elapsed)} gone, ${formatPercent(utilization)} of ${formatMoney(target, currency)} spent`;
	return status === 'stale-data' ? `${so}.` : `${so}, projected at ${formatPercent(projected.mean / Number(target))}.`;
}

function standing(name: string, horizon: HorizonForecast, { currency, status, isReported }: Judged): string[] {
	const money = (amount: number | string) => formatMoney(amount, currency);
	const { elapsed, utilization, target, assumed, pace, projected } = horizon;
	const over = `${formatPercent(elapsed)} of the ${name} is over`;
	if (!isReported) return [`${over}; nothing has been reported yet`];
	const withAssumed = assumed === undefined ? '' : `, ${money(assumed)} of it before the first report`;
	const atPace = pace === null || status === 'stale-data' ? '' : ` (pace ${pace.toFixed(2)})`;
	const spent = `${over}, ${formatPercent(utilization)} of ${money(target)} spent${withAssumed}${atPace}`;
	if (status === 'stale-data') return [spent];
	const share = formatPercent(projected.mean / Number(target));
	return [
		spent,
		`Projected at ${money(projected.mean)} (${money(projected.low)} to ${money(projected.high)}), ${share} of the target`,
	];
}

function fee({ withFee }: HorizonForecast, { currency, agencyFee, status, isReported }: Judged): string[] {
	if (withFee === undefined || agencyFee === undefined) return [];
	const money = (amount: string) => formatMoney(amount, currency);
	const { amount, media, spent, projected } = withFee;
	const whole = feeNotes.amount(money(amount), feeInWords(agencyFee), money(media));
	if (!isReported) return [whole];
	return [whole, feeNotes.soFar(money(spent), status === 'stale-data' ? null : money(projected))];
}

function need({ neededPerDay, daysLeft, isClosedToday, target }: HorizonForecast, currency: string): string {
	if (daysLeft === 0) return 'No open day is left';
	if (Number(neededPerDay) === 0) return `Nothing is left of ${formatMoney(target, currency)}`;
	const amount = formatMoney(neededPerDay, currency);
	if (isClosedToday && daysLeft === 1) return `${amount} is needed on the only open day left`;
	if (isClosedToday) return `${amount} a day is needed on the ${daysLeft} open days left`;
	if (daysLeft === 1) return `${amount} is needed today, the last day`;
	return `${amount} a day is needed for the ${daysLeft} days left, today included`;
}

function yesterdayOf({ yesterday }: HorizonForecast, currency: string): string[] {
	if (yesterday === null) return [];
	const [spent, needed] = [yesterday.spent, yesterday.neededPerDay].map((amount) => formatMoney(amount, currency));
	return [`Yesterday ${spent!} was spent and ${needed!} was needed`];
}
