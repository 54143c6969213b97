import {
	alertMessages,
	type BudgetDefinitionInput,
	checkExhaustion,
	createState,
	describeAlert,
	ingest,
	optimizeAllocation,
	type PacingState,
} from '../../../src/index';
import type { StandingAlert } from '../../../src/alerts/standingAlerts';
import { DAY_MS, HOUR_MS, hourly } from '../../support/deliveries';

/** A Monday, the eighth of a month of 30 days. */
const TODAY = Date.UTC(2026, 5, 8);
const FIRST = TODAY - 28 * DAY_MS;

const WITHOUT_AMOUNT = { budgetId: 'b', currency: 'EUR', timeZone: 'UTC' } as const;
const DAILY = { ...WITHOUT_AMOUNT, dailyAmount: '1000.00' };
const MONTHLY = { ...WITHOUT_AMOUNT, monthlyAmount: '30000.00' };

/** About 42 an hour. */
const steady = (hour: number) => 1.05 * (40 + ((hour * 7919) % 11) - 5);

interface Situation {
	readonly definition?: BudgetDefinitionInput;
	/** Factor on spend at an hour of today. */
	readonly factor: (hour: number) => number;
	/** Cost of a click of an account of few clicks. */
	readonly click?: number;
	/** Spend of the days before, as a factor. */
	readonly before?: number;
	readonly alerts?: readonly StandingAlert[];
	/** Daily budget in force, as reported. */
	readonly budget?: string;
	readonly dayShortfall?: number;
}

/** Whole clicks that cost so much each, at random. */
const inClicks = (hour: number, spend: number, click: number) => {
	const chance = (Math.imul(hour + 1, 2654435761) >>> 0) / 2 ** 32;
	return click * Math.floor(spend / click + chance);
};

/** What is told at a quarter past these hours of a day after four weeks. */
function told(situation: Situation, hours: readonly number[]) {
	const { definition = DAILY, factor, click, before = 1, alerts, dayShortfall, budget } = situation;
	let state: PacingState = { ...createState(definition), ...(alerts !== undefined && { alerts }) };
	const spendAt = (hour: number) => {
		const today = hour - 28 * 24;
		const spend = steady(hour) * (today < 0 ? before : factor(today));
		return click === undefined ? spend : inClicks(hour, spend, click);
	};
	let read = 0;
	return hours.flatMap((hour) => {
		const nowMs = TODAY + hour * HOUR_MS + 15 * 60_000;
		const until = 28 * 24 + hour;
		const windows = hourly(FIRST + read * HOUR_MS, until - read, (position) => ({
			spend: spendAt(read + position).toFixed(6),
			...(budget !== undefined && { budget }),
		}));
		({ state } = ingest(state, windows, nowMs));
		read = until;
		({ state } = optimizeAllocation(state, { strategy: 'adaptive_ml', nowMs }));
		const checked = checkExhaustion(state, { nowMs, ...(dayShortfall !== undefined && { alerts: { dayShortfall } }) });
		({ state } = checked);
		const { text, pagerduty } = alertMessages(describeAlert(state, { exhaustion: checked.exhaustion, nowMs }));
		return checked.exhaustion.alerts
			.filter(({ kind, notify }) => kind === 'underdelivery' && notify)
			.map(({ about, state: is }) => ({ hour, about, state: is, text, pagerduty }));
	});
}

const summary = (said: ReturnType<typeof told>) => said.map(({ hour, state }) => `${hour} ${state}`);

const RUNS = [8, 9, 10, 12, 14, 18, 20, 24];

const standing = (kind: StandingAlert['kind'], about: string): StandingAlert => ({
	kind,
	about,
	state: 'firing',
	sinceMs: TODAY - DAY_MS,
	toldMs: TODAY - DAY_MS,
});

const third = () => 0.3;
const BY_DAY = { ...DAILY, control: 'daily-budget' };
const BID = { ...MONTHLY, control: 'bid-multiplier' };

