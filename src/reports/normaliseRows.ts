import { BudgetDefinition, type BudgetDefinitionInput } from '../budget/budgetDefinition';
import { UserError } from '../errors';
import { isCurrency } from '../money/currency';
import { parse } from '../parse';
import { combineRows, type PlacedRow } from './combineRows';
import { FieldMap, type FieldMapInput, type Format, FORMATS, PLATFORM_FORMATS } from './formats';
import { assertHours, formatOf } from './formatOf';
import { mapped } from './mapped';
import { isMissing } from './readNumber';
import { rowCurrency } from './rowCurrency';
import { isRejection, type Rejection, type Row, type RowFormat } from './rowFormat';
import type { PerformanceWindow } from '../ledger/performanceWindow';
import { reportRows, type ReportRow } from './reportRows';

/** A row that was left out, and why. */
export interface RejectedRow {
	/** Position of the item it came in. */
	readonly index: number;
	readonly reason: string;
	readonly row: unknown;
}

export interface NormalisedRows {
	readonly format: Format;
	/** Sorted by time, then by campaign. */
	readonly windows: PerformanceWindow[];
	readonly rejected: RejectedRow[];
}

/** What is said of a report because its rows do not say it. */
interface Unnamed {
	readonly reportCurrency?: string | undefined;
	readonly reportTimeZone?: string | undefined;
}

/**
 * Turns rows of a report into delivered windows, one for each campaign and hour.
 *
 * Rows come as their platform's API or n8n's nodes deliver them: one an item, or whole responses. The format is known by the shape of the
 * rows. Rows of one campaign and hour that differ in ad group, device and the like are added up; the same row twice counts
 * once; rows that contradict each other, or of which one cannot be read, are rejected together, since a part of an hour's spend
 * would pass for the whole. A metric that one of the parts does not report is not reported for the sum. Money of a currency that the
 * budget has an exchange rate for is converted, once for each window.
 *
 * @param format the format, where the shape is not to decide
 * @param fields columns of a mapped table
 * @param reportCurrency the currency of money in rows that do not name it; the budget's where it is not given
 * @param reportTimeZone the IANA zone of the report's hours, for platforms that leave it open (Microsoft Ads)
 * @throws UserError for a report currency that is none, an error message of the platform, rows without hours from n8n's Google Ads node,
 *   an unknown shape, or a mixture
 * @throws RangeError for a format that does not exist, or a zone that does not
 */
export function normaliseRows(
	rows: readonly unknown[],
	options: {
		format?: (typeof FORMATS)[number] | undefined;
		budget: BudgetDefinitionInput;
		fields?: FieldMapInput | undefined;
	} & Unnamed,
): NormalisedRows {
	const budget = parse(BudgetDefinition, options.budget, 'budget definition');
	if (options.reportCurrency !== undefined && !isCurrency(options.reportCurrency)) {
		throw new UserError(
			`'Report Currency' is '${options.reportCurrency.slice(0, 20)}', which is no currency code`,
			"Use three letters of ISO 4217, such as EUR, or leave it empty for the budget's.",
		);
	}
	const reported = reportRows(rows, rowTest(options.fields), options.fields === undefined ? responseRows : () => null);
	const readable = reported.map((entry) => entry.readable).filter((row) => row !== null);
	if (options.format === undefined && options.fields === undefined && reported.length === 0) {
		return { format: 'empty', windows: [], rejected: [] };
	}
	const format = options.format ?? (options.fields === undefined ? formatOf(readable) : 'mapped');
	const reader = readerOf(format, options.fields);
	if (!readable.some(reader.recognises)) assertHours(readable);
	const rejected: RejectedRow[] = [];
	const reject = ({ index, row }: RejectableRow, reason: string) => void rejected.push({ index, reason, row });
	const groups = new Map<string, PlacedRow[]>();
	for (const entry of reported) {
		const placed = placeRow(entry, reader, budget, options);
		if (isRejection(placed)) {
			reject(entry, placed.reason);
			continue;
		}
		const { startMs, kind = '', id = '', campaignId = '' } = placed.place;
		const key = `${startMs} ${kind} ${id.length} ${id} ${campaignId}`;
		const group = groups.get(key);
		if (group === undefined) groups.set(key, [placed]);
		else group.push(placed);
	}
	const windows: PerformanceWindow[] = [];
	for (const group of groups.values()) {
		const window = combineRows(group, reader.identity, reject);
		if (window !== null) windows.push(window);
	}
	windows.sort((a, b) => a.startMs - b.startMs || ((a.campaignId ?? '') < (b.campaignId ?? '') ? -1 : 1));
	return { format, windows, rejected: rejected.sort((a, b) => a.index - b.index) };
}

type RejectableRow = Pick<RejectedRow, 'index' | 'row'>;

function placeRow(
	{ index, readable }: ReportRow,
	reader: RowFormat,
	budget: BudgetDefinition,
	{ reportCurrency, reportTimeZone }: Unnamed,
): PlacedRow | Rejection {
	if (readable === null || !reader.recognises(readable)) return { reason: `This is not a row of ${reader.label}` };
	const place = reader.place(readable, budget, reportTimeZone);
	if (isRejection(place)) return place;
	const stated = reader.currency(readable);
	const money = rowCurrency(isMissing(stated) ? reportCurrency : stated, budget);
	if (isRejection(money)) return money;
	const { currency, ...exchange } = money;
	return { index, row: readable, place: { ...place, ...exchange }, metrics: reader.metrics(readable, currency) };
}

function readerOf(format: (typeof FORMATS)[number], fields: FieldMapInput | undefined): RowFormat {
	if (!FORMATS.includes(format)) throw new RangeError(`'${String(format)}' is not one of ${FORMATS.join(', ')}`);
	if (format !== 'mapped') return PLATFORM_FORMATS[format];
	if (fields === undefined) {
		throw new UserError(
			'Mapped rows need the names of their columns',
			"Name at least the columns 'date', 'hour' and 'spend'.",
		);
	}
	return mapped(parse(FieldMap, fields, 'column mapping'));
}

/** The rows inside a response of any platform; null if it is none. */
function responseRows(response: Row): readonly unknown[] | null {
	for (const { rowsOf } of Object.values<RowFormat>(PLATFORM_FORMATS)) {
		const rows = rowsOf?.(response) ?? null;
		if (rows !== null) return rows;
	}
	return null;
}

const rowTest = (fields: FieldMapInput | undefined): ((row: Row) => boolean) =>
	fields === undefined
		? (row) => Object.values(PLATFORM_FORMATS).some(({ recognises }) => recognises(row))
		: (row) => typeof fields.spend === 'string' && Object.hasOwn(row, fields.spend);
