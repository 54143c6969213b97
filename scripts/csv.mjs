/** Reads a sheet saved as CSV: cells apart by the commonest of comma, semicolon and tab in its first line, quoted where need be (RFC 4180). */
export function readCsv(text) {
	const first = text.slice(0, text.indexOf('\n'));
	const [separator] = [',', ';', '\t'].sort((a, b) => first.split(b).length - first.split(a).length);
	const [heads, ...lines] = cellsOf(text.replace(/^\uFEFF/, ''), separator).filter((cells) => cells.join('') !== '');
	return lines.map((cells) => Object.fromEntries((heads ?? []).map((head, column) => [head.trim(), cells[column]])));
}

/** (lines, cells) */
function cellsOf(text, separator) {
	const lines = [[]];
	let cell = '';
	let isQuoted = false;
	const endCell = () => {
		lines.at(-1).push(cell);
		cell = '';
	};
	for (let position = 0; position < text.length; position++) {
		const sign = text[position];
		if (isQuoted && sign === '"' && text[position + 1] === '"') {
			cell += '"';
			position++;
		} else if (sign === '"') isQuoted = !isQuoted;
		else if (isQuoted) cell += sign;
		else if (sign === separator) endCell();
		else if (sign === '\n') {
			endCell();
			lines.push([]);
		} else if (sign !== '\r') cell += sign;
	}
	endCell();
	return lines;
}
