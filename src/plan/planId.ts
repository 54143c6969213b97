import type { BudgetDefinition } from '../budget/budgetDefinition';

/** A short ID, equal for equal plans and different for different ones: the date and the hash of the plan's text. */
export const planId = (date: string, text: string): string => `${date}-${hashOf(text)}`;

/** A short ID of what plans depend on in a definition: everything but its name. */
export const definitionId = (definition: BudgetDefinition): string =>
	hashOf(JSON.stringify({ ...definition, name: undefined }));

/**
 * The 64-bit FNV-1a hash of a text, in hexadecimal.
 *
 * @see G. Fowler, L. C. Noll, K.-P. Vo, The FNV Non-Cryptographic Hash Algorithm
 */
function hashOf(text: string): string {
	let hash = 0xcbf29ce484222325n;
	for (let position = 0; position < text.length; position++) {
		hash = BigInt.asUintN(64, (hash ^ BigInt(text.charCodeAt(position))) * 0x100000001b3n);
	}
	return hash.toString(16).padStart(16, '0');
}
