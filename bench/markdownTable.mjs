/** A Markdown table of rows of cells; the first row is its head. Columns after the first are right-aligned. */
export function markdownTable([head, ...rows]) {
	const line = (cells) => `| ${cells.join(' | ')} |`;
	return [line(head), line(head.map((_, column) => (column === 0 ? '---' : '---:'))), ...rows.map(line)].join('\n');
}
