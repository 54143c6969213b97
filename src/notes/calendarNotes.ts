import { formatFactor } from '../format/formatNumber';
import type { Interval } from '../statistics/interval';
import type { Period } from '../time/period';
import type { Note } from './note';

const MONTHS = [
	'January',
	'February',
	'March',
	'April',
	'May',
	'June',
	'July',
	'August',
	'September',
	'October',
	'November',
	'December',
] as const;

/** Indexed by `weekOfMonth`. */
const WEEKS = ['Days 1 to 7', 'Days 8 to 14', 'Days 15 to 21', 'Days 22 to 28', 'Days 29 to 31'] as const;

const event = (message: string): Note => ({ code: 'event', message });

const rollover = (message: string): Note => ({ code: 'rollover', message });

/** Effects of the calendar on a planned day. Amounts are formatted. */
export const calendarNotes = {
	eventStated: (name: string, factor: number): Note =>
		event(`${name}: the day counts ${factor} times as much as usual in longer targets`),
	eventUnknown: (name: string): Note =>
		event(`${name}: the day counts as usual in longer targets, because no earlier day of it is known`),
	/** @param results ratio of the results of earlier days of the event to those of ordinary days at the same spend */
	eventLearned: (name: string, factor: Interval, results: Interval, days: number): Note => {
		const earlier = days === 1 ? 'an earlier day' : `${days} earlier days`;
		return event(
			`${name}: the day counts ${formatFactor(factor)} times as much as usual in longer targets, because ${earlier} generated ${formatFactor(results)} times the usual results at the same spend`,
		);
	},
	season: (part: 'month' | 'weekOfMonth', position: number, factor: Interval): Note => ({
		code: 'season',
		message:
			part === 'month'
				? `${MONTHS[position]} generates ${formatFactor(factor)} times the usual results`
				: `${WEEKS[position]} of a month generate ${formatFactor(factor)} times the usual results`,
	}),
	/** @param before null if there was none */
	amountChange: (from: string, kind: string, amount: string, before: string | null): Note => ({
		code: 'amount-change',
		message: `From ${from} on the ${kind} amount is ${amount}${before === null ? '' : `, after ${before}`}`,
	}),
	rolloverNotOver: (horizon: string, before: Period): Note =>
		rollover(
			`What the ${horizon} from ${before.start} to ${before.end} leaves unspent is added to the next ${horizon} once it is over and fully reported`,
		),
	rolloverNotObserved: (horizon: string, before: Period): Note =>
		rollover(
			`Nothing is rolled over from the ${horizon} from ${before.start} to ${before.end}: reports begin after its start, and unknown spend is not unspent budget`,
		),
	rolledOver: (horizon: string, before: Period, added: string, unspent: string): Note =>
		rollover(
			added === unspent
				? `${added} left unspent by the ${horizon} from ${before.start} to ${before.end} is added to this ${horizon}`
				: `${added} of the ${unspent} left unspent by the ${horizon} from ${before.start} to ${before.end} is added to this ${horizon}: the limit allows no more`,
		),
};
