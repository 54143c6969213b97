import type { BudgetDefinition } from '../budget/budgetDefinition';
import type { PerformanceWindow } from '../ledger/performanceWindow';
import type { Rejection } from './rejection';
import type { Row } from './row';

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

/** How a row is read. */
export interface RowReader {
	/** The platform's own name. */
	readonly label: string;
	/** Whether a row has the shape that is read here, usable or not. */
	readonly recognises: (row: Row) => boolean;
	/** The currency of its money as the row says it; undefined where such rows do not say it. */
	readonly currency: (row: Row) => unknown;
	/** @param reportTimeZone the time zone of the report's hours as the user stated it */
	readonly place: (row: Row, budget: BudgetDefinition, reportTimeZone: string | undefined) => Place | Rejection;
	/** @param currency of the row's money */
	readonly metrics: (row: Row, currency: string) => Metrics | Rejection;
	/** The fields that tell a row from others of its campaign and hour: ad group, device, network and so on. */
	readonly identity: (row: Row) => Row;
}

/** The report of a platform: how it is told from others, unpacked and read. */
export interface ReportFormat extends RowReader {
	/** Which report it is, in a few words: the hint beside its name on the screen. */
	readonly description: string;
	/** How long after its hour spend may still come in by the platform's own words, minutes; 0 where it says nothing. */
	readonly lagMinutes: number;
	/** Set where neither the rows nor the platform settle in which time zone the hours are, so that the user must state it. */
	readonly needsTimeZone?: true;
	/**
	 * The rows inside a response of this platform; null if it is none.
	 *
	 * @throws UserError with the platform's own words if it is an error message
	 */
	readonly rowsOf?: (response: Row) => readonly unknown[] | null;
	/**
	 * Refuses rows of this platform that are of a report without hours.
	 *
	 * @throws UserError that says which report to read instead
	 */
	readonly assertUsable?: (row: Row) => void;
}

/** Formats by the ids that name them. */
export type ReportFormats<Id extends string = string> = Readonly<Record<Id, ReportFormat>>;
