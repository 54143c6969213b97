import { isLocalDate } from '../time/localClock';

/** Order of day and month in a table's dates: 27.11.2026 has the day first, 11/27/2026 the month. */
export type DayOrder = 'dayFirst' | 'monthFirst';

/** A date as a person or a spreadsheet writes it, taken apart. */
export interface WrittenDate {
	/** YYYY-MM-DD in each order; null where there is no such day. */
	readonly day: Readonly<Record<DayOrder, string | null>>;
	readonly yearFirst: boolean;
	/** Whether points separate day, month and year. No language writes the month first with points. */
	readonly pointed: boolean;
	/** HH:MM:SS; null for a date without a time. */
	readonly time: string | null;
}

/** More than the longest date with a time. */
const MAX_LENGTH = 60;

const YEAR_FIRST = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)(.*)$/s;
const YEAR_LAST = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?!\d)(.*)$/s;
const SHORT_YEAR = /^\d{1,2}([-/.])\d{1,2}(?:\1(?:\d{2})?)?(?!\d)/;
const BEFORE_TIME = /^(?:T|,?\s)\s*/;

/** The parts of a written date; null for any other text, also one with an offset. */
export function writtenDate(text: string): WrittenDate | null {
	const trimmed = text.slice(0, MAX_LENGTH).trim();
	const yearFirst = YEAR_FIRST.exec(trimmed);
	const [, one, separator, other, last, rest] = yearFirst ?? YEAR_LAST.exec(trimmed) ?? [];
	if (rest === undefined) return null;
	const time = rest === '' ? null : BEFORE_TIME.test(rest) ? writtenTime(rest.replace(BEFORE_TIME, '')) : undefined;
	if (time === undefined || (rest !== '' && time === null)) return null;
	const dayFirst = yearFirst === null ? dateOf(last!, other!, one!) : dateOf(one!, other!, last!);
	const monthFirst = yearFirst === null ? dateOf(last!, one!, other!) : dayFirst;
	return { day: { dayFirst, monthFirst }, yearFirst: yearFirst !== null, pointed: separator === '.', time };
}

/** Whether a text is a date whose year is missing or has two digits. */
export const hasShortYear = (text: string): boolean => SHORT_YEAR.test(text.slice(0, MAX_LENGTH).trim());

const CLOCK = /^(\d{1,2})(?::([0-5]\d)(?::([0-5]\d)(?:\.0+)?)?)?(?:\s*([ap])\.?m\.?)?$/i;

/** A clock time as HH:MM:SS: from 14:00, 9:00:00, 2 PM or 2:00 p.m.; null for any other text. */
export function writtenTime(text: string): string | null {
	const [, digits, minute, second = '00', half] = CLOCK.exec(text.slice(0, MAX_LENGTH).trim()) ?? [];
	if (digits === undefined || (minute === undefined && half === undefined)) return null;
	const hour = half === undefined ? Number(digits) : hourOfHalf(Number(digits), half.toLowerCase() === 'p');
	return hour === null || hour > 23 ? null : `${twoDigits(hour)}:${minute ?? '00'}:${second}`;
}

/** 12 AM is 0, 12 PM is 12; null for an hour that no half of a day has. */
const hourOfHalf = (hour: number, afternoon: boolean): number | null =>
	hour < 1 || hour > 12 ? null : (hour % 12) + (afternoon ? 12 : 0);

function dateOf(year: string, month: string, day: string): string | null {
	const date = `${year}-${twoDigits(month)}-${twoDigits(day)}`;
	return isLocalDate(date) ? date : null;
}

const twoDigits = (number: number | string): string => String(number).padStart(2, '0');
