import { BudgetDefinition, type BudgetDefinitionInput } from '../budget/budgetDefinition';
import { UserError } from '../errors';
import { isCurrency } from '../money/currency';
import { parse } from '../parse';
import { combineRows, type PlacedRow } from './combineRows';
import { assertUsable, formatOf } from './formatOf';
import { isMissing } from './readNumber';
import type { ReadColumns } from './readColumns';
import { readerOf } from './readerOf';
import type { NamedColumns } from './recogniseColumns';
import { rowCurrency } from './rowCurrency';
import { MAX_ACCOUNT_LENGTH, sourceOf } from './sourceOf';
import { isRejection, type Rejection } from './rejection';
import type { ConversionOptions, ReportFormats, RowReader } from './reportFormat';
import type { PerformanceWindow } from '../ledger/performanceWindow';
import { byCampaign } from '../ledger/source';
import type { ReportRow } from './reportRows';
import { unpackReport } from './unpackReport';

/** A rejected row and the reason. */
export interface RejectedRow {
	/** Position of its input item. */
	readonly index: number;
	readonly reason: string;
	readonly row: unknown;
}

/** What is unknown about a row that was read, as a sentence. */
export interface RowNotice {
	/** Position of its input item. */
	readonly index: number;
	readonly message: string;
}

export interface NormalisedRows<Id extends string> {
	/** `empty` is a report without rows. */
	readonly format: Id | 'mapped' | 'empty';
	/** Sorted by time, then by campaign. */
	readonly windows: PerformanceWindow[];
	readonly rejected: RejectedRow[];
	/** What is unknown about rows that were read, by the position of their input items. */
	readonly notices: RowNotice[];
	/** How the columns of a table were read; absent for the report of a platform. */
	readonly columns?: ReadColumns;
}

/** Currency, time zone and account of a report whose rows do not name them. */
interface ReportDefaults {
	readonly reportCurrency?: string | undefined;
	readonly reportTimeZone?: string | undefined;
	readonly source?: string | undefined;
}

/** Options for reading a report. */
export interface ReadingOptions<Id extends string> extends ReportDefaults, ConversionOptions {
	readonly format?: Id | 'mapped' | undefined;
	readonly budget: BudgetDefinitionInput;
	readonly fields?: NamedColumns | undefined;
}

/**
 * Turns the rows of a report into delivered windows, one per account, campaign and hour.
 *
 * Rows are read as the platform's API or n8n's nodes return them: one per item, or whole responses. The format is detected by the shape of
 * the rows. Rows of one campaign and hour that differ in ad group, device or another dimension are added up. Identical rows count once. If
 * rows contradict each other, or one cannot be read, all of that hour are rejected, because part of an hour's spend would pass for all of
 * it. A metric that one part does not report is unknown for the sum. Amounts in a currency with an exchange rate are converted, once per
 * window.
 *
 * @param formats report formats, recognised by their shape
 * @param format the format, if it is not to be detected
 * @param fields columns of a table; those that are not named are recognised by their names
 * @param reportCurrency currency of rows that do not name one; the budget's by default
 * @param conversionActions actions that count as conversions, for platforms that report many kinds
 * @param reportTimeZone IANA zone of the hours of platforms that do not state it, and of a table, where it is the budget's by default and a
 *   row's own zone or offset has precedence; other platforms report in the zone of the account
 * @param source name of the account of rows that do not name one
 * @throws UserError for an invalid report currency or zone, an error message of the platform, a report that is cut off or that pacing cannot use, an
 *   unknown shape, rows of several platforms, or mapped columns whose numbers or dates are ambiguous
 * @throws RangeError for an unknown format
 */
