import { toMicros } from '../money/micros';
import { type Rejection, shown } from './rejection';

const PLAIN_NUMBER = /^\d{1,12}(\.\d{1,20})?$/;
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
	const plain = typeof value === 'string' && PLAIN_NUMBER.test(value) ? Number(value) : value;
	if (typeof plain === 'number' && Number.isFinite(plain) && plain >= 0) {
		return plain <= LARGEST
			? positiveZero(plain)
			: { reason: `${shown(field)} is ${shown(value)}: more than can be counted` };
	}
	if (isNegative(value)) return { reason: `${shown(field)} is ${shown(value)}: it must not be negative` };
	const hint = 'write it with digits and a point for decimals, such as 1234.50';
	return { reason: `${shown(field)} is ${shown(value)}, not a number: ${hint}` };
}

/** JSON can write -0, and loses its sign again. */
const positiveZero = (value: number): number => (value === 0 ? 0 : value);

const isNegative = (value: unknown): boolean =>
	(typeof value === 'number' || (typeof value === 'string' && value.length < 40)) && Number(value) < 0;

/** An amount in major units, as micros. */
export function readMoney(value: unknown, field: string): number | Rejection {
	const amount = readNumber(value, field);
	return typeof amount === 'number' ? positiveZero(toMicros(value as number | string)) : amount;
}

/** A change of a number: it may be negative. */
export function readSignedNumber(value: unknown, field: string): number | Rejection {
	if (!isNegative(value)) return readNumber(value, field);
	const size = readNumber(typeof value === 'string' ? value.slice(1) : -(value as number), field);
	return typeof size === 'number' ? -size : size;
}

/** A change of an amount in major units, as micros: it may be negative. */
export function readSignedMoney(value: unknown, field: string): number | Rejection {
	const amount = readSignedNumber(value, field);
	return typeof amount === 'number' ? positiveZero(toMicros(value as number | string)) : amount;
}

/** An amount in micros, as an integer or a string of digits. */
export function readMicros(value: unknown, field: string): number | Rejection {
	const micros = typeof value === 'string' && INTEGER.test(value) ? Number(value) : value;
	if (typeof micros === 'number' && Number.isSafeInteger(micros) && micros >= 0) {
		if (micros <= LARGEST * 1_000_000) return positiveZero(micros);
		return { reason: `${shown(field)} is ${shown(value)}: more than can be counted` };
	}
	if (isNegative(value)) return { reason: `${shown(field)} is ${shown(value)}: it must not be negative` };
	return { reason: `${shown(field)} is ${shown(value)}, not a whole number of micros` };
}

/** A field that may be left out: undefined where it is missing. */
export const optional =
	<Value>(read: (value: unknown, field: string) => Value | Rejection) =>
	(value: unknown, field: string): Value | undefined | Rejection =>
		isMissing(value) ? undefined : read(value, field);
