/** The media type of a request, without parameters. */
export const mediaTypeOf = (request) => (request.header('content-type') ?? '').split(';')[0].trim().toLowerCase();

/** The JSON of a body; undefined if it is none. */
export async function jsonOf(request) {
	try {
		return JSON.parse(await request.text());
	} catch {
		return undefined;
	}
}

/**
 * The first thing that a schema refuses in a body.
 *
 * @param schema of zod, strict: an unknown field is refused
 * @returns null if nothing is refused; else the path of the field, such as campaigns.0.budget, and what is wrong with it: `unknown`, `missing`
 *   or `invalid`
 */
export function refusalOf(schema, body) {
	const { success, error } = schema.safeParse(body);
	if (success) return null;
	const [issue] = error.issues;
	if (issue.code === 'unrecognized_keys') return refusal('unknown', [...issue.path, issue.keys[0]], issue);
	const value = issue.path.reduce((node, key) => node?.[key], body);
	return refusal(value === undefined ? 'missing' : 'invalid', issue.path, issue);
}

const refusal = (kind, path, { message }) => ({
	kind,
	path: path.join('.'),
	field: String(path.at(-1) ?? ''),
	message,
});

/** The ID that stands twice in a list; undefined if none does. */
export const repeated = (ids) => ids.find((id, position) => ids.indexOf(id) !== position);
