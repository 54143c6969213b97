/** Base-32 digits: the first half of the alphabet ends a number, the second half continues it. All are plain characters in JSON. */
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const BASE = 32;

/** Value of each character by its code; -1 if it is not a digit. */
const DIGITS = Int8Array.from({ length: 128 }, (_, code) => ALPHABET.indexOf(String.fromCharCode(code)));

/**
 * Whole numbers as text, the least significant digit first: one character below 32, two below 1024, three below 32,768.
 *
 * @param numbers >= 0, whole and safe
 * @see variable-length quantities: source maps, ECMA-426
 */
export function packNumbers(numbers: readonly number[]): string {
	const digits: string[] = [];
	for (const number of numbers) {
		let left = number;
		while (left >= BASE) {
			digits.push(ALPHABET[BASE + (left % BASE)]!);
			left = Math.floor(left / BASE);
		}
		digits.push(ALPHABET[left]!);
	}
	return digits.join('');
}

/** The numbers packed into a text; null if the text is malformed. */
export function unpackNumbers(text: string): number[] | null {
	const numbers: number[] = [];
	let number = 0;
	let place = 1;
	for (let position = 0; position < text.length; position++) {
		const digit = DIGITS[text.charCodeAt(position)] ?? -1;
		if (digit < 0 || place > Number.MAX_SAFE_INTEGER) return null;
		if (digit >= BASE) {
			number += (digit - BASE) * place;
			place *= BASE;
		} else {
			numbers.push(number + digit * place);
			number = 0;
			place = 1;
		}
	}
	return place === 1 ? numbers : null;
}
