/** Characters of a name that a message shows: more than ad platforms allow, and few enough for every limit of a message. */
const LONGEST_NAME = 120;

/** Control characters, halves of characters, line ends, and marks that turn the reading direction of what follows. */
const UNSEEN = /[\p{Cc}\p{Cs}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu;

/** A name as people gave it, made one line of at most 120 characters that leaves the text around it alone. */
export function displayName(name: string): string {
	const characters = [...name.replace(UNSEEN, ' ').replace(/\s+/g, ' ').trim()];
	if (characters.length <= LONGEST_NAME) return characters.join('');
	return `${characters.slice(0, LONGEST_NAME - 1).join('')}…`;
}
