import { DateTime } from 'luxon';

const at = (ms, zone) => DateTime.fromMillis(ms, { zone });

/** The local date and hour of an instant: { date: '2026-11-27', hour: 9 }. */
export const localHour = (ms, zone) => ({ date: at(ms, zone).toISODate(), hour: at(ms, zone).hour });

/** Start of a local day; NaN if there is no such date. */
export const startOfDate = (date, zone) => DateTime.fromISO(date, { zone }).startOf('day').toMillis();

/** Start of the local day after this one. */
export const startOfNextDate = (date, zone) =>
	DateTime.fromISO(date, { zone }).plus({ days: 1 }).startOf('day').toMillis();

/** The next local midnight. */
export const nextMidnight = (ms, zone) => at(ms, zone).plus({ days: 1 }).startOf('day').toMillis();

/** An instant with the local offset from UTC: 2026-11-27T09:00:00+01:00. */
export const withOffset = (ms, zone) => at(ms, zone).toISO({ suppressMilliseconds: true });
