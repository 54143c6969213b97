import { UserError } from '../errors';
import { learningNotes } from '../notes/learningNotes';
import { isFiniteThroughout } from '../statistics/isFiniteThroughout';

/** @throws UserError if a number in a figure that a plan rests on is not finite */
export function assertFinite(figure: string, value: unknown): void {
	if (!isFiniteThroughout(value)) throw notFiniteError(figure);
}

/** Why no plan is made from a figure. */
export const notFiniteError = (figure: string): UserError =>
	new UserError(
		`${learningNotes.notFinite(figure)}, so no plan can be made`,
		'Look for impossible figures in the reports of the last days, such as an hour with billions of clicks, and ingest those hours again with the right ones.',
	);
