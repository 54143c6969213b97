import type { BudgetDefinition } from '../budget/budgetDefinition';
import type { PerformanceWindow } from '../ledger/performanceWindow';
import type { Pages } from './pages';
import type { ReadColumns } from './readColumns';
import type { Rejection } from './rejection';
import type { ReportRow } from './reportRows';
import type { Row } from './row';

/** Campaign, stretch of time and kind of figures of a row. */
export interface Place {
	readonly campaignId?: string;
	/** Platform and account; absent for results, which belong to the source of the spend. */
	readonly source?: string;
	readonly startMs: number;
	readonly endMs: number;
	readonly kind?: Exclude<PerformanceWindow['kind'], undefined>;
	/** Identifies a change, so that duplicates are recognised. */
	readonly id?: string;
	/** Price of one unit of the row's currency in the budget's; absent if it is the budget's own. */
	readonly exchangeRate?: number;
}

/** The daily budget that a row names. Several rows may name the same one. */
export interface ReportedBudget {
	/** What has the budget: a campaign, an ad set, or a budget that is an object of its own. */
	readonly owner: string;
	readonly micros: number;
}

/** Metrics of a row. Amounts in micros of the row's currency; absent is not reported. */
export interface Metrics {
	/** Absent only in rows of kind `results`. */
	readonly spend?: number | undefined;
	readonly impressions?: number | undefined;
	readonly clicks?: number | undefined;
	readonly conversions?: number | undefined;
	readonly revenue?: number | undefined;
	readonly multiplier?: number | undefined;
	readonly budget?: ReportedBudget | undefined;
	/** Why conversions or revenue are unknown although the row has them, as sentences. */
	readonly notices?: readonly string[];
}

/** What the user states about the conversions of a report. */
export interface ConversionOptions {
	/** Actions that count as conversions, for platforms that report many kinds: action types, or kinds such as `purchases`. */
	readonly conversionActions?: readonly string[] | undefined;
}

/** Reads the rows of one format. */
export interface RowReader {
	/** The platform's name. */
	readonly label: string;
	/** Whether a row has the shape of this format, usable or not. */
	readonly recognises: (row: Row) => boolean;
	/** The currency that the row names; undefined if it names none. */
	readonly currency: (row: Row) => unknown;
	/** The account that the row names; undefined if it names none. Absent if rows never do. */
	readonly account?: (row: Row) => unknown;
	/** Set if neither the rows nor the platform define the time zone of the hours, so that the user must state it. */
	readonly needsTimeZone?: true;
	/** @param timeZone of the report's hours as the user stated it; the budget's by default */
	readonly place: (row: Row, budget: BudgetDefinition, timeZone: string) => Place | Rejection;
	/** @param currency of the row's amounts */
	readonly metrics: (row: Row, currency: string) => Metrics | Rejection;
	/** Reads metrics given the rows of the whole report, where a row alone does not tell zero from unknown. */
	readonly metricsWithin?: (report: readonly ReportRow[], options: ConversionOptions) => RowReader['metrics'];
	/** The dimensions that distinguish rows of one campaign and hour: ad group, device, network and so on. */
	readonly identity: (row: Row) => Row;
	/** How the columns of a table are read; absent for platforms. */
	readonly columns?: ReadColumns;
}

/** A platform's report: how it is recognised, unpacked and read. */
export interface ReportFormat extends RowReader {
	/** A short description of the report, shown beside its name. */
	readonly description: string;
	/** Reporting lag of spend that the platform documents, minutes; 0 if it documents none. */
	readonly lagMinutes: number;
	/**
	 * The rows inside a response of this platform; null if it is not one.
	 *
	 * @throws UserError with the platform's message if it is an error
	 */
	readonly rowsOf?: (response: Row) => readonly unknown[] | null;
	/** Set if its reports can come in pages. */
	readonly pages?: Pages;
	/**
	 * Rejects rows from reports of this platform that have no hours.
	 *
	 * @throws UserError that says which report to read instead
	 */
	readonly assertUsable?: (row: Row) => void;
}

/** Formats by ID. */
export type ReportFormats<Id extends string = string> = Readonly<Record<Id, ReportFormat>>;
