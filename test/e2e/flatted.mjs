/**
 * Reads the form in which n8n stores executions: an array of values whose strings are indexes into that array.
 *
 * @see https://github.com/WebReflection/flatted
 */
export function readFlatted(text) {
	const values = JSON.parse(text);
	const read = new Map();
	const at = (index) => {
		const value = values[index];
		if (value === null || typeof value !== 'object') return value;
		if (read.has(index)) return read.get(index);
		const copy = Array.isArray(value) ? [] : {};
		read.set(index, copy);
		for (const [key, member] of Object.entries(value)) {
			copy[key] = typeof member === 'string' ? at(Number(member)) : member;
		}
		return copy;
	};
	return at(0);
}
