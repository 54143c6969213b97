import { currencyDigits } from '../money/currency';
import { toMicros } from '../money/micros';
import { campaignId } from './campaignId';
import { collect, zoneMismatch } from './collect';
import type { FieldMap } from './fieldMap';
import { mappedTime } from './mappedTime';
import { isMissing, optional, readMicros, readMoney, readNumber } from './readNumber';
import { isRejection, type Rejection, quoted } from './rejection';
import type { RowReader } from './reportFormat';
import type { Row } from './row';

/** Largest multiplier of a window. */
const MAX_MULTIPLIER = 100;

/** Any table whose columns the user names. Two rows of one campaign and time contradict each other, because no column distinguishes them. */
export function mapped(fields: FieldMap): RowReader {
	const column = (row: Row, name: string | undefined): unknown => (name === undefined ? undefined : row[name]);
	const { spendUnit, ...columns } = fields;
	const required = Object.values(columns).filter((name) => name !== undefined);
	return {
		label: 'the mapped columns',
		recognises: () => true,
		currency: (row) => column(row, fields.currency),
		place: (row, budget) => {
			const absent = required.find((name) => !Object.hasOwn(row, name));
			if (absent !== undefined) return { reason: `The row has no column ${quoted(absent)}` };
			const refused = zoneMismatch(column(row, fields.timeZone), budget.timeZone);
			if (refused !== null) return refused;
			const window = mappedTime(row, fields, budget.timeZone);
			if (isRejection(window)) return window;
			const campaign = campaignId(column(row, fields.campaignId));
			return isRejection(campaign) ? campaign : { ...window, ...campaign };
		},
		metrics: (row, currency) => {
			const readAmount = amountReader(spendUnit, currency);
			const spend = column(row, fields.spend);
			if (isMissing(spend)) return { reason: `The spend is missing: ${quoted(fields.spend)} is empty` };
			const read = <Value>(
				reader: (value: unknown, field: string) => Value | Rejection,
				name: string | undefined,
			): Value | undefined | Rejection => optional(reader)(column(row, name), name ?? '');
			return collect({
				spend: readAmount(spend, fields.spend),
				impressions: read(readNumber, fields.impressions),
				clicks: read(readNumber, fields.clicks),
				conversions: read(readNumber, fields.conversions),
				revenue: read(readAmount, fields.revenue),
				multiplier: read(readMultiplier, fields.multiplier),
			});
		},
		identity: () => ({}),
	};
}

function readMultiplier(value: unknown, field: string): number | Rejection {
	const multiplier = readNumber(value, field);
	if (typeof multiplier === 'object' || (multiplier > 0 && multiplier <= MAX_MULTIPLIER)) return multiplier;
	return { reason: `${quoted(field)} is ${quoted(value)}: it must be above 0 and at most ${MAX_MULTIPLIER}` };
}

function amountReader(
	unit: FieldMap['spendUnit'],
	currency: string,
): (value: unknown, field: string) => number | Rejection {
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
