/**
 * Lists that together hold these values in their order, as JSON texts of at most so many letters, unless one value alone is longer.
 *
 * @returns none for no values
 */
export function jsonLists(values: readonly object[], mostLetters: number): string[] {
	const lists: string[][] = [];
	let letters = Infinity;
	for (const text of values.map((value) => JSON.stringify(value))) {
		if (letters + text.length > mostLetters) {
			lists.push([]);
			letters = 0;
		}
		lists.at(-1)!.push(text);
		letters += text.length;
	}
	return lists.map((texts) => `[${texts.join(',')}]`);
}
