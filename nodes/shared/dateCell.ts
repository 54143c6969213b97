import { instantWithOffset, isoInstant, UserError, z } from '../../src/index';
import { isDateTime } from './readInstant';

const NO_DATE = 'must be a date, such as 2026-12-01';

/** More than the longest time with an offset. */
const MAX_LENGTH = 60;

/** Whether a clock time is followed by more than AM or PM, such as Z, +01:00 or CET. */
const hasOffset = (text: string): boolean =>
	/\d:\d{2}.*[a-z+-]/i.test(text.slice(0, MAX_LENGTH).replace(/[ap]m$/i, ''));

/** A date as text. With an offset it is an instant, whose date depends on the time zone: see `localDate`. */
export const OptionalDate = z
	.preprocess((cell) => (isDateTime(cell) ? cell.toJSON() : cell), z.string(NO_DATE).trim())
	.refine((text) => !hasOffset(text) || !Number.isNaN(instantWithOffset(text)), NO_DATE)
	.transform((text) => (hasOffset(text) ? text : text.slice(0, DATE_LENGTH)))
	.optional();

const DATE_LENGTH = '2026-12-01'.length;

/**
 * The date of a cell in a time zone.
 *
 * @param field its name on the screen
 * @throws UserError for midnight of another date, because programs also write a date without a zone as its midnight in their own, and for an unknown zone
 */
export function localDate(cell: string, field: string, timeZone: string): string {
	if (cell.length <= DATE_LENGTH) return cell;
	const date = isoInstant(instantWithOffset(cell), timeZone).slice(0, DATE_LENGTH);
	const written = cell.slice(0, DATE_LENGTH);
	if (date === written || !MIDNIGHT.test(cell)) return date;
	throw new UserError(
		`'${field}' is ${cell}: at this instant it is ${date < written ? 'still' : 'already'} ${date} in ${timeZone}`,
		`Enter the date alone: ${written} or ${date}.`,
	);
}

const MIDNIGHT = /^.{11}00:00(?::00(?:\.0+)?)?[Z+-]/;
