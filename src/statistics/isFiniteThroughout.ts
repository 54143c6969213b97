/** Whether a value and everything in it is free of numbers that are not finite. */
export function isFiniteThroughout(value: unknown): boolean {
	if (typeof value === 'number') return Number.isFinite(value);
	if (typeof value !== 'object' || value === null) return true;
	if (value instanceof Float64Array) return isFiniteArray(value);
	if (Array.isArray(value)) return value.every(isFiniteThroughout);
	return Object.values(value).every(isFiniteThroughout);
}

/** A loop of its own, which is faster than a method with a callback: paths of a day are thousands of numbers. */
function isFiniteArray(values: Float64Array): boolean {
	for (let position = 0; position < values.length; position++) {
		if (!Number.isFinite(values[position])) return false;
	}
	return true;
}
