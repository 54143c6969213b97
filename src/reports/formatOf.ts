import { UserError } from '../errors';
import { isTable } from './readerOf';
import type { ReportFormat, ReportFormats } from './reportFormat';
import type { Row } from './row';

/**
 * The format of the rows, detected by their shape, or by the names of a table's columns.
 *
 * @param currency of a table's amounts
 * @throws UserError for rows of several platforms, of an unknown format, or of a report that pacing cannot use
 */
export function formatOf<Id extends string>(
	rows: readonly Row[],
	formats: ReportFormats<Id>,
	currency: string,
): Id | 'mapped' {
	const known = Object.entries(formats) as [Id, ReportFormat][];
	const found = known.filter(([, { recognises }]) => rows.some(recognises));
	if (found.length === 1) return found[0]![0];
	if (found.length > 1) {
		throw new UserError(
			`The rows mix ${found.map(([, { label }]) => label).join(' and ')}`,
			'Ingest the rows of each platform with a separate node.',
		);
	}
	assertUsable(rows, formats);
	if (isTable(rows, currency)) return 'mapped';
	const keys = Object.keys(rows[0] ?? {})
		.slice(0, 8)
		.map((key) => key.slice(0, 40));
	throw new UserError(
		rows.length === 0
			? 'The report contains texts or numbers instead of rows'
			: `The format of the rows is unknown: they have the fields ${keys.join(', ') || '(none)'}`,
		"Set 'Format' to Mapped Columns and name the columns that hold date, hour and spend.",
	);
}

/**
 * Rejects reports that pacing cannot use.
 *
 * @throws UserError that says which report to read instead
 */
export function assertUsable(rows: readonly Row[], formats: ReportFormats): void {
	for (const format of Object.values(formats)) for (const row of rows) format.assertUsable?.(row);
}
