/** Why a row cannot be used, in a sentence. */
export interface Rejection {
	readonly reason: string;
}

export const isRejection = (value: object): value is Rejection => 'reason' in value;

/** As much of a value or a column's name as a reason shows. */
const LONGEST_SHOWN = 40;

/** A value as it may stand in a message: short, and on one line. */
export const shown = (value: unknown): string => {
	if (typeof value === 'function' || (typeof value === 'object' && value !== null)) return 'an object';
	const text = String(value);
	const line = text.slice(0, LONGEST_SHOWN).replace(/\s+/g, ' ');
	return text.length > LONGEST_SHOWN ? `'${line}...'` : `'${line}'`;
};
