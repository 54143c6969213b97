import type { BudgetDefinition } from '../budget/budgetDefinition';
import type { ExhaustionForecast } from '../pacing/exhaustionForecast';
import { formatMoney } from '../format/formatMoney';
import { formatPercent } from '../format/formatNumber';
import { formatTime } from '../format/formatTime';
import { formatValueAtRisk } from './formatValueAtRisk';

/** Wording of a message, without the budget's name. */
export interface AlertWords {
	/** Short headline: "Budget will run out at about 15:27". */
	readonly headline: string;
	/** Event, time, cost and action; follows the name and a colon. */
	readonly sentence: string;
	/** What to do; null if there is nothing to do. */
	readonly action: string | null;
	/** Reasons in sentences, including those about longer targets. */
	readonly reasons: readonly string[];
}

/** The wording of a forecast, the same for every message and channel. */
export function alertWords(exhaustion: ExhaustionForecast, definition: BudgetDefinition): AlertWords {
	const { status, alert } = exhaustion;
	const reasons = exhaustion.reasons.map(({ message }) => `${message}.`);
	const headline = headlineOf(exhaustion, definition.timeZone);
	if (alert.state === 'resolved') {
		const isDayOver = exhaustion.reasons[0]!.code === 'day-over';
		return {
			headline: `Resolved: ${isDayOver ? 'the day is over' : `budget ${headline}`}`,
			sentence: `Resolved. ${reasons[0]!}`,
			action: null,
			reasons,
		};
	}
	const action = actionOf(exhaustion, definition.currency);
	const finding = status === 'at-risk' ? [risk(exhaustion, definition)] : reasons;
	const sentence = [...finding, ...(action === null ? [] : [action])].join(' ');
	return { headline: `Budget ${headline}`, sentence, action, reasons };
}

function headlineOf({ status, exhaustionMs: { median } }: ExhaustionForecast, timeZone: string): string {
	const time = median === null ? '' : ` at about ${formatTime(median, timeZone)}`;
	switch (status) {
		case 'at-risk':
			return `will run out${time || ' early'}`;
		case 'exhausted':
			return `ran out${time}`;
		case 'stale-data':
			return 'cannot be judged without fresh data';
		case 'underspending':
			return 'is underspending';
		case 'on-pace':
			return 'is on pace';
	}
}

function actionOf({ status, recommendedHourlyCap }: ExhaustionForecast, currency: string): string | null {
	switch (status) {
		case 'at-risk':
			return `Cap spend at ${formatMoney(recommendedHourlyCap, currency)} an hour to last the day.`;
		case 'exhausted':
			return "Raise today's budget, or wait for tomorrow's.";
		case 'stale-data':
			return 'Check the report that feeds this budget.';
		case 'underspending':
		case 'on-pace':
			return null;
	}
}

function risk({ probability, exhaustionMs, valueAtRisk }: ExhaustionForecast, definition: BudgetDefinition): string {
	const { currency, timeZone } = definition;
	const { median, low, high } = exhaustionMs;
	const when =
		median === null || low === null || high === null
			? ''
			: ` at about ${formatTime(median, timeZone)} (${formatTime(low, timeZone)} to ${formatTime(high, timeZone)}, ${timeZone})`;
	const value = formatValueAtRisk(valueAtRisk, currency);
	const cost = value === null ? '' : ` About ${value} are at risk.`;
	return `Today's budget will run out${when || ' early'}, probability ${formatPercent(probability)}.${cost}`;
}
