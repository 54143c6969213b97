import { HOUR_MS } from '../account/calendar.mjs';

/** The latest hours are missing from reports, 2 or `byHours` of them. */
export default {
	on: 'onReport',
	answer: (rows, { byHours = 2 }, account) => rows.filter(({ endMs }) => endMs <= account.nowMs - byHours * HOUR_MS),
};
