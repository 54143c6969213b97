/**
 * Changes constants of the method.
 *
 * @param method  constants by room and name
 * @param changes values by path, such as `campaigns.halfLifeDays`
 * @throws Error if there is no such constant
 */
export function setMethod(method, changes) {
	for (const [path, value] of Object.entries(changes)) {
		const [room, name] = path.split('.');
		if (method[room]?.[name] === undefined) throw new Error(`The method has no constant ${path}`);
		method[room][name] = value;
	}
}
