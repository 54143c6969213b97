import { UserError } from '../errors';
import { formatCount } from '../format/formatNumber';
import type { Note } from '../notes/note';
import { reportNotes } from '../notes/reportNotes';
import { frequentReasons } from './frequentReasons';
import type { ReadColumns } from './readColumns';

/** What came of the rows of a report. */
export interface ReportOutcome {
	/** Hours of campaigns that the ledger took or already knew. */
	readonly used: number;
	/** Why rows were rejected. */
	readonly rejected: readonly string[];
	/** What is unknown about rows that were used. */
	readonly notices: readonly string[];
}

/** How a table was read, for its user to check at a glance. */
export const columnsRead = ({ rows, text }: ReadColumns, currency: string, timeZone: string): Note =>
	reportNotes.columnsRead(rows, text, currency, timeZone);

/**
 * What the user should know about a report that was read.
 *
 * @throws UserError with the most frequent reasons if every row was rejected: a run without an error would pass for a report that was read
 */
export function reportWarnings({ used, rejected, notices }: ReportOutcome): readonly Note[] {
	if (used === 0 && rejected.length > 0) {
		throw new UserError(
			`No row of the report could be used, ${formatCount(rejected.length, 'row')} in all: ${frequentReasons(rejected)}`,
			'Correct the report, the node that reads it, or the settings that the reasons name, and run again. Nothing was stored.',
		);
	}
	if (used === 0) return [reportNotes.empty()];
	return [
		...(rejected.length > 0 ? [reportNotes.rejected(rejected.length, frequentReasons(rejected))] : []),
		...(notices.length > 0 ? [reportNotes.resultsUnknown(frequentReasons(notices))] : []),
	];
}
