import { z } from '../../src/index';

/**
 * The rows of an ad schedule as they come from a node before: a list of rows, a response, a list of responses, or their JSON text.
 *
 * What it gives is checked row by row as part of the target.
 */
export const AdScheduleCell = z.unknown().transform((given, context): unknown[] => {
	const parts = typeof given === 'string' ? fromJson(given) : given;
	if (parts === NO_JSON) context.addIssue('must be JSON, or be left empty if the schedule was not read');
	return [parts].flat().flatMap(rowsOf);
});

const NO_JSON = Symbol('no JSON');

function fromJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return NO_JSON;
	}
}

/** The rows of a response; a response without rows has none. Anything else is a row. */
function rowsOf(part: unknown): unknown[] {
	if (typeof part !== 'object' || part === null) return [part];
	if ('results' in part) return [part.results].flat();
	return 'fieldMask' in part || 'requestId' in part ? [] : [part];
}
