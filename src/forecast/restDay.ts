import { closingEvent, isClosedDay, openHoursBetween } from '../budget/openTime';
import { addDays } from '../time/localClock';
import { dayStartMs } from '../time/localDay';
import type { DayContext } from './dayContext';

/** Whether today is before or after the flight. */
export const isOutsideFlight = ({ target }: Pick<DayContext, 'target'>): boolean => target.from === 'outside-flight';

/** Whether today is closed. */
export const isClosed = ({ target }: Pick<DayContext, 'target'>): boolean => target.from === 'closed';

/** Whether nothing is to be spent today. */
export const isRestDay = (context: Pick<DayContext, 'target'>): boolean =>
	isOutsideFlight(context) || isClosed(context);

/** The name of the event that closes today; null where the opening times do. */
export const nameOfClosing = ({ learning, date }: Pick<DayContext, 'learning' | 'date'>): string | null =>
	closingEvent(learning.definition, date) ?? null;

/** Open hours since the flight began, or since today did after a closed day; Infinity if neither is so. */
export function hoursOfDelivery({ learning: { definition }, date, nowMs }: DayContext): number {
	const { flight, timeZone } = definition;
	const firsts = [
		...(flight === undefined ? [] : [flight.start]),
		...(isClosedDay(definition, addDays(date, -1)) ? [date] : []),
	];
	return Math.min(...firsts.map((first) => openHoursBetween(definition, dayStartMs(first, timeZone), nowMs)));
}
