import { existsSync, readFileSync } from 'node:fs';

/** The text of a file of the page, read anew each time. */
export function pageFile(name) {
	const file = new URL(name, import.meta.url);
	if (!/^[a-zA-Z]+\.(html|js)$/.test(name) || !existsSync(file)) throw new RangeError(`The page has no file '${name}'`);
	return readFileSync(file, 'utf8');
}
