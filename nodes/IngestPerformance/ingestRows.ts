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
	reportWarnings,
} from '../../src/index';
import type { IngestSettings } from './IngestPerformance.settings';

/** The state after a report, and the outcome of the report as fields of items. */
interface Ingested {
	readonly state: PacingState;
	readonly summary: IDataObject;
	/** Rows that were rejected; `row` is the position of their item, null for an hour that may combine several. */
	readonly rejected: readonly { readonly row: number | null; readonly json: IDataObject }[];
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
 * @throws UserError if every row is rejected
 */
export function ingestRows(
	state: PacingState,
	rows: readonly IDataObject[],
	settings: IngestSettings,
	nowMs: number,
): Ingested {
	const { budgetId, currency, timeZone } = state.definition;
	const { format, windows, rejected: unread, notices, columns } = normalisedRows(state, rows, settings);
	const { reportingLag } = settings;
	const lagMinutes = reportingLag === '' ? usualLag(format) : reportingLag;
	const { state: next, report } = ingest(state, windows, nowMs, { lagMinutes });
	const rejection = (row: number | null, reason: string, fields: unknown) => ({
		row,
		json: { budgetId, reason, row: fields } as IDataObject,
	});
	const rejected = [
		...unread.map(({ index, reason, row }) => rejection(index, reason, row)),
		...report.rejected.map(({ index, reason }) => {
			const window = windows[index]!;
			return rejection(null, reason, { ...window, start: new Date(window.startMs).toISOString() });
		}),
	];
	const { accepted, replaced, unchanged } = report;
	const counts = { accepted, replaced, unchanged, rejected: rejected.length };
	const warnings = reportWarnings({
		used: accepted + replaced + unchanged,
		rejected: [...unread, ...report.rejected].map(({ reason }) => reason),
		notices: notices.map(({ message }) => message),
	});
	const { display, ...today } = standing(next, nowMs);
	const facts = columns === undefined ? [] : [columnsRead(columns, settings.reportCurrency || currency, timeZone)];
	const summary = {
		...{ budgetId, currency, timeZone, format, lagMinutes, ...counts, ...today, warnings },
		...(columns !== undefined && { columns: columns.fields }),
		display: { ...display, ...(facts[0] !== undefined && { columns: facts[0].message }) },
	};
	return { state: next, rejected, warnings, facts, summary: summary as unknown as IDataObject };
}

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
