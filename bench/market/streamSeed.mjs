/**
 * The seed of a named random stream, so that each part of a world has its own and none shifts another's draws.
 *
 * @returns 32 bits
 * @see G. Fowler, L. C. Noll, P. Vo, FNV-1a
 */
export function streamSeed(...names) {
	let hash = 0x811c9dc5;
	for (const character of names.join('/')) hash = Math.imul(hash ^ character.codePointAt(0), 0x01000193);
	return hash;
}
