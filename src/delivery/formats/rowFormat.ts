import type { BudgetDefinition } from '../../budget/budgetDefinition';

/** A row of a report: an object of any fields. */
export type Row = Readonly<Record<string, unknown>>;

/** Where a row belongs: a campaign and a stretch of time, and what tells it apart from other rows of the same. */
export interface Place {
	readonly campaignId?: string;
	readonly startMs: number;
	readonly endMs: number;
	/** The same for two rows that report the same thing: ad group, device, network and so on. */
	readonly identity: string;
}

/** What a row reports. Money in micros; absent is not reported. */
export interface Metrics {
	readonly spend: number;
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
	/** Whether a row has the shape of this report, usable or not. */
	readonly recognises: (row: Row) => boolean;
	readonly place: (row: Row, budget: BudgetDefinition) => Place | Rejection;
	readonly metrics: (row: Row) => Metrics | Rejection;
}

/** Whether a value is an object with fields. */
export const isRow = (value: unknown): value is Row =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** A value as it may stand in a message: short, and on one line. */
export const shown = (value: unknown): string => {
	if (typeof value === 'object' && value !== null) return 'an object';
	const text = String(value).replace(/\s+/g, ' ');
	return text.length > 40 ? `'${text.slice(0, 40)}...'` : `'${text}'`;
};
