import { isRow } from './row';

/** Maximum nesting depth that is compared, twice that of platform rows. */
const MAX_DEPTH = 8;

/**
 * Canonical text of a value: JSON with the fields of every object in alphabetical order. Two rows are equal exactly if their texts are.
 *
 * @returns null for values nested too deeply to compare
 */
export function canonical(value: unknown, depth = MAX_DEPTH): string | null {
	if (typeof value !== 'object' || value === null) {
		return typeof value === 'string' ? JSON.stringify(value) : `${typeof value}:${String(value)}`;
	}
	if (depth === 0) return null;
	const parts: string[] = [];
	const entries = isRow(value) ? Object.entries(value).sort(byName) : Object.entries(value);
	for (const [field, content] of entries) {
		if (content === undefined) continue;
		const text = canonical(content, depth - 1);
		if (text === null) return null;
		parts.push(`${JSON.stringify(field)}:${text}`);
	}
	return `{${parts.join(',')}}`;
}

const byName = ([a]: [string, unknown], [b]: [string, unknown]): number => (a < b ? -1 : a > b ? 1 : 0);
