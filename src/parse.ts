import * as z from 'zod/v4';

import { UserError } from './errors';

/** What a field is called, by the path to it. */
type NameOf = (path: readonly PropertyKey[]) => string;

/**
 * Reads data from outside with its schema: what comes back is already true.
 *
 * @param what   the thing in the user's words, such as "budget definition"
 * @param nameOf what its fields are called on the screen; by default as in the data
 * @throws UserError that names each field at fault and why
 */
export function parse<Schema extends z.ZodType>(
	schema: Schema,
	raw: unknown,
	what: string,
	nameOf: NameOf = (path) => path.map(String).join('.'),
): z.output<Schema> {
	const result = schema.safeParse(raw);
	if (result.success) return result.data;
	const faults = result.error.issues.map(({ path, message }) => ({
		field: path.length > 0 ? nameOf(path) : '',
		message,
	}));
	throw new UserError(
		`The ${what} cannot be used: ${faults.slice(0, MOST_FAULTS_SHOWN).map(faultText).join('; ')}`,
		`Correct ${where(faults)} and run again.`,
	);
}

interface Fault {
	/** Empty for the whole. */
	readonly field: string;
	readonly message: string;
}

/** A message stays readable: the first faults tell what kind of mistake it is. */
const MOST_FAULTS_SHOWN = 5;

const faultText = ({ field, message }: Fault): string => (field === '' ? message : `'${field}' ${lowerFirst(message)}`);

const where = (faults: readonly Fault[]): string => {
	const fields = [...new Set(faults.map(({ field }) => field))].filter((field) => field !== '');
	return fields.length === 0
		? 'it'
		: fields
				.slice(0, MOST_FAULTS_SHOWN)
				.map((field) => `'${field}'`)
				.join(', ');
};

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
