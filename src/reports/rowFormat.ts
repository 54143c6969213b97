import type { BudgetDefinition } from '../budget/budgetDefinition';
import type { PerformanceWindow } from '../ledger/performanceWindow';

/** A row of a report: an object of any fields. */
export type Row = Readonly<Record<string, unknown>>;

/** Where a row belongs: a campaign and a stretch of time; and what its figures are, those of the whole stretch unless said. */
export interface Place {
	readonly campaignId?: string;
	readonly startMs: number;
	readonly endMs: number;
	readonly kind?: Exclude<PerformanceWindow['kind'], undefined>;
	/** Tells a change from its repetition. */
	readonly id?: string;
	/** What one unit of the row's currency is worth in the budget's; absent where it is the budget's own. */
	readonly exchangeRate?: number;
}

/** What a row reports. Money in micros of the row's currency; absent is not reported. */
export interface Metrics {
	/** Absent only in rows of kind `results`. */
	readonly spend?: number | undefined;
	readonly impressions?: number | undefined;
	readonly clicks?: number | undefined;
	readonly conversions?: number | undefined;
	readonly revenue?: number | undefined;
	readonly multiplier?: number | undefined;
}

/** Why a row cannot be used, in a sentence. */
export interface Rejection {
	readonly reason: string;
}

export const isRejection = (value: object): value is Rejection => 'reason' in value;

/** One kind of report. */
export interface RowFormat {
	/** As people call it. */
	readonly label: string;
	/** How long after its hour spend may still come in by the platform's own words, minutes; 0 where it says nothing. */
	readonly lagMinutes: number;
	/** Whether a row has the shape of this report, usable or not. */
	readonly recognises: (row: Row) => boolean;
	/**
	 * The rows inside a response of this platform; null if it is none.
	 *
	 * @throws UserError with the platform's own words if it is an error message
	 */
	readonly rowsOf?: (response: Row) => readonly unknown[] | null;
	/** The currency of its money as the row says it; undefined where such reports do not say it. */
	readonly currency: (row: Row) => unknown;
	/** @param reportTimeZone the zone of the report's hours, where the report does not say it and it may not be the budget's */
	readonly place: (row: Row, budget: BudgetDefinition, reportTimeZone: string | undefined) => Place | Rejection;
	/** @param currency of the row's money */
	readonly metrics: (row: Row, currency: string) => Metrics | Rejection;
	/** The fields that tell a row from others of its campaign and hour: ad group, device, network and so on. */
	readonly identity: (row: Row) => Row;
}

/** Whether a value is an object with fields. */
export const isRow = (value: unknown): value is Row =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** A group of a row's fields; empty if there is none. */
export const fieldsOf = (row: Row, group: string): Row => {
	const fields = row[group];
	return isRow(fields) ? fields : {};
};

/** As much of a value or a column's name as a reason shows. */
const LONGEST_SHOWN = 40;

/** A value as it may stand in a message: short, and on one line. */
export const shown = (value: unknown): string => {
	if (typeof value === 'function' || (typeof value === 'object' && value !== null)) return 'an object';
	const text = String(value);
	const line = text.slice(0, LONGEST_SHOWN).replace(/\s+/g, ' ');
	return text.length > LONGEST_SHOWN ? `'${line}...'` : `'${line}'`;
};
