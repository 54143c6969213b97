/**
 * The fields that a node's page gives to items of the node, or of one of its operations, in their order: the first column of tables of fields in the
 * part about the output, and objects in a paragraph that begins with a name in bold, such as "**Delete** gives `{ budgetId, deleted: true }`".
 *
 * @param operation as on the screen; undefined for all of the page
 * @returns paths, such as day.amount
 */
export function documentedFields(page, operation) {
	const [, output] = /^## Outputs?\n([^]*?)^## (?:Example|Errors)/m.exec(page);
	const parts = output
		.split(/^(?=\*\*)/m)
		.filter((part) => operation === undefined || namesOf(part).includes(operation));
	return parts.flatMap((part) => [
		...objectsOf(part),
		...[...part.matchAll(TABLE)].flatMap(([, rows]) => pathsOf(rows)),
	]);
}

const TABLE = /^\| field \|.*\n\| ---.*\n((?:\|.*\n)+)/gm;

/** "**Get, Get Many** give" is about both. */
const namesOf = (part) => /^\*\*(.+?)\*\*/.exec(part)?.[1].split(', ') ?? [];

/** The fields of `{ budgetId, deleted: true }`. */
function objectsOf(part) {
	if (namesOf(part).length === 0) return [];
	const [paragraph] = part.split('\n\n');
	return [...paragraph.matchAll(/`\{ (.+?) \}`/g)].flatMap(([, fields]) =>
		fields.split(', ').map((field) => field.split(':')[0]),
	);
}

/** `day.amount`, `.spent` is day.amount and day.spent. */
function pathsOf(rows) {
	const cells = rows
		.trim()
		.split('\n')
		.map((row) => row.split(' | ')[0]);
	return cells.flatMap((cell) => {
		let parent = '';
		return [...cell.matchAll(/`(.+?)`/g)].map(([, written]) => {
			const path = written.startsWith('.') ? parent + written : written;
			parent = path.split('.').slice(0, -1).join('.');
			return path;
		});
	});
}
