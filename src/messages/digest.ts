import { displayName } from '../format/displayName';
import type { ExhaustionForecast } from '../status/exhaustionForecast';
import type { AlertMessage } from './alertMessage';
import { rankByValue } from './rankByValue';
import type { Comparison } from './rankingCurrency';
import { SEVERITIES } from './toldAlert';

/** Maximum number of budgets in one message; longer lists belong in a table. */
const MAX_ROWS = 15;

/** Many alerts in one message. */
export interface Digest {
	/** Empty if the budgets belong to several accounts. */
	readonly account: string;
	/** Number of budgets by status: "2 budgets at risk, 1 on pace". Contains no names. */
	readonly headline: string;
	/** "1 new, 1 reminder, 2 resolved"; empty without changes. */
	readonly changes: string;
	/** Headline and alert changes in one. */
	readonly summary: string;
	/** Listed budgets, the most urgent first, then by value at risk. Currencies that are not compared have one section each; the heading is empty if there is only one. */
	readonly sections: readonly { readonly heading: string; readonly rows: readonly AlertMessage[] }[];
	/** Meaning of the order, and the number of budgets that are not listed. */
	readonly notes: readonly string[];
}

const STATUS_WORDS: Readonly<Record<ExhaustionForecast['status'], string>> = {
	exhausted: 'exhausted',
	'at-risk': 'at risk',
	'stale-data': 'without fresh data',
	underspending: 'underspending',
	'on-pace': 'on pace',
};

/**
 * Digests of the same alerts with fewer and fewer lines, down to none: the first that fits a channel is the one to send.
 *
 * A budget that is on pace and has no alert gets no line. If not all lines fit, new and resolved alerts take priority, then the most urgent and the
 * highest value at risk in each currency, or overall if currencies are compared.
 */
export function digests(messages: readonly AlertMessage[], account: string, comparison: Comparison): Digest[] {
	const listed = messages.filter(({ status, alert }) => status !== 'on-pace' || alert.state !== 'ok');
	const ranked = rankByValue(listed, comparison).sort((one, other) => urgencyOf(other) - urgencyOf(one));
	const ranks = new Map<string, number>();
	const rankInSection = ranked.map(({ currency }) => {
		const section = comparison.currency ?? currency;
		const rank = ranks.get(section) ?? 0;
		ranks.set(section, rank + 1);
		return rank;
	});
	const byUrgency = [...ranked.keys()].sort(
		(one, other) =>
			Number(ranked[other]!.alert.notify) - Number(ranked[one]!.alert.notify) ||
			rankInSection[one]! - rankInSection[other]!,
	);
	const headline = headlineOf(messages);
	const changes = changesOf(messages);
	const summary = `${headline}${changes === '' ? '' : ` (${changes})`}`;
	const longest = Math.min(MAX_ROWS, ranked.length);
	return Array.from({ length: longest + 1 }, (_, fewer) => {
		const chosen = new Set(byUrgency.slice(0, longest - fewer));
		const rows = ranked.filter((_message, rank) => chosen.has(rank));
		const notes = notesOf(rows, ranked.length - rows.length, comparison);
		const sections = sectionsOf(rows, comparison);
		return { account: displayName(account), headline, changes, summary, sections, notes };
	});
}

/** New before known, severe before harmless, resolved last. */
function urgencyOf({ alert: { notify, state, severity } }: AlertMessage): number {
	if (state === 'resolved') return -1;
	return (notify ? SEVERITIES.length : 0) + SEVERITIES.indexOf(severity);
}

/** A line about a budget: what is wrong, and how its longest target stands. */
export const digestSentence = ({ sentence, standing }: AlertMessage): string =>
	standing === '' ? sentence : `${sentence} ${standing}`;

/** Mark of an alert that is told now after the name in a line of a digest; the text of a resolved alert already says so. */
export const newMark = ({ alert: { notify, repeated, state } }: AlertMessage): string =>
	notify && state === 'firing' ? ` (${repeated ? 'reminder' : 'new'})` : '';

function headlineOf(messages: readonly AlertMessage[]): string {
	const counts = Object.entries(STATUS_WORDS).flatMap(([status, words]) => {
		const count = messages.filter((message) => message.status === status).length;
		return count === 0 ? [] : [{ count, words }];
	});
	return counts
		.map(({ count, words }, position) => {
			const noun = count === 1 ? 'budget ' : 'budgets ';
			return `${count} ${position === 0 ? noun : ''}${words}`;
		})
		.join(', ');
}

function changesOf(messages: readonly AlertMessage[]): string {
	const notified = messages.filter(({ alert }) => alert.notify);
	const count = (state: string, isRepeated: boolean) =>
		notified.filter(({ alert }) => alert.state === state && alert.repeated === isRepeated).length;
	const reminders = count('firing', true);
	const changes = [
		[count('firing', false), 'new'],
		[reminders, reminders === 1 ? 'reminder' : 'reminders'],
		[count('resolved', false), 'resolved'],
	] as const;
	return changes
		.filter(([number]) => number > 0)
		.map(([number, word]) => `${number} ${word}`)
		.join(', ');
}

function sectionsOf(rows: readonly AlertMessage[], { currency: comparedIn }: Comparison): Digest['sections'] {
	if (comparedIn !== null) return rows.length === 0 ? [] : [{ heading: '', rows }];
	const currencies = [...new Set(rows.map(({ currency }) => currency))];
	return currencies.map((currency) => ({
		heading: currencies.length === 1 ? '' : currency,
		rows: rows.filter((row) => row.currency === currency),
	}));
}

function notesOf(rows: readonly AlertMessage[], more: number, comparison: Comparison): string[] {
	return [
		...(more > 0 ? [`And ${more} more`] : []),
		...(rows.length > 1 ? [orderOf(new Set(rows.map(({ currency }) => currency)).size, comparison)] : []),
	];
}

/** Meaning of the order of lines. */
function orderOf(currencies: number, { currency, without }: Comparison): string {
	const order =
		'Ranked by what is new, then by severity, then by revenue at risk, or by conversions where revenue is unknown';
	if (currencies === 1) return order;
	if (currency !== null) return `${order}; currencies are compared in ${currency}`;
	const missing = without.length === 0 ? '' : `: there is no exchange rate for ${without.join(', ')}`;
	return `${order}; currencies are not compared${missing}`;
}
