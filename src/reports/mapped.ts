import { currencyDigits } from '../money/currency';
import { toMicros } from '../money/micros';
import { campaignId } from './campaignId';
import { collect, zoneMismatch } from './collect';
import type { FieldMap } from './fieldMap';
import { mappedTime } from './mappedTime';
import { type Mark, numberCell } from './numberCell';
import { isMissing, optional, readMicros, readMoney, readNumber } from './readNumber';
import { readColumns } from './readColumns';
import { isRejection, type Rejection, quoted } from './rejection';
import type { RowReader } from './reportFormat';
import type { Row } from './row';
import { tableFormats } from './tableFormats';

/** The fields of a mapping that name no column. */
const SETTINGS: ReadonlySet<string> = new Set<keyof FieldMap>(['spendUnit', 'numberFormat', 'dateFormat']);

/** Largest multiplier of a window. */
const MAX_MULTIPLIER = 100;

/**
 * Any table whose columns the user names. Two rows of one campaign and time contradict each other, because no column distinguishes them.
 *
 * @param rows the whole table, over which its number and date formats are decided
 * @throws UserError for a column whose format stays ambiguous
 */
export function mapped(fields: FieldMap, rows: readonly Row[]): RowReader {
	const column = (row: Row, name: string | undefined): unknown => (name === undefined ? undefined : row[name]);
	const formats = tableFormats(fields, rows);
	const required = Object.entries(fields).flatMap(([field, name]) =>
		SETTINGS.has(field) || name === undefined ? [] : [name],
	);
	return {
		label: 'the mapped columns',
		recognises: () => true,
		currency: (row) => column(row, fields.currency),
		place: (row, budget, timeZone) => {
			const absent = required.find((name) => !Object.hasOwn(row, name));
			if (absent !== undefined) return { reason: `The row has no column ${quoted(absent)}` };
			const zone = column(row, fields.timeZone);
			const refused = zoneMismatch(zone, budget.timeZone);
			if (refused !== null) return refused;
			const window = mappedTime(row, fields, formats, isMissing(zone) ? timeZone : budget.timeZone, budget.timeZone);
			if (isRejection(window)) return window;
			const campaign = campaignId(column(row, fields.campaignId));
			return isRejection(campaign) ? campaign : { ...window, ...campaign };
		},
		metrics: (row, currency) => {
			const spend = column(row, fields.spend);
			if (isMissing(spend)) return { reason: `The spend is missing: ${quoted(fields.spend)} is empty` };
			const amount = amountReader(fields.spendUnit, currency);
			const read = (name: string | undefined, reader: NumberReader, mark: Mark): number | undefined | Rejection =>
				name === undefined
					? undefined
					: optional(numberCell(formats.numberFormat(name), mark, reader))(row[name], name);
			return collect({
				spend: read(fields.spend, amount, { currency }),
				impressions: read(fields.impressions, readNumber, 'none'),
				clicks: read(fields.clicks, readNumber, 'none'),
				conversions: read(fields.conversions, readNumber, 'none'),
				revenue: read(fields.revenue, amount, { currency }),
				multiplier: read(fields.multiplier, readMultiplier, 'percent'),
			});
		},
		identity: () => ({}),
		columns: readColumns(fields, formats, rows),
	};
}

type NumberReader = (value: unknown, field: string) => number | Rejection;

function readMultiplier(value: unknown, field: string): number | Rejection {
	const multiplier = readNumber(value, field);
	if (typeof multiplier === 'object' || (multiplier > 0 && multiplier <= MAX_MULTIPLIER)) return multiplier;
	return { reason: `${quoted(field)} is ${quoted(value)}: it must be above 0 and at most ${MAX_MULTIPLIER}` };
}

function amountReader(unit: FieldMap['spendUnit'], currency: string): NumberReader {
	switch (unit) {
		case 'major':
			return readMoney;
		case 'micros':
			return readMicros;
		case 'minor':
			return (value, field) => {
				const amount = readNumber(value, field);
				return typeof amount === 'number' ? Math.round(toMicros(amount) / 10 ** currencyDigits(currency)) : amount;
			};
	}
}
