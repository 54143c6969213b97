/** Words of grammar, which every question has and none is about. */
const OF_GRAMMAR = new Set(
	`a an and are as at be by can could did do does for from get had has have how i if in is it its many me much my no of on or our s should so such than that
	the their them they this to up us was we were what when where which whether who will with would you your`.split(/\s+/),
);

/** What a text is found by: its words without those of grammar, in the singular. */
const wordsOf = (text: string): string[] =>
	(text.toLowerCase().match(/[a-z0-9]+/g) ?? [])
		.filter((word) => !OF_GRAMMAR.has(word))
		.map((word) => word.replace(/(?<=[a-z]{3})s$/, ''));

/**
 * Texts in the order in which a query finds them, by the words that they share with it: rare words count more, repeated ones little, long texts less.
 *
 * @see S. Robertson, H. Zaragoza, The Probabilistic Relevance Framework: BM25 and Beyond (2009), with k1 = 1.2 and b = 0.75
 * @param texts by name
 * @returns names, the best first
 */
export function rank(query: string, texts: ReadonlyMap<string, string>): string[] {
	const documents = [...texts].map(([name, text]) => ({ name, words: wordsOf(text) }));
	const averageLength = documents.reduce((sum, { words }) => sum + words.length, 0) / documents.length;
	const weight = (word: string) => {
		const having = documents.filter(({ words }) => words.includes(word)).length;
		return Math.log(1 + (documents.length - having + 0.5) / (having + 0.5));
	};
	const score = (words: readonly string[]) =>
		wordsOf(query).reduce((sum, word) => {
			const count = words.filter((one) => one === word).length;
			return sum + (weight(word) * count * 2.2) / (count + 1.2 * (0.25 + (0.75 * words.length) / averageLength));
		}, 0);
	const scored = documents.map(({ name, words }) => ({ name, score: score(words) }));
	return scored.sort((one, other) => other.score - one.score).map(({ name }) => name);
}
