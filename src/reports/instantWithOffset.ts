import { isLocalDate } from '../time/localClock';

const WITH_OFFSET = /^(\d{4}-\d{2}-\d{2})[T ]([01]\d|2[0-3])(:\d{2})(:\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/;

/** The instant of a date with a time and an offset; NaN for any other text. */
export function instantWithOffset(text: string): number {
	const [, date, hour, minute, second = '', offset] = WITH_OFFSET.exec(text) ?? [];
	if (date === undefined || !isLocalDate(date)) return NaN;
	return Date.parse(`${date}T${hour!}${minute!}${second}${offset!.replace(/(\d{2}):?(\d{2})$/, '$1:$2')}`);
}
