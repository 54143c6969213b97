/**
 * A short ID, equal for equal plans and different for different ones: the 64-bit FNV-1a hash of the plan's text.
 *
 * @see G. Fowler, L. C. Noll, K.-P. Vo, The FNV Non-Cryptographic Hash Algorithm
 */
export function planId(date: string, text: string): string {
	let hash = 0xcbf29ce484222325n;
	for (let position = 0; position < text.length; position++) {
		hash = BigInt.asUintN(64, (hash ^ BigInt(text.charCodeAt(position))) * 0x100000001b3n);
	}
	return `${date}-${hash.toString(16).padStart(16, '0')}`;
}
