import { readNumber, readSignedNumber } from '../delivery/formats/readNumber';
import { UserError } from '../errors';
import { isLocalDate } from '../time/localDay';
import { daysBetween } from '../time/localClock';
import type { MixOptions } from './mixOptions';

/** A sheet as columns, its periods in order and without a gap. */
export interface MixTable {
	/** (periods) first day of each, YYYY-MM-DD. */
	readonly dates: readonly string[];
	/** Days that a period has, the same for all: 1, 7. */
	readonly stepDays: number;
	/** (periods) */
	readonly result: readonly number[];
	/** (channels, periods) major units. */
	readonly spend: readonly (readonly number[])[];
	/** (contexts, periods); a column of words is one for each word but the most frequent. */
	readonly context: readonly (readonly number[])[];
}

type Row = Readonly<Record<string, unknown>>;

/** What a table of so many periods can be learned from at all: a year of weeks. */
const FEWEST_PERIODS = 52;

/**
 * Reads rows, in whatever order, as columns.
 *
 * @throws UserError that names the column and the period at fault: missing, not a number, a gap, too few, a channel that never spends
 */
export function mixTable(rows: readonly Row[], { date, result, spend, context }: MixOptions): MixTable {
	const columns = [date, result, ...spend, ...context];
	const twice = columns.find((column, position) => columns.indexOf(column) !== position);
	if (twice !== undefined) {
		throw new UserError(`The column '${twice}' is named twice`, 'A column is either date, result, spend or context.');
	}
	const missing = columns.filter((column) => !rows.some((row) => row[column] !== undefined));
	if (rows.length > 0 && missing.length > 0) {
		throw new UserError(
			`The rows have no column ${quoted(missing)}`,
			`Name columns that are there: ${quoted(Object.keys(rows[0]!).slice(0, MOST_NAMED))}.`,
		);
	}
	const ordered = inOrder(rows, date);
	const numbers = (column: string, read: typeof readNumber) =>
		ordered.map(({ row, day }) => numberOf(row[column], column, day, read));
	const dates = ordered.map(({ day }) => day);
	const stepDays = steps(dates);
	const channels = spend.map((column) => numbers(column, readNumber));
	const idle = spend.filter((_, channel) => channels[channel]!.every((amount) => amount === 0));
	if (idle.length > 0) {
		throw new UserError(`Nothing was ever spent on ${quoted(idle)}`, 'Leave channels out that never spent.');
	}
	const outcome = numbers(result, readSignedNumber);
	if (outcome.reduce((sum, value) => sum + value, 0) <= 0) {
		throw new UserError(`The column '${result}' adds up to nothing`, 'Name the column that holds the whole result.');
	}
	return {
		dates,
		stepDays,
		result: outcome,
		spend: channels,
		context: context.flatMap((column) =>
			isWords(ordered.map(({ row }) => row[column]))
				? indicators(
						ordered.map(({ row }) => String(row[column])),
						column,
					)
				: [numbers(column, readSignedNumber)],
		),
	};
}

const MOST_NAMED = 30;

const quoted = (names: readonly string[]): string => names.map((name) => `'${name}'`).join(', ');

function inOrder(rows: readonly Row[], date: string): { day: string; row: Row }[] {
	if (rows.length < FEWEST_PERIODS) {
		throw new UserError(
			`There are ${rows.length} periods: at least ${FEWEST_PERIODS} are needed to tell channels from season and chance`,
			'Give a year of weeks or more, one row for each; two years say more.',
		);
	}
	return rows
		.map((row) => {
			const day = row[date];
			if (typeof day === 'string' && isLocalDate(day)) return { day, row };
			throw new UserError(
				`'${String(day).slice(0, 40)}' in the column '${date}' is not a date`,
				'Write the first day of each period as YYYY-MM-DD, such as 2026-11-23.',
			);
		})
		.sort((one, other) => (one.day < other.day ? -1 : 1));
}

/** Days between periods that follow each other. */
function steps(dates: readonly string[]): number {
	const gaps = dates.slice(1).map((day, before) => daysBetween(dates[before]!, day));
	const step = [...gaps].sort((one, other) => one - other)[Math.floor(gaps.length / 2)]!;
	const odd = gaps.findIndex((gap) => gap !== step || gap === 0);
	if (odd < 0) return step;
	const [before, after] = [dates[odd]!, dates[odd + 1]!];
	if (before === after) throw new UserError(`The period of ${before} is there twice`, 'Keep one row for each period.');
	throw new UserError(
		`Periods are ${step} ${step === 1 ? 'day' : 'days'} long, but after ${before} comes ${after}`,
		'Add the rows that are missing, with 0 where nothing was spent; days, weeks or any other number of days will do, not months.',
	);
}

function numberOf(value: unknown, column: string, day: string, read: typeof readNumber): number {
	const number = read(typeof value === 'string' ? value.trim() : value, column);
	if (typeof number === 'number') return number;
	throw new UserError(
		`In the period of ${day} ${number.reason}`,
		'Correct the cell. An empty one is not taken for 0: write 0 where nothing was spent.',
	);
}

/** Whether none of a column's values is a number: then it holds words, such as the names of events. */
const isWords = (values: readonly unknown[]): boolean =>
	values.every((value) => typeof value === 'string' && value.trim() !== '' && Number.isNaN(Number(value)));

/** With more words a column is rather a text than a kind. */
const MOST_WORDS = 10;

/** (words but the most frequent, periods) 1 where the word stands. */
function indicators(values: readonly string[], column: string): number[][] {
	const counts = new Map<string, number>();
	for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
	if (counts.size > MOST_WORDS) {
		throw new UserError(
			`The column '${column}' holds ${counts.size} different words`,
			`Give numbers, or at most ${MOST_WORDS} different words such as the names of events.`,
		);
	}
	const words = [...counts].sort(([one, a], [other, b]) => b - a || (one < other ? -1 : 1)).map(([word]) => word);
	return words.slice(1).map((word) => values.map((value) => (value === word ? 1 : 0)));
}
