import { type Format, REPORT_FORMATS, type ReportPlatform } from '../platforms/registry';
import * as reading from '../reports/normaliseRows';

/** Turns rows of a report into delivered windows, one for each campaign and hour; see the core's `normaliseRows`. */
export const normaliseRows = (
	rows: readonly unknown[],
	options: reading.ReadingOptions<ReportPlatform>,
): reading.NormalisedRows<ReportPlatform> => reading.normaliseRows(rows, REPORT_FORMATS, options);

export { columnsRead, reportWarnings } from '../reports/reportWarnings';

/** Reporting lag of spend as documented by the platform, in minutes; 0 if it documents none. */
export const reportingLag = (format: Format): number =>
	format === 'empty' || format === 'mapped' ? 0 : REPORT_FORMATS[format].lagMinutes;
