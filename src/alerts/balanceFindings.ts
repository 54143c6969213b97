import type { BalanceForecast } from '../forecast/balanceForecast';
import { formatMoney } from '../format/formatMoney';
import { formatDay } from '../format/formatTime';
import { balanceNotes } from '../notes/balanceNotes';
import type { Finding } from './standingAlerts';

/** Days above those of the warning for which an alert that fires is kept: a forecast moves by a day or two. */
const KEPT_DAYS = 2;

/**
 * A prepaid balance that is gone, or will be within so many days.
 *
 * @param warningDays 0 tells only of one that is gone or will be today
 */
export function balanceFindings(
	forecast: BalanceForecast | undefined,
	warningDays: number,
	currency: string,
): Finding[] {
	if (forecast === undefined) return [];
	const base = { kind: 'balance-low', about: '' } as const;
	if (Number(forecast.left) <= 0) {
		const { isSpent: headline } = balanceNotes;
		const message = balanceSpent(forecast, currency);
		return [{ ...base, severity: 'critical', headline, message, evidence: 'fires', value: 'spent' }];
	}
	const facts = runOutFacts(forecast);
	if (facts === null || forecast.daysLeft! > warningDays + KEPT_DAYS) return [];
	return [
		{
			...base,
			severity: 'warning',
			headline: balanceNotes.isLow,
			message: balanceNotes.low(formatMoney(forecast.left, currency), facts),
			evidence: forecast.daysLeft! <= warningDays ? 'waits' : 'keeps',
		},
	];
}

/** What is said when such an alert is over. */
export const balanceResolution = (forecast: BalanceForecast | undefined, currency: string): string =>
	forecast === undefined ? balanceNotes.none : balanceNotes.lastsAgain(formatMoney(forecast.left, currency));

/** What is said of a balance that is gone. */
export function balanceSpent({ left }: BalanceForecast, currency: string): string {
	const excess = Number(left) < 0 ? formatMoney(-Number(left), currency) : null;
	return balanceNotes.spent(excess);
}

/** When it will be gone, formatted; null where that is not known or more than a year away. */
export function runOutFacts({
	runsOut,
	daysLeft,
}: BalanceForecast): { readonly when: string; readonly range: string | null } | null {
	if (runsOut === null || runsOut.median === null || runsOut.low === null || daysLeft === null) return null;
	return {
		when: balanceNotes.on(formatDay(runsOut.median), daysLeft),
		range:
			runsOut.low === runsOut.high
				? null
				: balanceNotes.range(formatDay(runsOut.low), runsOut.high === null ? null : formatDay(runsOut.high)),
	};
}
