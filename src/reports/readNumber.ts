import { toMicros } from '../money/micros';
import { type Rejection, quoted } from './rejection';

const PLAIN_NUMBER = /^\d{1,12}(\.\d{1,20})?$/;
const INTEGER = /^\d{1,16}$/;

/** Largest amount that a ledger counts exactly, in major units. */
const MAX_AMOUNT = 9_000_000_000;

/** Whether a field is empty: absent, null or an empty cell. */
export const isMissing = (value: unknown): boolean => value === undefined || value === null || value === '';

/**
 * A number as platforms and tables write it: a number, or a plain decimal string. Anything else is rejected, not guessed.
 *
 * @param field name of the field, for the reason
 */
export function readNumber(value: unknown, field: string): number | Rejection {
	const plain = typeof value === 'string' && PLAIN_NUMBER.test(value) ? Number(value) : value;
	if (typeof plain === 'number' && Number.isFinite(plain) && plain >= 0) {
		return plain <= MAX_AMOUNT
			? positiveZero(plain)
			: { reason: `${quoted(field)} is ${quoted(value)}: more than the maximum of 9 billion` };
	}
	if (isNegative(value)) return { reason: `${quoted(field)} is ${quoted(value)}: it must not be negative` };
	const hint = 'use digits and a decimal point, such as 1234.50';
	return { reason: `${quoted(field)} is ${quoted(value)}, not a number: ${hint}` };
}

/** Turns -0 into 0: JSON reads -0 but does not write it. */
const positiveZero = (value: number): number => (value === 0 ? 0 : value);

const isNegative = (value: unknown): boolean =>
	(typeof value === 'number' || (typeof value === 'string' && value.length < 40)) && Number(value) < 0;

/** An amount in major units, as micros. */
export function readMoney(value: unknown, field: string): number | Rejection {
	const amount = readNumber(value, field);
	return typeof amount === 'number' ? positiveZero(toMicros(value as number | string)) : amount;
}

/** A difference of numbers, possibly negative. */
export function readSignedNumber(value: unknown, field: string): number | Rejection {
	if (!isNegative(value)) return readNumber(value, field);
	const size = readNumber(typeof value === 'string' ? value.slice(1) : -(value as number), field);
	return typeof size === 'number' ? -size : size;
}

/** A difference of amounts in major units, as micros, possibly negative. */
export function readSignedMoney(value: unknown, field: string): number | Rejection {
	const amount = readSignedNumber(value, field);
	return typeof amount === 'number' ? positiveZero(toMicros(value as number | string)) : amount;
}

/** An amount in micros, as an integer or a string of digits. */
export function readMicros(value: unknown, field: string): number | Rejection {
	const micros = typeof value === 'string' && INTEGER.test(value) ? Number(value) : value;
	if (typeof micros === 'number' && Number.isSafeInteger(micros) && micros >= 0) {
		if (micros <= MAX_AMOUNT * 1_000_000) return positiveZero(micros);
		return { reason: `${quoted(field)} is ${quoted(value)}: more than the maximum of 9 billion` };
	}
	if (isNegative(value)) return { reason: `${quoted(field)} is ${quoted(value)}: it must not be negative` };
	return { reason: `${quoted(field)} is ${quoted(value)}, not a whole number of micros` };
}

/** A difference of amounts in micros, possibly negative. */
export function readSignedMicros(value: unknown, field: string): number | Rejection {
	if (!isNegative(value)) return readMicros(value, field);
	const size = readMicros(typeof value === 'string' ? value.slice(1) : -(value as number), field);
	return typeof size === 'number' ? -size : size;
}

/** Reads an optional field: undefined if it is missing. */
export const optional =
	<Value>(read: (value: unknown, field: string) => Value | Rejection) =>
	(value: unknown, field: string): Value | undefined | Rejection =>
		isMissing(value) ? undefined : read(value, field);
