import { fromMicros } from '../money/micros';
import { convert } from '../ledger/exchange';
import { canonical } from './canonical';
import { isRejection, type Rejection } from './rejection';
import type { Metrics, Place } from './reportFormat';
import type { Row } from './row';
import type { PerformanceWindow } from '../ledger/performanceWindow';

/** Where the fate of rows is noted, with a sentence. */
export interface RowNotes {
	readonly reject: (row: PlacedRow, reason: string) => void;
	/** Notes what is unknown about a row that is not rejected. */
	readonly notice: (row: PlacedRow, message: string) => void;
}

/** A row with its place and its metrics. */
export interface PlacedRow {
	readonly index: number;
	readonly row: Row;
	readonly place: Place;
	readonly metrics: Metrics | Rejection;
}

/**
 * The window of all rows of one campaign and hour, or null if they are rejected.
 *
 * Identical rows count once. Rows that differ in their identifying fields are parts and are added up. Rows that differ only in other
 * fields contradict each other: all are rejected, because their order must not decide. If one row cannot be read, all are rejected, because
 * part of an hour's spend would pass for all of it. Parts are added up in their own currency, and the sum is converted. Conversions or revenue
 * of a part may be negative, a correction; if their sum is, they are unknown.
 */
export function combineRows(
	group: readonly PlacedRow[],
	identity: (row: Row) => Row,
	{ reject, notice }: RowNotes,
): PerformanceWindow | null {
	if (group.some(({ metrics }) => isRejection(metrics))) {
		for (const row of group) {
			const { metrics } = row;
			reject(row, isRejection(metrics) ? metrics.reason : 'Another row of the same campaign and hour cannot be read');
		}
		return null;
	}
	const rate = group[0]!.place.exchangeRate;
	if (group.some(({ place }) => place.exchangeRate !== rate)) {
		const reason = 'Rows of the same campaign and hour come in different currencies: add the campaign to the report';
		for (const row of group) reject(row, reason);
		return null;
	}
	const parts = group.length === 1 ? group : distinctParts(group, identity, reject);
	if (parts === null) return null;
	const read = parts as readonly ReadRow[];
	const isCountable = (micros: number) => Math.abs(micros) <= MAX_MICROS;
	const amounts = AMOUNTS.map((metric) => total(read, metric) ?? 0);
	if (!amounts.every((micros) => isCountable(micros) && isCountable(convert(micros, rate)))) {
		const reason = 'The rows of this campaign and hour add up to more than the maximum of 9 billion';
		for (const row of parts) reject(row, reason);
		return null;
	}
	return knownWindow(read, { reject, notice });
}

/** The window of parts whose spend is known: results that cannot be used are left out of it, with a notice. */
function knownWindow(parts: readonly ReadRow[], { reject, notice }: RowNotes): PerformanceWindow | null {
	const unknown = RESULTS.filter((metric) => (total(parts, metric) ?? 0) < 0);
	const notices = [
		...parts.flatMap((row) => (row.metrics.notices ?? []).map((message) => ({ row, message }))),
		...unknown.map((metric) => ({ row: parts[0]!, message: NEGATIVE[metric] })),
	];
	const window = windowOf(parts, unknown);
	if (window.kind === 'results' && window.conversions === undefined && window.revenue === undefined) {
		for (const row of parts) reject(row, notices[0]?.message ?? 'The rows of this hour do not report the same results');
		return null;
	}
	for (const { row, message } of notices) notice(row, message);
	return window;
}

/** Metrics that corrections, such as refunds, can make negative. */
const RESULTS = ['conversions', 'revenue'] as const;

const NEGATIVE: Readonly<Record<(typeof RESULTS)[number], string>> = {
	conversions: 'The conversions of the campaign and hour add up to less than 0: they count as not reported',
	revenue: 'The revenue of the campaign and hour adds up to less than 0: it counts as not reported',
};

const AMOUNTS = ['spend', 'revenue'] as const;

/** Largest amount of a window: sums are exact up to it. */
const MAX_MICROS = 9_000_000_000 * 1_000_000;

type ReadRow = PlacedRow & { readonly metrics: Metrics };

/** The rows without their duplicates; null if they contradict each other. */
function distinctParts(
	group: readonly PlacedRow[],
	identity: (row: Row) => Row,
	reject: (row: PlacedRow, reason: string) => void,
): PlacedRow[] | null {
	const contents = new Map<string, string>();
	const parts: PlacedRow[] = [];
	const repeated: PlacedRow[] = [];
	for (const row of group) {
		const part = canonical(identity(row.row));
		const content = canonical(row.row);
		const known = part === null ? undefined : contents.get(part);
		if (part === null || content === null || (known ?? content) !== content) {
			const reason = 'Rows of the same campaign and hour contradict each other, or cannot be distinguished';
			for (const one of group) reject(one, reason);
			return null;
		}
		contents.set(part, content);
		(known === undefined ? parts : repeated).push(row);
	}
	for (const row of repeated) reject(row, 'The row is a duplicate of another one');
	return parts;
}

/** @param unknown metrics to leave out */
function windowOf(parts: readonly ReadRow[], unknown: readonly string[]): PerformanceWindow {
	const { place } = parts[0]!;
	const window: { -readonly [field in keyof PerformanceWindow]?: PerformanceWindow[field] } = { ...place };
	for (const metric of AMOUNTS) {
		const micros = total(parts, metric);
		if (micros !== undefined && !unknown.includes(metric))
			window[metric] = fromMicros(convert(micros, place.exchangeRate)).toFixed();
	}
	for (const metric of COUNTS) {
		const count = total(parts, metric);
		if (count !== undefined && !unknown.includes(metric)) window[metric] = count;
	}
	const multiplier = parts.length === 1 ? parts[0]!.metrics.multiplier : undefined;
	if (multiplier !== undefined) window.multiplier = multiplier;
	const budget = budgetOf(parts);
	if (budget !== undefined) window.budget = fromMicros(convert(budget, place.exchangeRate)).toFixed();
	return window as PerformanceWindow;
}

/** The daily budgets that the parts name, each counted once; undefined if a part names none, or two parts one of different amounts. */
function budgetOf(parts: readonly ReadRow[]): number | undefined {
	const amounts = new Map<string, number>();
	for (const { metrics } of parts) {
		const { budget } = metrics;
		if (budget === undefined || (amounts.get(budget.owner) ?? budget.micros) !== budget.micros) return undefined;
		amounts.set(budget.owner, budget.micros);
	}
	const total = [...amounts.values()].sort((a, b) => a - b).reduce((sum, micros) => sum + micros, 0);
	return total > 0 && total <= MAX_MICROS ? total : undefined;
}

const COUNTS = ['impressions', 'clicks', 'conversions'] as const;

/** The sum of a metric, the same in every order of the parts; undefined if one of them does not report it. */
function total(parts: readonly ReadRow[], metric: (typeof AMOUNTS | typeof COUNTS)[number]): number | undefined {
	if (parts.length === 1) return parts[0]!.metrics[metric];
	const values: number[] = [];
	for (const { metrics } of parts) {
		const value = metrics[metric];
		if (value === undefined) return undefined;
		values.push(value);
	}
	const sum = values.sort((a, b) => a - b).reduce((sum, value) => sum + value, 0);
	return Math.abs(sum) < ROUNDING ? 0 : sum;
}

/** Below this a sum of corrections is 0 but for the rounding of its parts. */
const ROUNDING = 1e-9;
