// The WHERE clause of a query.
import { localHour } from '../localTime.mjs';
import { enumValues, isNumeric, valueAt } from './messages.mjs';
import { fault, selectable } from './selectable.mjs';

/** A condition with its values as those of its field. */
export function readCondition({ field: name, operator, values }, from, resource, account) {
	const { field, path } = selectable(name, from, resource);
	const names = enumValues(field);
	const isDate = path === 'segments.date' || path === 'segments.month';
	if (operator === 'DURING') {
		if (!isDate) throw fault('OPERATOR_FIELD_MISMATCH', `Operator DURING cannot be used with the field '${name}'.`);
		return { path, operator: 'BETWEEN', values: datesDuring(values[0], account) };
	}
	for (const value of values) {
		if (names !== undefined && !names.includes(value))
			throw fault('BAD_ENUM_CONSTANT', `Invalid enum value cannot be included in WHERE clause: '${value}'.`);
		if (isNumeric(field) && !/^-?\d+(\.\d+)?$/.test(value))
			throw fault('BAD_NUMBER', `The value '${value}' of '${name}' is not a number.`);
		if (isDate && !/^\d{4}-\d{2}-\d{2}$/.test(value))
			throw fault('INVALID_DATE_FORMAT', `The date '${value}' must be yyyy-MM-dd.`);
	}
	if (operator.endsWith('LIKE') && (names !== undefined || isNumeric(field))) {
		throw fault('OPERATOR_FIELD_MISMATCH', `Operator ${operator} cannot be used with the field '${name}'.`);
	}
	return { path, operator, values: isNumeric(field) ? values.map(Number) : values };
}

const DAY_MS = 86_400_000;

/** The dates of a range such as LAST_7_DAYS, which does not include today. */
function datesDuring(range, { nowMs, timeZone }) {
	const today = Date.parse(localHour(nowMs, timeZone).date);
	const date = (ms) => new Date(ms).toISOString().slice(0, 10);
	const month = (offset) => Date.UTC(new Date(today).getUTCFullYear(), new Date(today).getUTCMonth() + offset, 1);
	const ranges = {
		TODAY: [today, today],
		YESTERDAY: [today - DAY_MS, today - DAY_MS],
		LAST_7_DAYS: [today - 7 * DAY_MS, today - DAY_MS],
		LAST_14_DAYS: [today - 14 * DAY_MS, today - DAY_MS],
		LAST_30_DAYS: [today - 30 * DAY_MS, today - DAY_MS],
		THIS_MONTH: [month(0), today],
		LAST_MONTH: [month(-1), month(0) - DAY_MS],
	};
	if (!Object.hasOwn(ranges, range))
		throw fault('INVALID_VALUE_WITH_DURING_OPERATOR', `Invalid date literal supplied for DURING operator: ${range}.`);
	return ranges[range].map(date);
}

/** The first and last date that conditions allow; null where open. */
export function dateRange(conditions) {
	let [first, last] = [null, null];
	for (const { path, operator, values } of conditions) {
		if (path !== 'segments.date') continue;
		if (['=', '>=', '>', 'BETWEEN', 'IN'].includes(operator)) first = [...values].sort()[0];
		if (['=', '<=', '<', 'BETWEEN', 'IN'].includes(operator)) last = [...values].sort().at(-1);
	}
	return [first, last];
}

/** Orders values; undefined first. */
export const compare = (a, b) => (a === b ? 0 : a === undefined || a < b ? -1 : 1);

/** Whether a condition holds for a row. */
export function holds({ path, operator, values }, row) {
	const read = valueAt(row, path);
	const value = typeof values[0] === 'number' && read !== undefined ? Number(read) : read;
	switch (operator) {
		case '=':
			return value === values[0];
		case '!=':
			return value !== values[0];
		case '<':
			return value < values[0];
		case '>':
			return value > values[0];
		case '<=':
			return value <= values[0];
		case '>=':
			return value >= values[0];
		case 'IN':
			return values.includes(value);
		case 'NOT IN':
			return !values.includes(value);
		case 'BETWEEN':
			return value >= values[0] && value <= values[1];
		case 'IS NULL':
			return value === undefined;
		case 'IS NOT NULL':
			return value !== undefined;
		default: {
			const pattern = values[0]
				.split('%')
				.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll('_', '.'));
			return new RegExp(`^${pattern.join('.*')}$`, 'i').test(String(value)) === (operator === 'LIKE');
		}
	}
}
