/** Escapes text for HTML elements and quoted attributes. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** A table with column headers; the first cell of a row is its header. Cells are text, not markup. */
export function htmlTable(heads: readonly string[], rows: readonly (readonly string[])[]): string {
	const cell = (text: string, position: number) =>
		position === 0 ? `<th scope="row">${escapeHtml(text)}</th>` : `<td>${escapeHtml(text)}</td>`;
	const head = heads.map((text) => `<th scope="col">${escapeHtml(text)}</th>`).join('');
	const body = rows.map((row) => `<tr>${row.map(cell).join('')}</tr>`).join('');
	return tableMarkup(head, body);
}

/** A table of marked-up cells; where it is wider than the screen, it scrolls, by the keyboard too. */
export const tableMarkup = (head: string, body: string): string =>
	`<div class="table" tabindex="0"><table><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table></div>`;
