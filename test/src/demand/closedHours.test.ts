import { checkExhaustion, createState, ingest } from '../../../src/index';
import { DAY_MS, HOUR_MS, hourly } from '../../support/deliveries';

/** A Saturday. */
const TODAY = Date.UTC(2026, 5, 20);

/** Spend of an hour, by its position since today began. */
type Spend = (hour: number) => number;

const hourOfDay = (hour: number) => ((hour % 24) + 24) % 24;
const isSaturday = (hour: number) => Math.floor(hour / 24) % 7 === 0;

/** About the same in every open hour, in clicks of about one. */
const open =
	(from: number, until = 24): Spend =>
	(hour) =>
		hourOfDay(hour) >= from && hourOfDay(hour) < until ? 36 + (((((hour + 9000) * 7919) % 11) + 11) % 11) : 0;

const shorterOnSaturdays: Spend = (hour) => (isSaturday(hour) ? open(10, 16)(hour) : open(8, 20)(hour));

/** The spend expected of today at a quarter past an hour, over what it will be if it goes on as usual. */
function expectedOf(spend: Spend, days: number, hour: number): number {
	const windows = hourly(TODAY - days * DAY_MS, days * 24 + hour, (position) => {
		const amount = spend(position - days * 24);
		return { spend: amount.toFixed(2), clicks: amount };
	});
	const nowMs = TODAY + (hour + 0.25) * HOUR_MS;
	const definition = { budgetId: 'b', currency: 'EUR', timeZone: 'UTC', dailyAmount: '1000.00' };
	const { state } = ingest(createState(definition), windows, nowMs);
	const usual = Array.from({ length: 24 }, (_, one) => spend(one)).reduce((sum, one) => sum + one, 0);
	return checkExhaustion(state, { nowMs }).exhaustion.spendByDayEnd.mean / usual;
}

describe('hours in which the ads are off say nothing of the day', () => {
	test.each`
		spend                 | days  | hours         | within  | because
		${open(8)}            | ${42} | ${[3, 7, 9]}  | ${0.15} | ${'closed until eight'}
		${open(8)}            | ${7}  | ${[3, 7, 9]}  | ${0.25} | ${'closed until eight, known for a week'}
		${open(6)}            | ${28} | ${[3, 5, 7]}  | ${0.15} | ${'closed until six'}
		${open(8, 20)}        | ${42} | ${[7, 9, 21]} | ${0.15} | ${'open from eight to eight'}
		${shorterOnSaturdays} | ${42} | ${[7, 9, 12]} | ${0.15} | ${'a Saturday with shorter hours than other days'}
	`('$because', ({ spend, days, hours, within }) => {
		for (const hour of hours as number[]) {
			expect(Math.abs(expectedOf(spend as Spend, days as number, hour) - 1)).toBeLessThan(within as number);
		}
	});
});
