import { BudgetDefinition, type BudgetDefinitionInput } from '../budget/budgetDefinition';
import { UserError } from '../errors';
import { fromMicros } from '../money/micros';
import { parse } from '../parse';
import { FieldMap, type FieldMapInput, type Format, PLATFORM_FORMATS } from './formats';
import { mapped } from './formats/mapped';
import { isRejection, isRow, type Metrics, type Place, type RowFormat } from './formats/rowFormat';
import type { PerformanceWindow } from './performanceWindow';
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

/**
 * Turns rows of a report into delivered windows, one for each campaign and hour.
 *
 * Rows come as their platform's API or n8n's nodes deliver them: one an item, or whole responses. The format is known by the shape of the
 * rows. Rows of one campaign and hour that differ in ad group, device and the like are added up; the same row twice counts
 * once; rows that contradict each other, or of which one cannot be read, are rejected together, since a part of an hour's spend
 * would pass for the whole. A metric that one of the parts does not report is not reported for the sum.
 *
 * @param format the format, where the shape is not to decide
 * @param fields columns of a mapped table
 * @throws UserError for an error message of the platform, rows without hours from n8n's Google Ads node, an unknown shape, or a mixture
 */
export function normaliseRows(
	rows: readonly unknown[],
	options: { format?: Format | undefined; budget: BudgetDefinitionInput; fields?: FieldMapInput | undefined },
): NormalisedRows {
	const budget = parse(BudgetDefinition, options.budget, 'budget definition');
	const reported = reportRows(rows);
	const format = options.format ?? formatOf(reported, options.fields !== undefined);
	if (format === 'empty') return { format, windows: [], rejected: [] };
	const reader = readerOf(format, options.fields, budget);
	const rejected: RejectedRow[] = [];
	const reject = ({ index, row }: ReportRow, reason: string) => void rejected.push({ index, reason, row });
	const groups = new Map<string, PlacedRow[]>();
	for (const entry of reported) {
		if (!isRow(entry.row) || !reader.recognises(entry.row)) {
			reject(entry, `This is not a row of ${reader.label}`);
			continue;
		}
		const place = reader.place(entry.row, budget);
		if (isRejection(place)) reject(entry, place.reason);
		else {
			const key = `${place.startMs} ${place.campaignId ?? ''}`;
			const placed = { entry, place, metrics: reader.metrics(entry.row) };
			const group = groups.get(key);
			if (group === undefined) groups.set(key, [placed]);
			else group.push(placed);
		}
	}
	const windows: PerformanceWindow[] = [];
	for (const group of groups.values()) {
		const window = combine(group, reject);
		if (window !== null) windows.push(window);
	}
	windows.sort((a, b) => a.startMs - b.startMs || ((a.campaignId ?? '') < (b.campaignId ?? '') ? -1 : 1));
	return { format, windows, rejected: rejected.sort((a, b) => a.index - b.index) };
}

interface PlacedRow {
	readonly entry: ReportRow;
	readonly place: Place;
	readonly metrics: Metrics | { readonly reason: string };
}

/** The one format that the rows have. */
function formatOf(rows: readonly ReportRow[], hasFields: boolean): Format {
	if (hasFields) return 'mapped';
	if (rows.length === 0) return 'empty';
	const objects = rows.map(({ row }) => row).filter(isRow);
	if (objects.some((row) => 'costMicros' in row && !isRow(row['metrics']))) {
		throw new UserError(
			"These rows come from n8n's Google Ads node, which adds up whole date ranges: they have no hours",
			'Read the report with an HTTP Request node instead: POST googleAds:searchStream with segments.date and segments.hour in the query.',
		);
	}
	const found = Object.entries(PLATFORM_FORMATS).filter(([, { recognises }]) => objects.some(recognises));
	if (found.length === 1) return found[0]![0] as Format;
	if (found.length > 1) {
		throw new UserError(
			`The rows mix ${found.map(([, { label }]) => label).join(' and ')}`,
			'Ingest the rows of each platform with a node of its own.',
		);
	}
	const keys = Object.keys(objects[0] ?? {})
		.slice(0, 8)
		.map((key) => key.slice(0, 40));
	throw new UserError(
		objects.length === 0
			? 'The report holds no rows, but texts or numbers'
			: `The format of the rows is unknown: they have the fields ${keys.join(', ') || '(none)'}`,
		"Set 'Format' to Mapped Columns and name the columns that hold date, hour and spend.",
	);
}

function readerOf(
	format: Exclude<Format, 'empty'>,
	fields: FieldMapInput | undefined,
	budget: BudgetDefinition,
): RowFormat {
	if (format !== 'mapped') return PLATFORM_FORMATS[format];
	if (fields === undefined) {
		throw new UserError(
			'Mapped rows need the names of their columns',
			"Name at least the columns 'date', 'hour' and 'spend'.",
		);
	}
	return mapped(parse(FieldMap, fields, 'column mapping'), budget.currency);
}

/** The window of all rows of one campaign and hour; null if they are rejected. */
function combine(
	group: readonly PlacedRow[],
	reject: (row: ReportRow, reason: string) => void,
): PerformanceWindow | null {
	const unreadable = group.find(({ metrics }) => isRejection(metrics));
	if (unreadable !== undefined) {
		for (const { entry, metrics } of group) {
			reject(entry, isRejection(metrics) ? metrics.reason : 'Another row of the same campaign and hour cannot be read');
		}
		return null;
	}
	const parts = new Map<string, PlacedRow>();
	const repeated: PlacedRow[] = [];
	for (const row of group) {
		const { endMs, identity } = row.place;
		const known = parts.get(identity);
		if (known === undefined) parts.set(identity, row);
		else if (known.place.endMs === endMs && sameMetrics(known.metrics as Metrics, row.metrics as Metrics))
			repeated.push(row);
		else {
			for (const { entry } of group) reject(entry, 'Rows of the same campaign and hour contradict each other');
			return null;
		}
	}
	for (const { entry } of repeated) reject(entry, 'The row is a duplicate of another one');
	const [first] = parts.values() as unknown as [PlacedRow];
	return windowOf(
		first.place,
		[...parts.values()].map(({ metrics }) => metrics as Metrics),
	);
}

const sameMetrics = (a: Metrics, b: Metrics): boolean => METRICS.every((metric) => a[metric] === b[metric]);

const METRICS = ['spend', 'impressions', 'clicks', 'conversions', 'revenue', 'multiplier'] as const;

function windowOf({ campaignId, startMs, endMs }: Place, parts: readonly Metrics[]): PerformanceWindow {
	const total = (metric: 'impressions' | 'clicks' | 'conversions' | 'revenue') =>
		parts.every((part) => part[metric] !== undefined)
			? parts
					.map((part) => part[metric]!)
					.sort((a, b) => a - b)
					.reduce((sum, value) => sum + value, 0)
			: undefined;
	const impressions = total('impressions');
	const clicks = total('clicks');
	const conversions = total('conversions');
	const revenue = total('revenue');
	const multiplier = parts.length === 1 ? parts[0]!.multiplier : undefined;
	return {
		...(campaignId !== undefined && { campaignId }),
		startMs,
		endMs,
		spend: fromMicros(parts.reduce((sum, { spend }) => sum + spend, 0)).toFixed(),
		...(impressions !== undefined && { impressions }),
		...(clicks !== undefined && { clicks }),
		...(conversions !== undefined && { conversions }),
		...(revenue !== undefined && { revenue: fromMicros(revenue).toFixed() }),
		...(multiplier !== undefined && { multiplier }),
	};
}
