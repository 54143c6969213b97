import { toMicros } from '../../money/micros';
import { type Rejection, shown } from './rowFormat';

const PLAIN_NUMBER = /^\d{1,12}(\.\d{1,12})?$/;
const INTEGER = /^\d{1,16}$/;

/** The most that a ledger counts, in major units. */
const LARGEST = 9_000_000_000;

/** Whether a field holds nothing: absent, null or an empty cell. */
export const isMissing = (value: unknown): boolean => value === undefined || value === null || value === '';

/**
 * A number as platforms and tables write it: a number, or a plain decimal string. Anything else is refused, not guessed.
 *
 * @param field its name, for the reason
 */
export function readNumber(value: unknown, field: string): number | Rejection {
	if (typeof value === 'string' && PLAIN_NUMBER.test(value)) return withinBounds(Number(value), field);
	if (typeof value === 'number' && Number.isFinite(value) && value >= 0) return withinBounds(value, field);
	if (Number(value) < 0) return { reason: `'${field}' is ${shown(value)}: it must not be negative` };
	const hint = 'write it with digits and a point for decimals, such as 1234.50';
	return { reason: `'${field}' is ${shown(value)}, not a number: ${hint}` };
}

function withinBounds(value: number, field: string): number | Rejection {
	return value <= LARGEST ? value : { reason: `'${field}' is ${shown(value)}: more than can be counted` };
}

/** An amount in major units, as micros. */
export function readMoney(value: unknown, field: string): number | Rejection {
	const amount = readNumber(value, field);
	return typeof amount === 'number' ? toMicros(value as number | string) : amount;
}

/** An amount in micros, as an integer or a string of digits. */
export function readMicros(value: unknown, field: string): number | Rejection {
	const micros = typeof value === 'string' && INTEGER.test(value) ? Number(value) : value;
	if (typeof micros === 'number' && Number.isSafeInteger(micros) && micros >= 0 && micros <= LARGEST * 1_000_000)
		return micros;
	if (Number(value) < 0) return { reason: `'${field}' is ${shown(value)}: it must not be negative` };
	return { reason: `'${field}' is ${shown(value)}, not a whole number of micros` };
}

/** A field that may be left out: undefined where it is missing. */
export const optional =
	<Value>(read: (value: unknown, field: string) => Value | Rejection) =>
	(value: unknown, field: string): Value | undefined | Rejection =>
		isMissing(value) ? undefined : read(value, field);
