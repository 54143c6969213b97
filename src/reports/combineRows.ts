import { fromMicros } from '../money/micros';
import { convert } from '../ledger/exchange';
import { canonical } from './canonical';
import { isRejection, type Rejection } from './rejection';
import type { Metrics, Place } from './reportFormat';
import type { Row } from './row';
import type { PerformanceWindow } from '../ledger/performanceWindow';

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
 * part of an hour's spend would pass for all of it. Parts are added up in their own currency, and the sum is converted.
 */
export function combineRows(
	group: readonly PlacedRow[],
	identity: (row: Row) => Row,
	reject: (row: PlacedRow, reason: string) => void,
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
	if (amounts.every((micros) => isCountable(micros) && isCountable(convert(micros, rate)))) return windowOf(read);
	for (const row of parts)
		reject(row, 'The rows of this campaign and hour add up to more than the maximum of 9 billion');
	return null;
}

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

function windowOf(parts: readonly ReadRow[]): PerformanceWindow {
	const { place } = parts[0]!;
	const window: { -readonly [field in keyof PerformanceWindow]?: PerformanceWindow[field] } = { ...place };
	for (const metric of AMOUNTS) {
		const micros = total(parts, metric);
		if (micros !== undefined) window[metric] = fromMicros(convert(micros, place.exchangeRate)).toFixed();
	}
	for (const metric of COUNTS) {
		const count = total(parts, metric);
		if (count !== undefined) window[metric] = count;
	}
	const multiplier = parts.length === 1 ? parts[0]!.metrics.multiplier : undefined;
	if (multiplier !== undefined) window.multiplier = multiplier;
	return window as PerformanceWindow;
}

const COUNTS = ['impressions', 'clicks', 'conversions'] as const;

/** The sum of a metric, the same in every order of the parts; undefined if one of them does not report it. */
function total(parts: readonly ReadRow[], metric: Exclude<keyof Metrics, 'multiplier'>): number | undefined {
	if (parts.length === 1) return parts[0]!.metrics[metric];
	const values: number[] = [];
	for (const { metrics } of parts) {
		const value = metrics[metric];
		if (value === undefined) return undefined;
		values.push(value);
	}
	return values.sort((a, b) => a - b).reduce((sum, value) => sum + value, 0);
}
