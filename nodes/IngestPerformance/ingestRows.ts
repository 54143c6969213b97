import type { IDataObject } from 'n8n-workflow';

import {
	type BudgetDefinitionInput,
	columnsRead,
	dayStatus,
	formatInstant,
	formatMoney,
	ingest,
	normaliseRows,
	type PacingState,
	type Note,
	reportingLag as usualLag,
	reportRead,
	reportWarnings,
} from '../../src/index';
import { isoInstants } from '../shared/isoInstants';
import { assertZoneUsed } from './assertZoneUsed';
import type { IngestSettings } from './IngestPerformance.settings';

/** The state after a report, and the outcome of the report as fields of items. */
interface Ingested {
	readonly state: PacingState;
	readonly summary: ReturnType<typeof summaryItem>;
	/** Rows that were rejected; `row` is the position of their item, null for an hour that may combine several. */
	readonly rejected: readonly { readonly row: number | null; readonly json: ReturnType<typeof rejectedItem> }[];
	readonly warnings: readonly Note[];
	/** How the columns of a table were read. */
	readonly facts: readonly Note[];
}

/**
 * Writes a report into a budget's state.
 *
 * Items without any field stand for a report without rows: n8n sends one where a node found nothing and Always Output Data is on.
 *
 * @param rows (items) of one budget
 * @throws UserError if every row is rejected, or for a Report Time Zone that would not be used
 */
export function ingestRows(
	state: PacingState,
	rows: readonly IDataObject[],
	settings: IngestSettings,
	nowMs: number,
): Ingested {
	const { budgetId, currency, timeZone } = state.definition;
	const { format, windows, rejected: unread, notices, columns } = normalisedRows(state, rows, settings);
	const { reportingLag, reportTimeZone } = settings;
	assertZoneUsed(format, reportTimeZone, timeZone);
	const lagMinutes = reportingLag === '' ? usualLag(format) : reportingLag;
	const { state: ingested, report } = ingest(state, windows, nowMs, { lagMinutes });
	const next = reportRead(ingested, nowMs);
	const rejected = [
		...unread.map(({ index, reason, row }) => ({ row: index, json: rejectedItem(budgetId, reason, row) })),
		...report.rejected.map(({ index, reason }) => {
			const row = isoInstants(windows[index]!, timeZone);
			return { row: null, json: rejectedItem(budgetId, reason, row) };
		}),
	];
	const { accepted, replaced, unchanged } = report;
	const counts = { accepted, replaced, unchanged, rejected: rejected.length };
	const warnings = reportWarnings({
		used: accepted + replaced + unchanged,
		rejected: [...unread, ...report.rejected].map(({ reason }) => reason),
		notices: notices.map(({ message }) => message),
	});
	const facts =
		columns === undefined
			? []
			: [columnsRead(columns, settings.reportCurrency || currency, reportTimeZone || timeZone)];
	const summary = summaryItem(next, nowMs, { format, lagMinutes, ...counts, warnings, columns, facts });
	return { state: next, rejected, warnings, facts, summary };
}

interface ReportOutcome extends Record<'lagMinutes' | 'accepted' | 'replaced' | 'unchanged' | 'rejected', number> {
	readonly format: string;
	readonly warnings: readonly Note[];
	readonly columns: ReturnType<typeof normaliseRows>['columns'];
	readonly facts: readonly Note[];
}

/** What came of a report, as fields of an item. */
function summaryItem(after: PacingState, nowMs: number, outcome: ReportOutcome) {
	const { budgetId, currency, timeZone } = after.definition;
	const {
		warnings,
		columns,
		facts: [fact],
		...counts
	} = outcome;
	const { display, ...today } = standing(after, nowMs);
	const fields = {
		...{ budgetId, currency, timeZone, ...counts, ...today, warnings },
		...(columns !== undefined && { columns: columns.fields }),
		display: { ...display, ...(fact !== undefined && { columns: fact.message }) },
	};
	return isoInstants(fields, timeZone);
}

/** A row that was left out, as fields of an item. */
const rejectedItem = (budgetId: string, reason: string, row: unknown) => ({
	budgetId,
	reason,
	row: row as IDataObject,
});

function normalisedRows({ definition }: PacingState, rows: readonly IDataObject[], settings: IngestSettings) {
	const { format, fields, reportCurrency, reportTimeZone, source, conversionActions, otherActionTypes } = settings;
	const actions = [...conversionActions, ...otherActionTypes.filter((type) => type !== '')];
	const isEmpty = rows.every((row) => Object.keys(row).length === 0);
	return normaliseRows(isEmpty ? [] : rows, {
		budget: definition as BudgetDefinitionInput,
		...(format !== 'auto' && { format }),
		...(format === 'mapped' && { fields: fields as never }),
		...(actions.length > 0 && { conversionActions: actions }),
		...(reportCurrency !== '' && { reportCurrency }),
		...(reportTimeZone !== '' && { reportTimeZone }),
		...(source !== '' && { source }),
	});
}

/** Today's spend and the end of the data, with the report included. */
function standing(state: PacingState, nowMs: number) {
	const { currency, timeZone } = state.definition;
	const { spent, amount } = dayStatus(state, { nowMs });
	const dataUntilMs = state.ledger.dataUntilMs ?? null;
	return {
		spentToday: Number(spent),
		dayAmount: Number(amount),
		dataUntilMs,
		display: {
			spentToday: formatMoney(spent, currency),
			dataUntil: dataUntilMs === null ? 'no data yet' : formatInstant(dataUntilMs, timeZone),
		},
	};
}
