/** Characters of a platform's message that are shown: enough for its reason, and few enough for a chat. */
const LONGEST = 240;

const TAG = /<[^>]*>/g;
const UNSEEN = /[\p{Cc}\p{Cs}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu;

/** What follows the name of a secret, and anything that looks like a token. */
const SECRETS = [
	/\b(authorization|bearer|[\w-]*(?:token|secret|password|api[_-]?key))\b["']?(?:\s*[:=]\s*|\s+)["']?(?:bearer\s+)?(?=\S*\d)[\w.~+/=-]{6,}/gi,
	/[\w~+/=-]{40,}/g,
];

/** A platform's message as one short line without secrets, and without a full stop: it ends a sentence of this package. */
export function platformWords(message: string): string {
	const line = message.replace(TAG, ' ').replace(UNSEEN, ' ').replace(/\s+/g, ' ').trim().replace(/\.$/, '');
	const safe = line.replace(SECRETS[0]!, '$1 …').replace(SECRETS[1]!, '…');
	const characters = [...safe];
	return characters.length <= LONGEST ? safe : `${characters.slice(0, LONGEST - 1).join('')}…`;
}
