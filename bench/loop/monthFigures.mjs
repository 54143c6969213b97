import { sum } from 'simple-statistics';

import { calendarOf } from '../../sandbox/account/calendar.mjs';
import { groupBy } from '../groupBy.mjs';

/**
 * What the account really delivered, month by month since it began.
 *
 * @returns (months) of `{ month, spend, deviation, conversions, edits }`: spend in major units, its deviation from the target as a fraction, expected
 *   conversions, and the most edits of one object through the API
 */
export function monthFigures(account, target) {
	const { days, edits } = account.truth();
	const monthOf = (date) => date.slice(0, 7);
	const first = monthOf(calendarOf(account.timeZone).dayAt(account.startMs).date);
	const months = groupBy(days, ({ date }) => monthOf(date));
	const calendar = calendarOf(account.timeZone);
	const dateAt = (ms) => calendar.dayAt(ms).date;
	return [...months]
		.filter(([month]) => month >= first)
		.map(([month, ofMonth]) => {
			const campaigns = ofMonth.flatMap((day) => day.campaigns);
			const spend = sum(campaigns.map(({ spendMicros }) => spendMicros)) / 1e6;
			const own = edits.filter(({ author, atMs }) => author === 'api' && monthOf(dateAt(atMs)) === month);
			const perObject = [...groupBy(own, ({ object }) => object).values()].map(({ length }) => length);
			return {
				month,
				spend,
				deviation: spend / target - 1,
				conversions: sum(campaigns.map(({ conversions }) => conversions)),
				edits: Math.max(0, ...perObject),
			};
		})
		.filter(({ month }, position, all) => position < all.length - 1 || month < monthOf(dateAt(account.nowMs)));
}
