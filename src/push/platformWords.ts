/** Characters of a platform's message that are shown: enough for its reason, and few enough for a chat. */
const LONGEST = 240;

/** Tags of a page, and what it has between them that nobody sees. */
const MARKUP = /<(script|style)\b.*?(?:<\/\1\s*>|$)|<!--.*?(?:-->|$)|<[^>]*>/gis;
const UNSEEN = /[\p{Cc}\p{Cs}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu;

/** What follows the name of a secret, and anything that looks like a token. */
const SECRETS = [
	/\b(authorization|bearer|[\w-]*(?:token|secret|password|api[_-]?key))\b["']?(?:\s*[:=]\s*|\s+)["']?(?:bearer\s+)?(?=\S*\d)[\w.~+/=-]{6,}/gi,
	/[\w~+/=-]{40,}/g,
];

/** An answer's message as one short line without secrets, and without a full stop: it ends a sentence of this package. */
export function platformWords(message: string, longest = LONGEST): string {
	const line = message.replace(MARKUP, ' ').replace(UNSEEN, ' ').replace(/\s+/g, ' ').trim().replace(/\.$/, '');
	const safe = line.replace(SECRETS[0]!, '$1 …').replace(SECRETS[1]!, '…');
	const characters = [...safe];
	return characters.length <= longest ? safe : `${characters.slice(0, longest - 1).join('')}…`;
}
