import { formatCount } from '../format/formatNumber';
import type { Note } from './note';

/** What a report leaves open. */
export const reportNotes = {
	columnsRead: (rows: number, columns: string, currency: string, timeZone: string): Note => ({
		code: 'columns-read',
		message: `${formatCount(rows, 'row')}: ${columns}; ${currency}, ${timeZone}`,
	}),
	empty: (): Note => ({
		code: 'empty-report',
		message:
			'The report has no rows, so nothing has changed. Just after midnight this is normal; later in the day, check the request',
	}),
	rejected: (count: number, reasons: string): Note => ({
		code: 'rows-rejected',
		message: `${formatCount(count, 'row')} could not be used and left through Rejected: ${reasons}`,
	}),
	resultsUnknown: (reasons: string): Note => ({
		code: 'results-unknown',
		message: `Some results of the report are unknown: ${reasons}`,
	}),
};
