import * as z from 'zod/v4';

import { UserError } from './errors';

/**
 * Reads data from outside with its schema: what comes back is already true.
 *
 * @param what the thing in the user's words, such as "budget definition"
 * @throws UserError that names each field at fault and why
 */
export function parse<Schema extends z.ZodType>(schema: Schema, raw: unknown, what: string): z.output<Schema> {
	const result = schema.safeParse(raw);
	if (result.success) return result.data;
	const faults = result.error.issues.slice(0, MOST_FAULTS_SHOWN).map(faultText);
	throw new UserError(
		`The ${what} cannot be used: ${faults.join('; ')}`,
		`Correct ${where(result.error.issues)} and run again.`,
	);
}

/** A message stays readable: the first faults tell what kind of mistake it is. */
const MOST_FAULTS_SHOWN = 5;

const path = (issue: z.core.$ZodIssue): string => issue.path.map(String).join('.');

const faultText = (issue: z.core.$ZodIssue): string =>
	path(issue) === '' ? issue.message : `'${path(issue)}' ${lowerFirst(issue.message)}`;

const where = (issues: readonly z.core.$ZodIssue[]): string => {
	const fields = [...new Set(issues.map(path))].filter((field) => field !== '');
	return fields.length === 0
		? 'it'
		: fields
				.slice(0, MOST_FAULTS_SHOWN)
				.map((field) => `'${field}'`)
				.join(', ');
};

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