test.each`
	situation                                                                                                          | said                            | because
	${{ factor: third }}                                                                                               | ${['10 firing', '24 resolved']} | ${'the day spends a third of what it should, and nobody is called before a third of its demand is due'}
	${{ factor: () => 1 }}                                                                                             | ${[]}                           | ${'a day like any other'}
	${{ factor: () => 0.8 }}                                                                                           | ${[]}                           | ${'a fifth less is within the shortfall'}
	${{ factor: () => 0.68, dayShortfall: 0.1 }}                                                                       | ${['14 firing', '24 resolved']} | ${'a tighter shortfall tells it'}
	${{ factor: third, dayShortfall: 0.9 }}                                                                            | ${[]}                           | ${'a wider one does not'}
	${{ factor: third, definition: MONTHLY }}                                                                          | ${['10 firing', '24 resolved']} | ${'a day of a monthly budget is judged by the amount of its morning'}
	${{ factor: third, definition: BID }}                                                                              | ${['10 firing', '24 resolved']} | ${'and where the amount follows the spend every hour'}
	${{ factor: () => 1, definition: { ...DAILY, dailyAmount: '3000.00' } }}                                           | ${[]}                           | ${'a budget that never spends its amount is no news'}
	${{ factor: third, definition: { ...DAILY, dailyAmount: '300.00' } }}                                              | ${[]}                           | ${'the amount is small, and met'}
	${{ factor: third, before: 1 / 3, definition: { ...DAILY, dailyAmount: '330.00' } }}                               | ${[]}                           | ${'as little is usual, and meant'}
	${{ factor: third, click: 25 }}                                                                                    | ${['12 firing', '24 resolved']} | ${'forty clicks a day take longer to tell'}
	${{ factor: () => 0.65, click: 25 }}                                                                               | ${[]}                           | ${'forty clicks a day may well be twenty-six'}
	${{ factor: (hour: number) => (hour < 12 ? 0.3 : 2.5) }}                                                           | ${['10 firing', '14 resolved']} | ${'it catches up'}
	${{ factor: third, definition: BY_DAY }}                                                                           | ${['20 firing', '24 resolved']} | ${'a platform that paces a daily budget may make up for the morning, and not for half of the day'}
	${{ factor: (hour: number) => (hour < 9 ? 0.2 : 1.1), definition: BY_DAY }}                                        | ${[]}                           | ${'it makes up for it'}
	${{ factor: third, budget: '100.00' }}                                                                             | ${[]}                           | ${'the daily budget in force is spent: the amount was never given'}
	${{ factor: third, definition: { ...DAILY, events: [{ name: 'Quiet', start: '2026-06-08', factor: 0.3 }] } }}      | ${[]}                           | ${'the calendar says that it is a quiet day'}
	${{ factor: () => 0.15, before: 0.6, definition: MONTHLY }}                                                        | ${['10 firing', '24 resolved']} | ${'the day is short even of what such a month spends'}
	${{ factor: () => 0.15, before: 0.6, definition: MONTHLY, alerts: [standing('month-under', 'month/2026-06-01')] }} | ${[]}                           | ${'the month is told as short'}
`('$because', ({ situation, said }) => {
	expect(summary(told(situation as Situation, RUNS))).toEqual(said);
});

test('says the projection, the amount and what is usual, and what to do', () => {
	const [first, second] = told({ factor: third, definition: MONTHLY }, RUNS);
	expect(first!.text).toMatch(
		/^\*b\*: Today is projected at €3\d\d\.\d\d \(€\d{3}\.\d\d to €\d{3}\.\d\d\), 3\d% of its €\d{3}\.\d\d; a day like it usually spends €\d{3}\.\d\d\. Check what has changed in bids, targeting and ads, or move the budget\.$/,
	);
	expect(first!.pagerduty).toMatchObject({
		payload: { summary: 'b: Today will end short', severity: 'warning', class: 'budget_underdelivery' },
	});
	expect(second!.text).toMatch(/^\*b\*: 8 June is over: €3\d\d\.\d\d was spent, as far as it is reported\.$/);
});

test('a day that spends nothing is told as that alone', () => {
	const dead = (hour: number) => (hour < 3 ? 1 : 0);
	expect(told({ factor: dead }, RUNS)).toEqual([]);
});
