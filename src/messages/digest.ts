import type { ExhaustionForecast } from '../pacing/exhaustionForecast';
import type { AlertMessage } from './alertMessage';
import { rankByValue } from './rankByValue';
import type { Comparison } from './rankingCurrency';
import { displayName } from '../format/displayName';

/** Most budgets that one message lists: more than that is read as a table, not as a message. */
const MOST_ROWS = 15;

/** Many alerts in one message. */
export interface Digest {
	/** Empty if the budgets are not those of one account. */
	readonly account: string;
	/** How many budgets are in which state: "2 budgets at risk, 1 on pace". It holds no names. */
	readonly headline: string;
	/** "1 new, 2 resolved"; empty without changes. */
	readonly news: string;
	/** Headline and news in one. */
	readonly summary: string;
	/** Budgets worth a line, ranked by value at risk, those that are not compared under a heading each; it is empty if there is only one. */
	readonly sections: readonly { readonly heading: string; readonly rows: readonly AlertMessage[] }[];
	/** What the order means, and how many more there are. */
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
 * Digests of the same alerts, from the longest worth reading to one without any line: the first that fits a channel is the one to send.
 *
 * A budget that is on pace and has no alert gets no line. Where not all lines fit, new and resolved alerts come first, then what is most at risk
 * in each currency, or of all where currencies are compared.
 */
export function digests(messages: readonly AlertMessage[], account: string, comparison: Comparison): Digest[] {
	const worthALine = messages.filter(({ status, alert }) => status !== 'on-pace' || alert.state !== 'ok');
	const ranked = rankByValue(worthALine, comparison);
	const rankInSection = ranked.map(
		({ currency }, rank) =>
			rank - ranked.findIndex((other) => comparison.currency !== null || other.currency === currency),
	);
	const byUrgency = [...ranked.keys()].sort(
		(one, other) =>
			Number(ranked[other]!.alert.notify) - Number(ranked[one]!.alert.notify) ||
			rankInSection[one]! - rankInSection[other]!,
	);
	const headline = headlineOf(messages);
	const news = newsOf(messages);
	const summary = `${headline}${news === '' ? '' : ` (${news})`}`;
	const longest = Math.min(MOST_ROWS, ranked.length);
	return Array.from({ length: longest + 1 }, (_, fewer) => {
		const chosen = new Set(byUrgency.slice(0, longest - fewer));
		const rows = ranked.filter((_message, rank) => chosen.has(rank));
		const notes = notesOf(rows, ranked.length - rows.length, comparison);
		const sections = sectionsOf(rows, comparison);
		return { account: displayName(account), headline, news, summary, sections, notes };
	});
}

/** What a line of a digest adds to its name; an alert that is resolved says so itself. */
export const newsMark = ({ alert: { notify, state } }: AlertMessage): string =>
	notify && state === 'firing' ? ' (new)' : '';

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

function newsOf(messages: readonly AlertMessage[]): string {
	const told = messages.filter(({ alert }) => alert.notify);
	const count = (state: string) => told.filter(({ alert }) => alert.state === state).length;
	const news = [
		[count('firing'), 'new'],
		[count('resolved'), 'resolved'],
	] as const;
	return news
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

/** What the order of lines means. */
function orderOf(currencies: number, { currency, without }: Comparison): string {
	const order = 'Ranked by revenue at risk, or by conversions where revenue is unknown';
	if (currencies === 1) return order;
	if (currency !== null) return `${order}; currencies are compared in ${currency}`;
	const missing = without.length === 0 ? '' : `: there is no exchange rate for ${without.join(', ')}`;
	return `${order}; currencies are not compared${missing}`;
}
