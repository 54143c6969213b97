import {
	alertMessages,
	type BudgetDefinitionInput,
	checkExhaustion,
	createState,
	describeAlert,
	ingest,
	optimizeAllocation,
	type PacingState,
	type PerformanceWindow,
} from '../../../src/index';
import type { PushRecord } from '../../../src/records/pushRecord';
import { DAY_MS, HOUR_MS, hourly } from '../../support/deliveries';

/** A Monday, and the first of a month of 30 days. */
const TODAY = Date.UTC(2026, 5, 1);
const FIRST = TODAY - 28 * DAY_MS;
const HISTORY = 28 * 24;

const DAILY = { budgetId: 'b', currency: 'EUR', timeZone: 'UTC', dailyAmount: '2500.00' } as const;

/** Spend of an hour, by its position since the first; undefined where the report has no row. */
type Spend = (hour: number) => number | undefined;

/** About 42 an hour, in 40 clicks or so. */
const steady = (hour: number) => 1.05 * (40 + ((hour * 7919) % 11) - 5);

const openFromEight: Spend = (hour) => (hour % 24 >= 8 && hour % 24 < 18 ? 2 * steady(hour) : 0);
const closedOnSundays: Spend = (hour) => (Math.floor(hour / 24) % 7 === 6 ? 0 : steady(hour));
/** Ten clicks a day, each in an hour of its own. */
const tenClicks: Spend = (hour) => ((hour * 7919 + ((hour * hour) % 13)) % 5 < 2 ? 1 : 0);

/** A click of 40 in two of five hours. */
const seldom: Spend = (hour) => 40 * tenClicks(hour)!;

const stopped =
	(usual: Spend, from: number, hours: number): Spend =>
	(hour) =>
		hour >= from && hour < from + hours ? 0 : usual(hour);

const until =
	(usual: Spend, last: number, after: 'zeros' | 'no rows' = 'zeros'): Spend =>
	(hour) => {
		if (hour < last) return usual(hour);
		return after === 'zeros' ? 0 : undefined;
	};

interface Situation {
	readonly definition?: BudgetDefinitionInput;
	readonly campaigns: Readonly<Record<string, Spend>>;
	readonly state?: (state: PacingState) => PacingState;
	/** Daily budget of each campaign, as reported. */
	readonly budget?: (hour: number) => string;
}

const rows = ({ campaigns, budget }: Situation, from: number, until: number): PerformanceWindow[] =>
	Object.entries(campaigns).flatMap(([campaignId, spend]) =>
		hourly(FIRST + from * HOUR_MS, until - from, (position) => ({
			campaignId,
			source: 'google_ads:1',
			spend: (spend(from + position) ?? 0).toFixed(6),
			...(budget !== undefined && { budget: budget(from + position) }),
		})).filter((_, position) => spend(from + position) !== undefined),
	);

/** What is told at a quarter past each of these hours after the history. */
function told(situation: Situation, hours: readonly number[]) {
	const { definition = DAILY, state: change = (state) => state } = situation;
	let state = change(createState(definition));
	let read = 0;
	return hours.flatMap((hour) => {
		const nowMs = TODAY + hour * HOUR_MS + 15 * 60_000;
		({ state } = ingest(state, rows(situation, read, HISTORY + hour), nowMs));
		read = HISTORY + hour;
		({ state } = optimizeAllocation(state, { strategy: 'adaptive_ml', nowMs }));
		const checked = checkExhaustion(state, { nowMs });
		({ state } = checked);
		const { text } = alertMessages(describeAlert(state, { exhaustion: checked.exhaustion, nowMs }));
		return checked.exhaustion.alerts
			.filter(({ kind, notify }) => kind === 'no-delivery' && notify)
			.map(({ about, state: is }) => ({ hour, about, state: is, text }));
	});
}

const summary = (said: ReturnType<typeof told>) => said.map(({ hour, about, state }) => `${hour} ${about} ${state}`);

const DAY = [10, 11, 12, 13, 16, 17, 18, 24];

const AT_TEN = HISTORY + 10;

const paused = (object: string, to = 'paused', hour = 10): PushRecord => ({
	pushId: `${object} ${hour}`,
	status: 'confirmed',
	atMs: TODAY + hour * HOUR_MS,
	planId: 'p',
	platform: 'google_ads',
	object,
	lever: 'status',
	why: 'protect',
	from: null,
	to,
});

const pushed =
	(...pushes: PushRecord[]) =>
	(state: PacingState): PacingState => ({ ...state, pushes });

const event = (factor: number): BudgetDefinitionInput => ({
	...DAILY,
	events: [{ name: 'Closed', start: '2026-06-01', factor }],
});

