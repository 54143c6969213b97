/** Values by key, as many as were used last. */
export interface RecentlyUsed<Key, Value> {
	get(key: Key): Value | undefined;
	set(key: Key, value: Value): void;
}

/**
 * Keeps the values that were used last, as far as their sizes add up to no more than allowed; the one used last in any case.
 *
 * @param sizeOf 1 by default: `most` is a number of values then
 */
export function recentlyUsed<Key, Value>(
	most: number,
	sizeOf: (value: Value) => number = () => 1,
): RecentlyUsed<Key, Value> {
	/** The one used last at the end. */
	const values = new Map<Key, Value>();
	let size = 0;
	const forget = (key: Key): void => {
		const value = values.get(key);
		if (value === undefined) return;
		values.delete(key);
		size -= sizeOf(value);
	};
	return {
		get(key) {
			const value = values.get(key);
			if (value === undefined) return undefined;
			values.delete(key);
			values.set(key, value);
			return value;
		},
		set(key, value) {
			forget(key);
			values.set(key, value);
			size += sizeOf(value);
			for (const oldest of values.keys()) {
				if (size <= most || values.size === 1) return;
				forget(oldest);
			}
		},
	};
}
