import { UserError } from '../errors';
import { PLATFORM_FORMATS } from './formats';
import { isRow, type Row, type RowFormat } from './rowFormat';

/**
 * The one format that the rows have, known by their shape.
 *
 * @throws UserError for rows of several platforms, of none that is known, or without hours
 */
export function formatOf(rows: readonly Row[]): keyof typeof PLATFORM_FORMATS {
	const platforms = Object.entries(PLATFORM_FORMATS) as [keyof typeof PLATFORM_FORMATS, RowFormat][];
	const found = platforms.filter(([, { recognises }]) => rows.some(recognises));
	if (found.length === 1) return found[0]![0];
	if (found.length > 1) {
		throw new UserError(
			`The rows mix ${found.map(([, { label }]) => label).join(' and ')}`,
			'Ingest the rows of each platform with a node of its own.',
		);
	}
	assertHours(rows);
	const keys = Object.keys(rows[0] ?? {})
		.slice(0, 8)
		.map((key) => key.slice(0, 40));
	throw new UserError(
		rows.length === 0
			? 'The report holds no rows, but texts or numbers'
			: `The format of the rows is unknown: they have the fields ${keys.join(', ') || '(none)'}`,
		"Set 'Format' to Mapped Columns and name the columns that hold date, hour and spend.",
	);
}

/**
 * Refuses rows of n8n's Google Ads node, which lays a campaign, its metrics and its budget flat into one object.
 *
 * @throws UserError that says what to use instead
 */
export function assertHours(rows: readonly Row[]): void {
	if (!rows.some((row) => 'costMicros' in row && !isRow(row['metrics']))) return;
	throw new UserError(
		"These rows come from n8n's Google Ads node, which adds up whole date ranges: they have no hours",
		'Read the report with an HTTP Request node instead: POST googleAds:searchStream with segments.date and segments.hour in the query.',
	);
}
