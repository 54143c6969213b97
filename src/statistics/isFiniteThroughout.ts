/** Whether a value and everything in it is free of numbers that are not finite. */
export function isFiniteThroughout(value: unknown): boolean {
	if (typeof value === 'number') return Number.isFinite(value);
	if (typeof value !== 'object' || value === null) return true;
	if (value instanceof Float64Array) return value.every(Number.isFinite);
	if (Array.isArray(value)) return value.every(isFiniteThroughout);
	return Object.values(value).every(isFiniteThroughout);
}
