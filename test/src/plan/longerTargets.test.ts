import { createState, ingest, optimizeAllocation, type Strategy } from '../../../src/index';
import { DAY_MS, HOUR_MS, hourly } from '../../support/deliveries';

/** A Monday. */
const TODAY = Date.UTC(2026, 5, 1);

const NOON = TODAY + 12 * HOUR_MS;

/** A week of 7000.00 after four weeks of equal hours, with a spend per hour since midnight. */
function plannedAtNoon(spendPerHour: string, strategy: Strategy, dailyAmount?: string) {
	const definition = { budgetId: 'b', currency: 'EUR', timeZone: 'UTC', weeklyAmount: '7000.00', dailyAmount };
	const even = (spend: string) => () => ({ spend, clicks: 20, conversions: 2 });
	const history = hourly(TODAY - 28 * DAY_MS, 28 * 24, even('41.67'));
	const known = ingest(createState(definition), history, TODAY).state;
	const { state } = ingest(known, hourly(TODAY, 12, even(spendPerHour)), NOON);
	return optimizeAllocation(state, { strategy, nowMs: NOON }).plan;
}

test.each`
	spendPerHour | strategy               | dailyAmount  | dayAmount | because
	${'41.67'}   | ${'adaptive_ml'}       | ${undefined} | ${1000}   | ${'the day is on pace for a seventh'}
	${'0'}       | ${'adaptive_ml'}       | ${undefined} | ${240}    | ${'the day has no traffic, but keeps half of its usual weight'}
	${'75'}      | ${'adaptive_ml'}       | ${undefined} | ${1696}   | ${'900.00 are spent, and the rest of the day is expected to be as busy'}
	${'75'}      | ${'adaptive_ml'}       | ${'1100.00'} | ${1100}   | ${'a daily amount is the maximum of a day'}
	${'75'}      | ${'even_distribution'} | ${undefined} | ${1000}   | ${'other strategies keep the amount at the start of the day'}
`(
	'a week of 7000.00 with $spendPerHour an hour until noon gives $strategy about $dayAmount today: $because',
	({ spendPerHour, strategy, dailyAmount, dayAmount }) => {
		const plan = plannedAtNoon(spendPerHour, strategy, dailyAmount);
		expect(Math.abs(Number(plan.dayAmount) / dayAmount - 1)).toBeLessThan(0.15);
		const cents = plan.hours.reduce((sum, { amount }) => sum + Math.round(100 * Number(amount)), 0);
		expect(cents).toBe(Math.round(100 * Number(plan.dayAmount)));
	},
);
