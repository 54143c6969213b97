/** A mail without markup. */
export interface Mail {
	readonly subject: string;
	readonly text: string;
}

/** Joins paragraphs of lines with an empty line between them; paragraphs without lines are left out. */
export const paragraphs = (...parts: readonly (readonly string[])[]): string =>
	parts
		.filter((lines) => lines.length > 0)
		.map((lines) => lines.join('\n'))
		.join('\n\n');
