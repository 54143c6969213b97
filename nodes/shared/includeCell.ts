import { z } from '../../src/index';

/** Which parts an item has besides its results, by the names that expressions use. */
export function includeCell<const Parts extends readonly [string, ...string[]]>(parts: Parts) {
	const message = `must be a list of parts, of these: ${parts.join(', ')}`;
	return z.array(z.enum(parts, message), message);
}
