import { UserError } from '../errors';

/** Two ways to write the cells of a table, of which each column uses one. */
export interface Formats<Id extends string> {
	/** The setting that chooses one. */
	readonly setting: string;
	/** The two choices of the setting, as on the screen. */
	readonly choices: Readonly<Record<Id, string>>;
	/** What a cell means in each format; null where the format does not write it so. */
	readonly readings: (cell: string) => Readonly<Record<Id, string | null>>;
	/** A reading, for a message. */
	readonly shown: (reading: string) => string;
}

/**
 * The format of each column: the one in which all of its cells can be read.
 *
 * A cell that only one format can have written settles its column. A column whose cells mean different things in the two formats is settled
 * by the others, if they agree.
 *
 * @param columns texts of each column, by name
 * @throws UserError for a column that stays ambiguous, or that mixes both formats
 */
export function settledFormats<Id extends string>(
	columns: ReadonlyMap<string, readonly string[]>,
	formats: Formats<Id>,
): (column: string) => Id {
	const [one, other] = Object.keys(formats.choices) as [Id, Id];
	const evidence = [...columns].map(([column, cells]) => ({
		column,
		...evidenceOf(cells, formats.readings, one, other),
	}));
	const settled = new Map<string, Id>();
	for (const { column, onlyOne, onlyOther } of evidence) {
		if (onlyOne !== undefined && onlyOther !== undefined) throw mixed(column, onlyOne, onlyOther, formats);
		if (onlyOne !== undefined) settled.set(column, one);
		if (onlyOther !== undefined) settled.set(column, other);
	}
	const agreed = new Set(settled.values());
	for (const { column, ambiguous } of evidence) {
		if (ambiguous === undefined || settled.has(column)) continue;
		if (agreed.size !== 1) throw undecided(column, ambiguous, formats, one, other);
		settled.set(column, [...agreed][0]!);
	}
	return (column) => settled.get(column) ?? one;
}

/** The first cell that only one of the formats can have written, and the first with two meanings. */
interface Evidence {
	readonly onlyOne?: string;
	readonly onlyOther?: string;
	readonly ambiguous?: string;
}

function evidenceOf<Id extends string>(
	cells: readonly string[],
	readings: Formats<Id>['readings'],
	one: Id,
	other: Id,
): Evidence {
	const found: { -readonly [kind in keyof Evidence]: string } = {};
	for (const cell of cells) {
		const { [one]: first, [other]: second } = readings(cell);
		if (first === second) continue;
		if (second === null) found.onlyOne ??= cell;
		else if (first === null) found.onlyOther ??= cell;
		else found.ambiguous ??= cell;
	}
	return found;
}

function undecided<Id extends string>(
	column: string,
	cell: string,
	formats: Formats<Id>,
	one: Id,
	other: Id,
): UserError {
	const { setting, choices, readings, shown } = formats;
	const { [one]: first, [other]: second } = readings(cell);
	const [firstShown, secondShown] = [shown(first!), shown(second!)];
	return new UserError(
		`In the column '${short(column)}', ${short(cell)} can be ${firstShown} or ${secondShown}: choose ${setting}`,
		`Under 'Columns', set '${setting}' to ${choices[one]} if it is ${firstShown}, or to ${choices[other]} if it is ${secondShown}.`,
	);
}

const mixed = <Id extends string>(column: string, first: string, second: string, formats: Formats<Id>): UserError =>
	new UserError(
		`The column '${short(column)}' has ${short(first)} and ${short(second)}, which cannot both be in one format: choose ${formats.setting}`,
		`Under 'Columns', set '${formats.setting}' to that of the column; the rows in the other are then rejected one by one.`,
	);

/** A column or cell for a message. */
const short = (text: string): string => text.trim().replace(/\s+/g, ' ').slice(0, 40);
