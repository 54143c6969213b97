import { existsSync, readFileSync } from 'node:fs';
import { extname } from 'node:path';

const TYPES = { '.html': 'text/html', '.css': 'text/css', '.js': 'text/javascript' };

/** A file of the page, read anew each time: its text, and the headers it is sent with. */
export function pageFile(name) {
	const file = new URL(name, import.meta.url);
	const type = TYPES[extname(name)];
	if (type === undefined || !/^[a-zA-Z]+\.\w+$/.test(name) || !existsSync(file))
		throw new RangeError(`The page has no file '${name}'`);
	return { text: readFileSync(file, 'utf8'), headers: { 'content-type': `${type}; charset=utf-8` } };
}
