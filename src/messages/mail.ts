/** A mail without markup. */
export interface Mail {
	readonly subject: string;
	readonly text: string;
}

/** Paragraphs of lines, one empty line between them; a paragraph without lines is left out. */
export const paragraphs = (...parts: readonly (readonly string[])[]): string =>
	parts
		.filter((lines) => lines.length > 0)
		.map((lines) => lines.join('\n'))
		.join('\n\n');
