import { UserError } from '../errors';
import { COLUMN_NAMES, type ColumnField } from './columnNames';
import { isCurrencyMark } from './currencyMark';
import type { FieldMapInput } from './fieldMap';
import type { Row } from './row';

/** Columns that the user names, and settings; all of them may be absent. */
export type NamedColumns = Partial<FieldMapInput>;

const FIELDS = Object.keys(COLUMN_NAMES) as ColumnField[];

/** Amounts, whose columns may say their currency: Cost (EUR). */
const AMOUNTS: ReadonlySet<ColumnField> = new Set<ColumnField>(['spend', 'revenue']);

/**
 * The columns of a table by their names, where the user names none.
 *
 * A column that the user names is no candidate for another field. The time of a row is its date and hour, or else its start and end, or else
 * its date alone; of two ways, the one that the user began.
 *
 * @param named    columns that the user names
 * @param currency currency of the amounts: a column that says another one is not recognised
 * @throws UserError if two columns could be the same field
 */
export function recogniseColumns(named: NamedColumns, rows: readonly Row[], currency: string): NamedColumns {
	const free = new Set(rows.flatMap((row) => Object.keys(row)));
	for (const field of FIELDS) free.delete(named[field] ?? '');
	const look = (...fields: ColumnField[]): NamedColumns =>
		Object.fromEntries(
			fields.flatMap((field) => {
				const column = named[field] ?? columnOf(field, free, currency);
				return column === undefined ? [] : [[field, column]];
			}),
		);
	return { ...named, ...timeOf(named, look), ...look(...FIELDS.filter((field) => !TIMES.has(field))) };
}

const TIMES: ReadonlySet<ColumnField> = new Set<ColumnField>(['date', 'hour', 'start', 'end']);

function timeOf(named: NamedColumns, look: (...fields: ColumnField[]) => NamedColumns): NamedColumns {
	if (named.start !== undefined || named.end !== undefined) return look('start', 'end');
	const byHour = look('date', 'hour');
	if (named.date !== undefined || named.hour !== undefined || Object.keys(byHour).length === 2) return byHour;
	const byInstant = look('start', 'end');
	return byInstant.start === undefined ? byHour : byInstant;
}

function columnOf(field: ColumnField, columns: ReadonlySet<string>, currency: string): string | undefined {
	const { label, names, otherwise = [] } = COLUMN_NAMES[field];
	for (const known of [names, otherwise]) {
		const [column, other] = [...columns].filter((name) => isNamed(name, known, AMOUNTS.has(field) ? currency : null));
		if (other !== undefined) {
			throw new UserError(
				`Both '${column}' and '${other}' could be the column '${label}'`,
				`Set 'Format' to Mapped Columns and, under 'Columns', enter the one to read in '${label}'.`,
			);
		}
		if (column !== undefined) return column;
	}
	return undefined;
}

/** Longest name of a column that is compared. */
const MAX_NAME = 80;
const MARKED = /^(.+?)\s*(?:\(([^()]+)\)|\[([^[\]]+)\]|[\s_](?:in\s+|en\s+)?([^\s_]+))$/;

function isNamed(column: string, known: readonly string[], currency: string | null): boolean {
	if (column.length > MAX_NAME) return false;
	if (known.includes(plain(column))) return true;
	if (currency === null) return false;
	const [, name, round, square, bare] = MARKED.exec(column.trim()) ?? [];
	return name !== undefined && known.includes(plain(name)) && isCurrencyMark(round ?? square ?? bare!, currency);
}

/** A name in small letters, without accents and punctuation. */
const plain = (name: string): string =>
	name
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.replace(/’/g, "'")
		.replace(/[^\p{L}\p{N}']+/gu, ' ')
		.trim()
		.toLowerCase();
