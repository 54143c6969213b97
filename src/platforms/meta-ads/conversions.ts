import { isMissing, optional, readSignedMoney, readSignedNumber } from '../../reports/readNumber';
import type { Rejection } from '../../reports/rejection';
import type { ReportRow } from '../../reports/reportRows';
import { isRow, type Row } from '../../reports/row';
import { type ConversionEvent, conversionEvents } from './conversionActions';

/** Conversions of a row and their value; undefined is unknown. */
export interface Conversions {
	readonly conversions: number | undefined | Rejection;
	/** Micros. */
	readonly revenue: number | undefined | Rejection;
	/** Why conversions that the user asked for are unknown. */
	readonly notice?: string;
}

/** What the rows of one account by the hour, or by the day, report at all. */
interface Reported {
	hasActions: boolean;
	readonly counts: Set<ConversionEvent>;
	readonly values: Set<ConversionEvent>;
}

/**
 * Reads the conversions of the rows of a report.
 *
 * Meta leaves out actions that did not happen. A missing action is therefore 0 if the same account reports it in another row, or if the user
 * names it and the report has actions. By the hour Meta reports no actions outside of Meta: there, naming one is not enough, because each hour
 * would count as 0. A missing value is 0 only if values of that event are reported in another row.
 *
 * @param actions action types or kinds that the user names; undefined for purchases if they are reported
 */
export function conversionsIn(
	report: readonly ReportRow[],
	actions: readonly string[] | undefined,
): (row: Row) => Conversions {
	const events = conversionEvents(actions ?? ['purchases']);
	const scopes = new Map<string, Reported>();
	for (const { readable } of report) {
		if (readable === null) continue;
		const scope = scopes.get(scopeOf(readable)) ?? { hasActions: false, counts: new Set(), values: new Set() };
		scopes.set(scopeOf(readable), scope);
		scope.hasActions ||= Array.isArray(readable['actions']);
		for (const event of events) {
			if (valuesOf(readable['actions'], event) !== null) scope.counts.add(event);
			if (valuesOf(readable['action_values'], event) !== null) scope.values.add(event);
		}
	}
	return (row) => {
		const reported = scopes.get(scopeOf(row))!;
		const isZero = (event: ConversionEvent) =>
			reported.counts.has(event) || (actions !== undefined && reported.hasActions && (isDay(row) || event.isOnMeta));
		const counts = sumOver(events, row['actions'], isZero, optional(readSignedNumber), 'actions');
		const valued = events.filter((event) => reported.values.has(event));
		const revenue =
			valued.length === 0
				? undefined
				: sumOver(valued, row['action_values'], () => true, optional(readSignedMoney), 'action_values');
		const isUnknown = counts === undefined && actions !== undefined;
		return { conversions: counts, revenue, ...(isUnknown && { notice: reported.hasActions ? BY_HOUR : NO_ACTIONS }) };
	};
}

const NO_ACTIONS = 'The report has no actions, so conversions are unknown: add actions and action_values to its fields';
const BY_HOUR =
	"The chosen 'Conversion Action' is in no row of the report, so conversions are unknown: Meta does not report actions outside of Meta by the hour, only by the day";

const isDay = (row: Row): boolean => isMissing(row['hourly_stats_aggregated_by_advertiser_time_zone']);

function scopeOf(row: Row): string {
	const account = row['account_id'];
	return `${isDay(row) ? 'day' : 'hour'} ${typeof account === 'object' ? '' : String(account)}`;
}

/** The figures of an event in a list of actions, of its most comprehensive types; null if there are none. */
function valuesOf(actions: unknown, { groups }: ConversionEvent): readonly unknown[] | null {
	if (!Array.isArray(actions)) return null;
	const rows = (actions as unknown[]).filter(isRow);
	for (const types of groups) {
		const found = types.flatMap((type) => rows.filter((action) => action['action_type'] === type).slice(0, 1));
		if (found.length > 0) return found.map((action) => action['value']);
	}
	return null;
}

/** The sum over events; undefined if one of them is unknown. */
function sumOver(
	events: readonly ConversionEvent[],
	actions: unknown,
	isZero: (event: ConversionEvent) => boolean,
	read: (value: unknown, field: string) => number | undefined | Rejection,
	field: string,
): number | undefined | Rejection {
	let sum = 0;
	for (const event of events) {
		const values = valuesOf(actions, event);
		if (values === null && !isZero(event)) return undefined;
		for (const value of values ?? []) {
			const figure = read(value, field);
			if (typeof figure !== 'number') return figure;
			sum += figure;
		}
	}
	return sum;
}
