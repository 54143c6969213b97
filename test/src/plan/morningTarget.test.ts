import { createState, ingest, type PacingState } from '../../../src/index';
import { dayContext } from '../../../src/forecast/dayContext';
import { morningTarget } from '../../../src/plan/targetOf';
import { DAY_MS, HOUR_MS, hourly } from '../../support/deliveries';
import { pushedAt } from '../../support/pushRecords';

/** A Monday in the middle of a month. */
const TODAY = Date.UTC(2026, 5, 15);
const DAYS = 42;

/** Weekends bring four times the results; every day spends its budget of 100. */
const account = (step: number): PacingState => {
	const definition = {
		budgetId: 'b',
		currency: 'EUR',
		timeZone: 'UTC',
		monthlyAmount: '3000.00',
		control: 'daily-budget',
	} as const;
	const windows = hourly(TODAY - DAYS * DAY_MS, DAYS * 24, (hour) => ({
		spend: (100 / 24).toFixed(6),
		budget: '100.00',
		clicks: 10,
		conversions: Math.floor(hour / 24) % 7 >= 5 ? 4 : 1,
	}));
	const { state } = ingest(createState(definition), windows, TODAY);
	return { ...state, pushes: [pushedAt(TODAY - DAY_MS, '100.00', '100.00', { step })] };
};

test.each`
	step   | because
	${0.2} | ${'neighbouring weekdays differ by no more than one push can move'}
	${0.5} | ${'days are as different as they are worth'}
`('with pushes of at most $step the amount of the morning is that of the plan: $because', ({ step }) => {
	const { planning, target } = dayContext(account(step as number), TODAY + HOUR_MS / 3);
	expect(morningTarget(planning).amount).toBe(target.amount);
});
