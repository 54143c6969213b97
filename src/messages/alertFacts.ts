import { formatMoney } from '../format/formatMoney';
import { formatPercent, formatProbability } from '../format/formatNumber';
import { formatTime } from '../format/formatTime';
import type { ExhaustionForecast } from '../status/exhaustionForecast';
import type { AlertSubject } from './alertSubject';
import { formatValueAtRisk } from './formatValueAtRisk';
import type { ToldAlert } from './toldAlert';

/** A label and its value, both formatted. */
export interface Fact {
	readonly label: string;
	readonly value: string;
}

/** The figures of a message; unknown ones are left out. */
export function alertFacts(exhaustion: ExhaustionForecast, subject: AlertSubject, alert: ToldAlert): Fact[] {
	const facts: readonly (readonly [string, string | null])[] = [
		['Severity', alert.state === 'resolved' ? null : alert.severity],
		...forecastFacts(exhaustion, subject),
		['Spent today', spentToday(subject)],
	];
	return facts.flatMap(([label, value]) => (value === null ? [] : [{ label, value }]));
}

function forecastFacts(exhaustion: ExhaustionForecast, { definition }: AlertSubject): [string, string | null][] {
	const { currency, timeZone } = definition;
	const { status, probability, exhaustionMs, burnRate, requiredBurn, darkHours, valueAtRisk } = exhaustion;
	const cost: [string, string | null][] = [
		['Value at risk', formatValueAtRisk(valueAtRisk, currency)],
		['Out-of-budget hours', darkHours > 0 ? darkHours.toFixed(1) : null],
	];
	switch (status) {
		case 'at-risk':
			return [
				['Runs out', zonedTime(exhaustionMs, timeZone)],
				[`${formatPercent(exhaustionMs.level)} interval`, interval(exhaustionMs, timeZone)],
				['Probability', formatProbability(probability)],
				...cost,
				['Burn rate', `${burnRate.toFixed(2)}x (${requiredBurn.toFixed(2)}x would last the day)`],
			];
		case 'exhausted':
			return [['Ran out', zonedTime(exhaustionMs, timeZone)], ...cost];
		case 'on-pace':
		case 'underspending':
		case 'stale-data':
			return [];
	}
}

const zonedTime = ({ median }: ExhaustionForecast['exhaustionMs'], timeZone: string): string | null =>
	median === null ? null : `${formatTime(median, timeZone)} ${timeZone}`;

function interval({ low, high }: ExhaustionForecast['exhaustionMs'], timeZone: string): string | null {
	if (low === null || high === null) return null;
	return `${formatTime(low, timeZone)} to ${formatTime(high, timeZone)}`;
}

/** Reported spend; before the first report it is unknown, not zero. */
function spentToday({ definition: { currency }, day, dataUntilMs }: AlertSubject): string | null {
	if (dataUntilMs === undefined || day.amount <= 0) return null;
	const share = formatPercent(day.spent / day.amount);
	return `${formatMoney(day.spent, currency)} of ${formatMoney(day.amount, currency)} (${share})`;
}
