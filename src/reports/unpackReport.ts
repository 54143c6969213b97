import { assertWhole } from './pages';
import type { NamedColumns } from './recogniseColumns';
import type { ReportFormat, ReportFormats } from './reportFormat';
import { reportRows, type ReportRow, type Unwrapped } from './reportRows';
import type { Row } from './row';

/**
 * The rows of a report, out of the responses of any platform that hold them.
 *
 * @param fields columns of a mapped table, whose rows come without responses
 * @throws UserError for an error message of a platform, or a report with missing pages
 */
export function unpackReport<Id extends string>(
	items: readonly unknown[],
	formats: ReportFormats<Id>,
	fields: NamedColumns | undefined,
): readonly ReportRow[] {
	if (fields !== undefined) return reportRows(items, hasSpend(fields), () => null).rows;
	const { rows, responses } = reportRows(items, isRowOf(formats), unwrapped(formats));
	for (const [id, { label, pages }] of Object.entries<ReportFormat>(formats)) {
		const ofFormat = responses.flatMap(({ format, response }) => (format === id ? [response] : []));
		assertWhole(label, pages, ofFormat);
	}
	return rows;
}

/** The rows inside a response of any platform; null if it is not a response. */
const unwrapped =
	<Id extends string>(formats: ReportFormats<Id>) =>
	(response: Row): Unwrapped<Id> | null => {
		for (const [format, { rowsOf }] of Object.entries(formats) as [Id, ReportFormat][]) {
			const rows = rowsOf?.(response) ?? null;
			if (rows !== null) return { format, rows };
		}
		return null;
	};

const isRowOf =
	(formats: ReportFormats) =>
	(row: Row): boolean =>
		Object.values(formats).some(({ recognises }) => recognises(row));

const hasSpend =
	({ spend }: NamedColumns) =>
	(row: Row): boolean =>
		typeof spend === 'string' && Object.hasOwn(row, spend);