test.each`
	situation                                                                                                                                        | said                              | because
	${{ campaigns: { 7: until(steady, AT_TEN) } }}                                                                                                   | ${['12  firing']}                 | ${'rows of zeros are reports'}
	${{ campaigns: { 7: until(steady, AT_TEN, 'no rows') } }}                                                                                        | ${[]}                             | ${'no rows at all are old data, and told as that'}
	${{ campaigns: { 7: (hour: number) => (hour >= AT_TEN && hour < AT_TEN + 6 ? 0 : steady(hour)) } }}                                              | ${['12  firing', '17  resolved']} | ${'it is over with the first spend'}
	${{ campaigns: { 7: until(steady, AT_TEN, 'no rows'), 8: steady } }}                                                                             | ${['12 campaign/7 firing']}       | ${'one of two campaigns is missing from a report that has the other'}
	${{ campaigns: { 7: until(steady, AT_TEN), 8: until(steady, AT_TEN) } }}                                                                         | ${['12  firing']}                 | ${'all campaigns are one incident'}
	${{ campaigns: { 7: until((hour: number) => steady(hour) / 50, AT_TEN), 8: steady } }}                                                           | ${[]}                             | ${'a campaign of 2% is not missed'}
	${{ campaigns: { 7: until(tenClicks, AT_TEN) }, definition: { ...DAILY, dailyAmount: '12.00' } }}                                                | ${[]}                             | ${'ten clicks a day have naturally empty hours'}
	${{ campaigns: { 7: openFromEight } }}                                                                                                           | ${[]}                             | ${'closed hours are no incident'}
	${{ campaigns: { 7: (hour: number) => closedOnSundays(hour + 6 * 24) } }}                                                                        | ${[]}                             | ${'closed Sundays are no incident'}
	${{ campaigns: { 7: until(steady, AT_TEN) }, definition: event(0.01) }}                                                                          | ${[]}                             | ${'an event that leaves a hundredth of the day is a declared pause'}
	${{ campaigns: { 7: until(steady, AT_TEN) }, definition: event(2) }}                                                                             | ${['12  firing']}                 | ${'a sale is none'}
	${{ campaigns: { 7: until(steady, AT_TEN) }, definition: { ...DAILY, flight: { start: '2026-05-01', end: '2026-05-31', amount: '40000.00' } } }} | ${[]}                             | ${'the flight is over'}
	${{ campaigns: { 7: until(steady, AT_TEN) }, definition: { ...DAILY, dailyAmount: '400.00' } }}                                                  | ${[]}                             | ${'the amount of the day is gone'}
	${{ campaigns: { 7: until(steady, AT_TEN) }, budget: () => '410.00' }}                                                                           | ${[]}                             | ${'the daily budget in force is used up'}
	${{ campaigns: { 7: until(steady, HISTORY) }, budget: (hour: number) => (hour < HISTORY ? '1000.00' : '0.01') }}                                 | ${[]}                             | ${'the daily budget in force is a cent'}
	${{ campaigns: { 7: until(steady, AT_TEN) }, state: pushed(paused('campaign/7')) }}                                                              | ${[]}                             | ${'a push of this package paused it'}
	${{ campaigns: { 7: until(steady, AT_TEN), 8: steady }, state: pushed(paused('campaign/7')) }}                                                   | ${[]}                             | ${'a push paused one of two'}
	${{ campaigns: { 7: until(steady, AT_TEN), 8: steady }, state: pushed(paused('campaign/8')) }}                                                   | ${['12 campaign/7 firing']}       | ${'a push paused the other'}
	${{ campaigns: { 7: until(steady, AT_TEN) }, state: pushed(paused('campaign/7'), paused('campaign/7', 'enabled', 14)) }}                         | ${['18  firing']}                 | ${'it was enabled again, and delivers nothing'}
`('$because', ({ situation, said }) => {
	expect(summary(told(situation as Situation, DAY))).toEqual(said);
});

test('says since when, what is usual by now, and where to look', () => {
	const said = told({ campaigns: { 7: until(steady, AT_TEN), 8: steady } }, DAY);
	expect(said.map(({ text }) => text)).toEqual([
		expect.stringMatching(
			/^\*b\*: Campaign 7 has spent nothing since 1 Jun 2026, 10:00; usually it would be about €8\d\.\d\d by now\. Check whether campaigns are paused or ended, the payment, disapproved ads and the product feed, and whether the report counts their cost\.$/,
		),
	]);
	const all = told({ campaigns: { 7: (hour) => (hour === AT_TEN || hour === AT_TEN + 1 ? 0 : steady(hour)) } }, DAY);
	expect(all.map(({ text }) => text)).toEqual([
		expect.stringMatching(
			/^\*b\*: Nothing has been spent since 1 Jun 2026, 10:00; usually it would be about €8\d\.\d\d/,
		),
		'*b*: Resolved. Spend is reported again.',
	]);
});

test.each`
	again       | said                                                      | because
	${33}       | ${['24  firing', '41  resolved']}                         | ${'it has few clicks, and was not missed while nothing else was spent'}
	${Infinity} | ${['24  firing', '41  resolved', '80 campaign/7 firing']} | ${'since the others spend again, it should have'}
`('after everything had stopped for 30 hours, a campaign spends after $again: $because', ({ again, said }) => {
	const campaigns = { 7: stopped(seldom, AT_TEN, again as number), 8: stopped(steady, AT_TEN, 30) };
	expect(summary(told({ campaigns }, [12, 24, 36, 40, 41, 42, 43, 48, 56, 64, 72, 80, 88]))).toEqual(said);
});

test('a campaign that spends nothing for a week is told once, and given up then', () => {
	const hours = [12, 14, 36, 100, 176, 178, 180];
	const said = told({ campaigns: { 7: until(steady, AT_TEN, 'no rows'), 8: steady } }, hours);
	expect(summary(said)).toEqual(['14 campaign/7 firing', '178 campaign/7 resolved']);
	expect(said[1]!.text).toContain('Campaign 7 has spent nothing for a week, and is no longer expected to.');
}, 60_000);

test('a campaign that somebody is known to have paused is told as that alone', () => {
	const edited = {
		kind: 'edited-by-someone',
		about: 'google_ads/campaign/7/status',
		state: 'firing',
		sinceMs: TODAY,
		toldMs: TODAY,
	} as const;
	const state = (before: PacingState) => ({ ...before, alerts: [edited] });
	expect(told({ campaigns: { 7: until(steady, AT_TEN, 'no rows'), 8: steady }, state }, DAY)).toEqual([]);
});
