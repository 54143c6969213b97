import { readFileSync } from 'node:fs';

import Papa from 'papaparse';

/**
 * The rows of a report file: a JSON list of rows (or one row), or a sheet saved as CSV with its columns named in the first line.
 *
 * Cells of a sheet stay text, so that an ID keeps its zeros. Empty cells are left out: missing is never zero.
 *
 * @throws Error that names the line of a sheet with unbalanced quotes or a wrong number of cells
 */
export function readRows(path) {
	const text = readFileSync(path, 'utf8');
	if (!/\.(csv|tsv|txt)$/i.test(path)) return [JSON.parse(text)].flat();
	const { data, errors } = Papa.parse(text, {
		header: true,
		skipEmptyLines: 'greedy',
		transformHeader: (head) => head.trim(),
	});
	const [fault] = errors.filter(({ code }) => code !== 'UndetectableDelimiter');
	if (fault !== undefined) throw new Error(`${path}, row ${fault.row + 1}: ${fault.message}`);
	return data.map((row) => Object.fromEntries(Object.entries(row).filter(([, cell]) => cell.trim() !== '')));
}
