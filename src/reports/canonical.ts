import { isRow } from './row';

/** Rows of platforms nest four levels deep; beyond twice that nothing is compared. */
const DEEPEST = 8;

/**
 * One text for one content: JSON with the fields of every object in alphabetical order, so that two rows are the same exactly if their
 * texts are.
 *
 * @returns null for content that is nested too deep to be compared
 */
export function canonical(value: unknown, depth = DEEPEST): string | null {
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
