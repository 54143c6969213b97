import type { AlertKind } from '../alerts/standingAlerts';
import type { BudgetDefinition } from '../budget/budgetDefinition';
import { HORIZONS } from '../budget/horizon';
import { formatMoney } from '../format/formatMoney';
import { formatProbability } from '../format/formatNumber';
import { formatTime } from '../format/formatTime';
import { alertNotes } from '../notes/alertNotes';
import type { ExhaustionForecast } from '../status/exhaustionForecast';
import { formatValueAtRisk } from './formatValueAtRisk';
import type { ToldAlert } from './toldAlert';

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
	/** Those of them that the sentence does not say. */
	readonly others: readonly string[];
}

type Said = Omit<AlertWords, 'others'>;

/**
 * The wording of a forecast, the same for every message and channel.
 *
 * @param told the alert that the message is about, and others that it tells too
 */
export function alertWords(
	exhaustion: ExhaustionForecast,
	definition: BudgetDefinition,
	told: readonly [ToldAlert, ...ToldAlert[]],
): AlertWords {
	const words = said(exhaustion, definition, told);
	const isSaid = (reason: string) => words.sentence.includes(reason) || isSaidWithTime(reason, exhaustion, told[0]);
	return { ...words, others: words.reasons.filter((reason) => !isSaid(reason)) };
}

/** Whether a reason is that the day runs out early, which its alert says with the time and the cost. */
const isSaidWithTime = (reason: string, { reasons }: ExhaustionForecast, { message: own }: ToldAlert): boolean =>
	own === '' && reasons.some(({ code, message }) => code === 'at-risk' && reason === `${message}.`);

function said(
	exhaustion: ExhaustionForecast,
	definition: BudgetDefinition,
	[alert, ...also]: readonly [ToldAlert, ...ToldAlert[]],
): Said {
	const more = also.filter(({ message }) => message !== '').map(({ message }) => `${message}.`);
	if (alert.message === '') return withMore(dayWords(exhaustion, definition), more);
	const reasons = exhaustion.reasons.map(({ message }) => `${message}.`);
	const own = [`${alert.message}.`, ...more];
	const action = alert.state === 'firing' ? actionOfKind(alert.kind) : null;
	return {
		headline: alert.headline,
		sentence: [...own, ...(action === null ? [] : [action])].join(' '),
		action,
		reasons: [...new Set([...own, ...reasons])],
	};
}

const withMore = (words: Said, more: readonly string[]): Said =>
	more.length === 0
		? words
		: { ...words, sentence: [words.sentence, ...more].join(' '), reasons: [...words.reasons, ...more] };

/** What to do about an alert of another kind than the day's; null where its message says it. */
function actionOfKind(kind: AlertKind): string | null {
	switch (kind) {
		case 'stale-data':
			return 'Check the workflow and the report that feed this budget, and whether its campaigns deliver.';
		case 'no-delivery':
			return 'Check whether campaigns are paused or ended, the payment, disapproved ads and the product feed, and whether the report counts their cost.';
		case 'underdelivery':
			return 'Check what has changed in bids, targeting and ads, or move the budget.';
		case 'spend-anomaly':
			return 'Check for raised bids or budgets, new campaigns, and unusual search terms, placements or clicks.';
		case 'kpi':
			return 'Check what has changed in search terms, ads and landing pages, and whether conversions are recorded; lower bids or budgets.';
		case 'week-over':
		case 'month-over':
		case 'quarter-over':
		case 'year-over':
		case 'flight-over':
			return 'Raise the budget, or lower or pause the campaigns.';
		case 'week-under':
		case 'month-under':
		case 'quarter-under':
		case 'year-under':
		case 'flight-under':
			return 'Raise bids, broaden targeting, or move the budget.';
		case 'balance-low':
			return 'Top up the balance, or lower or pause the campaigns.';
		case 'exhaustion':
		case 'push-blocked':
		case 'edited-by-someone':
		case 'limited-by-demand':
		case 'plan-changed':
			return null;
	}
}

/** The wording of what the day's budget does. */
function dayWords(exhaustion: ExhaustionForecast, definition: BudgetDefinition): Said {
	const { status, alert } = exhaustion;
	const reasons = exhaustion.reasons.map(({ message }) => `${message}.`);
	const headline = headlineOf(exhaustion, definition.timeZone);
	if (alert.state === 'resolved') {
		const isDayOver = exhaustion.reasons[0]!.code === 'day-over';
		return {
			headline: isDayOver ? 'The day is over' : `Resolved: ${headline.charAt(0).toLowerCase() + headline.slice(1)}`,
			sentence: `${alertNotes.dayEnded(exhaustion.reasons[0]!)}.`,
			action: null,
			reasons,
		};
	}
	const action = actionOf(exhaustion, definition.currency);
	const finding = status === 'at-risk' ? [risk(exhaustion, definition)] : reasons;
	const sentence = [...finding, ...(action === null ? [] : [action])].join(' ');
	return { headline, sentence, action, reasons };
}

/** The longer period whose amount is spent; undefined if there is none. */
const spentPeriodOf = ({ reasons }: ExhaustionForecast): string | undefined =>
	HORIZONS.find((horizon) => reasons.some(({ code }) => code === `${horizon}-spent`));

/** Headlines of spend on a day on which there must be none, by the code of the reason. */
const SPENT_AT_REST: Readonly<Record<string, string>> = {
	'spent-outside-flight': 'Budget spent outside its flight',
	'spent-while-closed': 'Budget spent on a closed day',
};

const isBalanceSpent = ({ reasons }: ExhaustionForecast): boolean =>
	reasons.some(({ code }) => code === 'balance-spent');

const spentAtRest = ({ reasons }: ExhaustionForecast): string | undefined =>
	reasons.map(({ code }) => SPENT_AT_REST[code]).find((headline) => headline !== undefined);

function headlineOf(exhaustion: ExhaustionForecast, timeZone: string): string {
	const {
		status,
		exhaustionMs: { median },
	} = exhaustion;
	const period = spentPeriodOf(exhaustion);
	if (status === 'exhausted' && period !== undefined) return `Budget of the ${period} is spent`;
	if (status === 'exhausted' && isBalanceSpent(exhaustion)) return 'Prepaid balance is used up';
	const atRest = spentAtRest(exhaustion);
	if (atRest !== undefined) return atRest;
	const time = median === null ? '' : ` at about ${formatTime(median, timeZone)}`;
	switch (status) {
		case 'at-risk':
			return `Budget will run out${time || ' early'}`;
		case 'exhausted':
			return `Budget ran out${time}`;
		case 'stale-data':
			return 'Budget cannot be judged without fresh data';
		case 'underspending':
			return 'Budget is underspending';
		case 'on-pace':
			return 'Budget is on pace';
	}
}

function actionOf(exhaustion: ExhaustionForecast, currency: string): string | null {
	const { status, recommendedHourlyCap } = exhaustion;
	switch (status) {
		case 'at-risk':
			return `Cap spend at ${formatMoney(recommendedHourlyCap, currency)} an hour to last the day.`;
		case 'exhausted':
			if (spentAtRest(exhaustion) !== undefined) return 'Pause the campaigns.';
			if (isBalanceSpent(exhaustion)) return actionOfKind('balance-low');
			return spentPeriodOf(exhaustion) === undefined
				? "Raise today's budget, or wait for tomorrow's."
				: actionOfKind('month-over');
		case 'stale-data':
			return actionOfKind('stale-data');
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
	const cost = value === null ? '' : ` At risk: about ${value}.`;
	return `Today's budget will run out${when || ' early'}, probability ${formatProbability(probability)}.${cost}`;
}
