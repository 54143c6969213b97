import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Imports and re-exports of files beside or below; of types, too. */
const IMPORT = /^(?:import|export)\b[^;]*?\bfrom '(\.[^']+)'/gms;

const fileOf = (from, specifier) =>
	[`${join(dirname(from), specifier)}.ts`, join(dirname(from), specifier, 'index.ts')].find(existsSync);

const importsOf = (file, text) =>
	[...text.matchAll(IMPORT)].map(([, specifier]) => fileOf(file, specifier)).filter((target) => target !== undefined);

/** What each file imports, read once for a run. */
const known = new Map();

function importsOnDisk(file) {
	const imports = known.get(file) ?? importsOf(file, readFileSync(file, 'utf8'));
	known.set(file, imports);
	return imports;
}

/** The way from a file back to another through imports; null if there is none. */
function wayBack(from, to) {
	const seen = new Set([from]);
	const ways = [[from]];
	for (const way of ways) {
		if (way.at(-1) === to) return way;
		for (const next of importsOnDisk(way.at(-1))) {
			if (seen.has(next)) continue;
			seen.add(next);
			ways.push([...way, next]);
		}
	}
	return null;
}

/** Files that import each other in a circle cannot be read one after the other, whether they take code or types. */
export const noCircle = {
	meta: { type: 'problem', schema: [], messages: { circle: 'This import leads back here: {{ way }}' } },
	create(context) {
		const check = (node) => {
			const target = node.source?.value.startsWith('.') && fileOf(context.filename, node.source.value);
			if (!target) return;
			const way = wayBack(target, context.filename);
			if (way === null) return;
			const names = way.map((file) => file.replace(/^.*\/(src|nodes)\//, '$1/')).join(' > ');
			context.report({ node, messageId: 'circle', data: { way: names } });
		};
		return { ImportDeclaration: check, ExportNamedDeclaration: check, ExportAllDeclaration: check };
	},
};
