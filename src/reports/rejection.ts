/** Why a row is rejected, in one sentence. */
export interface Rejection {
	readonly reason: string;
}

export const isRejection = (value: object): value is Rejection => 'reason' in value;

/** Maximum number of characters of a value or column name in a reason. */
const MAX_LENGTH = 40;

/** A value quoted for a message: short and on one line. */
export const quoted = (value: unknown): string => {
	if (typeof value === 'function' || (typeof value === 'object' && value !== null)) return 'an object';
	const text = String(value);
	const line = text.slice(0, MAX_LENGTH).replace(/\s+/g, ' ');
	return text.length > MAX_LENGTH ? `'${line}...'` : `'${line}'`;
};
