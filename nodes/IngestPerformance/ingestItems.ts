import type { IDataObject } from 'n8n-workflow';

import {
	type BudgetDefinitionInput,
	dayStatus,
	ingest,
	normaliseRows,
	type PacingState,
	reportingLag as usualLag,
} from '../../src/index';
import { formatInstant, formatMoney } from '../shared/display';

/** What a report is to be read as: the node's own settings. */
export interface ReportSettings {
	readonly format: 'auto' | Exclude<Parameters<typeof normaliseRows>[1]['format'], undefined>;
	readonly fields: Readonly<Record<string, string | undefined>>;
	/** '' where rows name it, or it is the budget's. */
	readonly reportCurrency: string;
	/** '' where it is not stated. */
	readonly reportTimeZone: string;
	/** Minutes; '' for what the platform says of itself. */
	readonly reportingLag: number | '';
}

/** What became of a report. */
export interface Ingested {
	readonly summary: IDataObject;
	/** Rows left out, by the position of the item they came in. */
	readonly rejected: readonly { readonly index: number; readonly reason: string; readonly row: unknown }[];
}

/**
 * Writes the rows of items into a budget's state and tells what became of them.
 *
 * Items without any field stand for a report without rows: n8n sends one where a node found nothing and Always Output Data is on.
 *
 * @param rows (items) of one budget
 */
export function ingestItems(
	state: PacingState,
	rows: readonly IDataObject[],
	{ format, fields, reportCurrency, reportTimeZone, reportingLag }: ReportSettings,
	nowMs: number,
): { state: PacingState; result: Ingested } {
	const { definition } = state;
	const given = Object.fromEntries(Object.entries(fields).filter(([, name]) => name !== undefined));
	const isEmpty = rows.every((row) => Object.keys(row).length === 0);
	const normalised = normaliseRows(isEmpty ? [] : rows, {
		budget: definition as BudgetDefinitionInput,
		...(format !== 'auto' && { format }),
		...(format === 'mapped' && { fields: given as never }),
		...(reportCurrency !== '' && { reportCurrency }),
		...(reportTimeZone !== '' && { reportTimeZone }),
	});
	const lagMinutes = reportingLag === '' ? usualLag(normalised.format) : reportingLag;
	const { state: next, report } = ingest(state, normalised.windows, nowMs, { lagMinutes });
	const refused = report.rejected.map(({ index, reason }) => {
		const window = normalised.windows[index]!;
		return { index: -1, reason, row: { ...window, start: new Date(window.startMs).toISOString() } };
	});
	const rejected = [...normalised.rejected, ...refused];
	const { currency, timeZone } = definition;
	const { spent, amount } = dayStatus(next, { nowMs });
	const dataUntilMs = next.ledger.dataUntilMs ?? null;
	return {
		state: next,
		result: {
			rejected,
			summary: {
				budgetId: definition.budgetId,
				currency,
				timeZone,
				format: normalised.format,
				lagMinutes,
				accepted: report.accepted,
				replaced: report.replaced,
				unchanged: report.unchanged,
				rejected: rejected.length,
				spentToday: Number(spent),
				dayAmount: Number(amount),
				dataUntilMs,
				display: {
					spentToday: formatMoney(spent, currency),
					dataUntil: dataUntilMs === null ? 'no data yet' : formatInstant(dataUntilMs, timeZone),
				},
			},
		},
	};
}
