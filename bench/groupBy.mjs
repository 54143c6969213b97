/** Elements by a key, in order of first appearance. */
export function groupBy(elements, keyOf) {
	const groups = new Map();
	for (const element of elements) {
		const key = keyOf(element);
		if (!groups.has(key)) groups.set(key, []);
		groups.get(key).push(element);
	}
	return groups;
}