export function normaliseRows<Id extends string>(
	rows: readonly unknown[],
	formats: ReportFormats<Id>,
	options: ReadingOptions<Id>,
): NormalisedRows<Id> {
	const budget = parse(BudgetDefinition, options.budget, 'budget definition');
	if (options.reportCurrency !== undefined && !isCurrency(options.reportCurrency)) {
		throw new UserError(
			`'Report Currency' is '${options.reportCurrency.slice(0, 20)}', which is not a currency code`,
			"Use three letters of ISO 4217, such as EUR, or leave it empty to use the budget's.",
		);
	}
	if (options.source !== undefined && (options.source === '' || options.source.length > MAX_ACCOUNT_LENGTH)) {
		throw new UserError(
			`'Source' has ${options.source.length} characters`,
			`Use 1 to ${MAX_ACCOUNT_LENGTH}: the account's ID, or a name of your own.`,
		);
	}
	const reported = unpackReport(rows, formats, options.fields);
	const readable = reported.map((entry) => entry.readable).filter((row) => row !== null);
	const given = options.format ?? (options.fields === undefined ? undefined : 'mapped');
	if (reported.length === 0 && (given === undefined || given === 'mapped')) {
		return { format: 'empty', windows: [], rejected: [], notices: [] };
	}
	const currency = options.reportCurrency ?? budget.currency;
	const format = given ?? formatOf(readable, formats, currency);
	const reader = readerOf(format, formats, options.fields ?? {}, readable, currency);
	if (!readable.some(reader.recognises)) assertUsable(readable, formats);
	const metrics = reader.metricsWithin?.(reported.filter(isOf(reader)), options) ?? reader.metrics;
	const rejected: RejectedRow[] = [];
	const notices: RowNotice[] = [];
	const notice = ({ index }: PlacedRow, message: string) => void notices.push({ index, message });
	const reject = ({ index, row }: RejectableRow, reason: string) => void rejected.push({ index, reason, row });
	const groups = new Map<string, PlacedRow[]>();
	for (const entry of reported) {
		const placed = placeRow(entry, format, { ...reader, metrics }, budget, options);
		if (isRejection(placed)) {
			reject(entry, placed.reason);
			continue;
		}
		const { startMs, kind = '', id = '', campaignId = '', source = '' } = placed.place;
		const key = `${startMs} ${kind} ${id.length} ${id} ${source.length} ${source} ${campaignId}`;
		const group = groups.get(key);
		if (group === undefined) groups.set(key, [placed]);
		else group.push(placed);
	}
	const windows: PerformanceWindow[] = [];
	for (const group of groups.values()) {
		const window = combineRows(group, reader.identity, { reject, notice });
		if (window !== null) windows.push(window);
	}
	windows.sort((a, b) => a.startMs - b.startMs || byCampaign(a, b));
	const inOrder = (a: { readonly index: number }, b: { readonly index: number }) => a.index - b.index;
	const sorted = { rejected: rejected.sort(inOrder), notices: notices.sort(inOrder) };
	return { format, windows, ...sorted, ...(reader.columns !== undefined && { columns: reader.columns }) };
}

const isOf =
	({ recognises }: RowReader) =>
	({ readable }: ReportRow): boolean =>
		readable !== null && recognises(readable);

type RejectableRow = Pick<RejectedRow, 'index' | 'row'>;

function placeRow(
	{ index, readable }: ReportRow,
	format: string,
	reader: RowReader,
	budget: BudgetDefinition,
	{ reportCurrency, reportTimeZone, source: stated }: ReportDefaults,
): PlacedRow | Rejection {
	if (readable === null || !reader.recognises(readable)) return { reason: `This is not a row of ${reader.label}` };
	if (reader.needsTimeZone && reportTimeZone === undefined) {
		return {
			reason: `The report does not say in which time zone its hours are: set 'Report Time Zone'; ${reader.label} documents UTC`,
		};
	}
	const place = reader.place(readable, budget, reportTimeZone ?? budget.timeZone);
	if (isRejection(place)) return place;
	const source = place.kind === 'results' ? {} : sourceOf(format, reader.account?.(readable), stated);
	if (isRejection(source)) return source;
	const named = reader.currency(readable);
	const converted = rowCurrency(isMissing(named) ? reportCurrency : named, budget);
	if (isRejection(converted)) return converted;
	const { currency, ...exchange } = converted;
	return {
		index,
		row: readable,
		place: { ...place, ...source, ...exchange },
		metrics: reader.metrics(readable, currency),
	};
}
