import {
	alertMessages,
	type BudgetDefinitionInput,
	checkExhaustion,
	createState,
	describeAlert,
	ingest,
	type PacingState,
	type PerformanceWindow,
	updateDefinition,
} from '../../../src/index';
import { DAY_MS, HOUR_MS, hourly } from '../../support/deliveries';

/** A Monday. */
const TODAY = Date.UTC(2026, 5, 1);
const NOW_MS = TODAY + HOUR_MS / 3;

type Campaign = NonNullable<BudgetDefinitionInput['campaigns']>[number];

const budget = (targets: Omit<Campaign, 'campaignId'>): BudgetDefinitionInput => ({
	budgetId: 'b',
	currency: 'EUR',
	timeZone: 'UTC',
	dailyAmount: '480.00',
	campaigns: [{ campaignId: 'a', ...targets }, { campaignId: 'other' }],
});

type Results = Partial<Pick<PerformanceWindow, 'conversions' | 'revenue'>>;

/** Two campaigns that spend 10.00 an hour each on days up to today; 'other' always converts at 10.00. */
function deliveries(days: number, resultsOf: (daysAgo: number, hour: number) => Results): PerformanceWindow[] {
	const fromMs = TODAY - days * DAY_MS;
	return [
		...hourly(fromMs, days * 24, (hour) => ({
			campaignId: 'a',
			spend: '10.00',
			...resultsOf(days - Math.floor(hour / 24), hour),
		})),
		...hourly(fromMs, days * 24, () => ({ campaignId: 'other', spend: '10.00', conversions: 1, revenue: 40 })),
	];
}

function checked(state: PacingState, nowMs = NOW_MS, alerts: object = {}) {
	const { state: next, exhaustion } = checkExhaustion(state, { nowMs, alerts });
	const message = describeAlert(next, { exhaustion, nowMs });
	const kpi = exhaustion.alerts.find(({ kind }) => kind === 'kpi');
	return { state: next, kpi, sentence: kpi?.message ?? '', text: alertMessages(message).text };
}

const after = (targets: Omit<Campaign, 'campaignId'>, windows: PerformanceWindow[]): PacingState =>
	ingest(createState(budget(targets)), windows, TODAY).state;

/** A conversion every so many hours. */
const every = (hours: number) => (_day: number, hour: number) => ({ conversions: hour % hours === 0 ? 1 : 0 });

describe('a campaign with a target CPA', () => {
	test.each`
		target       | days  | resultsOf                                                                                 | state        | because
		${30}        | ${28} | ${every(5)}                                                                               | ${'firing'}  | ${'it pays 50.00, two thirds above it'}
		${48}        | ${28} | ${every(5)}                                                                               | ${undefined} | ${'it pays 50.00, within the band'}
		${60}        | ${28} | ${every(5)}                                                                               | ${undefined} | ${'it pays less'}
		${30}        | ${28} | ${every(24)}                                                                              | ${'firing'}  | ${'it pays 240.00: seven conversions are enough to say so'}
		${1000}      | ${28} | ${(day: number, hour: number) => ({ conversions: day === 3 && hour % 24 === 0 ? 1 : 0 })} | ${undefined} | ${'seven conversions would be expected in four weeks: one says little'}
		${30}        | ${10} | ${every(5)}                                                                               | ${undefined} | ${'it is ten days old: too little is known of it'}
		${30}        | ${28} | ${() => ({})}                                                                             | ${undefined} | ${'its conversions are not reported, which is not none'}
		${30}        | ${28} | ${(day: number, hour: number) => (day < 4 ? {} : every(5)(day, hour))}                    | ${undefined} | ${'those of three days are not reported'}
		${undefined} | ${28} | ${every(24)}                                                                              | ${undefined} | ${'it has no target'}
	`('of $target is told as missed or not: $because', ({ target, days, resultsOf, state }) => {
		const targets = target === undefined ? {} : { targetCpa: target as number };
		const { kpi } = checked(
			after(targets, deliveries(days as number, resultsOf as (day: number, hour: number) => Results)),
		);
		expect(kpi?.state).toBe(state);
	});

	test('says what it pays, with interval, how far off that is, what it costs and what to do', () => {
		const { kpi, text } = checked(after({ targetCpa: '30.00' }, deliveries(28, every(5))));
		expect(kpi).toMatchObject({
			about: 'campaign/a/cpa',
			severity: 'warning',
			headline: 'Campaign a misses its target CPA',
		});
		expect(text).toMatch(
			/^\*b\*: The CPA of campaign a over the last 7 days is €4\d\.\d\d \(€3\d\.\d\d to €6\d\.\d\d\), 6\d% above its target of €30\.00\. The same spend would bring 56 conversions at the target, not 35\. Check what has changed in search terms, ads and landing pages, and whether conversions are recorded; lower bids or budgets\./,
		);
	});

	test('without a conversion says that, and no infinite cost', () => {
		const { sentence } = checked(
			after(
				{ targetCpa: 30 },
				deliveries(28, (day) => ({ conversions: day > 7 ? 1 : 0 })),
			),
		);
		expect(sentence).toBe(
			'Campaign a has spent €1,680.00 over the last 7 days without a conversion; at its target CPA it would have had 56 conversions',
		);
	});

	test('looks back further where a week would bring few conversions', () => {
		const { sentence } = checked(after({ targetCpa: 200 }, deliveries(28, every(60))));
		expect(sentence).toMatch(
			/^The CPA of campaign a over the last 28 days is €5\d\d\.\d\d .* would bring 34 conversions at the target, not 1\d$/,
		);
	});

	test('a wider band is quieter', () => {
		const state = after({ targetCpa: 30 }, deliveries(28, every(5)));
		expect(checked(state, NOW_MS, { kpiBand: 0.6 }).kpi).toBeUndefined();
	});

	test('conversions that are still to be reported are accounted for', () => {
		let state = createState(budget({ targetCpa: 10.5 }));
		const told = [];
		for (let day = -28; day <= 0; day++) {
			const nowMs = TODAY + day * DAY_MS;
			const late = hourly(nowMs - 5 * DAY_MS, 5 * 24, (position) => ({
				campaignId: 'a',
				spend: '10.00',
				conversions: position < 2 * 24 ? 1 : 0,
			}));
			({ state } = ingest(state, late, nowMs));
			const now = checked(state, nowMs + HOUR_MS / 3);
			({ state } = now);
			if (now.kpi?.notify === true) told.push(`${day} ${now.kpi.message}`);
		}
		expect(told).toEqual([]);
	}, 60_000);

	test('fires once, holds while it is more likely missed than not, and says how it ended', () => {
		let state = after({ targetCpa: 30 }, deliveries(28, every(5)));
		const told: string[] = [];
		for (let day = 0; day < 10; day++) {
			const nowMs = NOW_MS + day * DAY_MS;
			const windows = hourly(TODAY + (day - 1) * DAY_MS, 24, (hour) => ({
				campaignId: 'a',
				spend: '10.00',
				conversions: day === 0 ? every(5)(0, hour + 27 * 24).conversions : hour % 2,
			}));
			({ state } = ingest(state, day === 0 ? [] : windows, TODAY + day * DAY_MS));
			const now = checked(state, nowMs);
			({ state } = now);
			if (now.kpi?.notify === true) told.push(`${day} ${now.kpi.state}: ${now.kpi.message}`);
		}
		expect(told).toEqual([
			expect.stringMatching(/^0 firing: The CPA of campaign a/),
			expect.stringMatching(
				/^[2-6] resolved: Resolved\. The CPA of campaign a over the last 7 days is €3\d\.\d\d, its target €30\.00$/,
			),
		]);
	}, 60_000);

	test('an alert stays as it is while conversions are not reported, and is over with its target', () => {
		const { state } = checked(after({ targetCpa: 30 }, deliveries(28, every(5))));
		const unknown = ingest(
			state,
			hourly(TODAY, 24, () => ({ campaignId: 'a', spend: '10.00' })),
			TODAY + DAY_MS,
		).state;
		const held = checked(unknown, NOW_MS + DAY_MS);
		expect(held.kpi).toBeUndefined();
		expect(held.state.alerts).toContainEqual(expect.objectContaining({ kind: 'kpi', state: 'firing' }));
		const without = checked(updateDefinition(state, budget({})));
		expect(without.sentence).toBe('Resolved. Campaign a has no target CPA any more');
	});
});

test('a campaign that returns less than its target ROAS is told with what the spend would return', () => {
	const orders = (value: number) => (_day: number, hour: number) => ({
		conversions: hour % 2,
		revenue: (hour % 2) * value,
	});
	const { kpi, sentence } = checked(after({ targetRoas: 4 }, deliveries(28, orders(50))));
	expect(kpi).toMatchObject({ state: 'firing', about: 'campaign/a/roas' });
	expect(sentence).toMatch(
		/^The ROAS of campaign a over the last 7 days is 2\.\d\d \(2\.\d\d to 2\.\d\d\), 3\d% below its target of 4\.00\. The same spend would bring €6,720\.00 of revenue at the target, not €4,\d{3}\.\d\d$/,
	);
	expect(checked(after({ targetRoas: 4 }, deliveries(28, orders(70)))).kpi).toBeUndefined();
	expect(checked(after({ targetRoas: 4 }, deliveries(28, every(5)))).kpi).toBeUndefined();
});

describe('campaigns that miss their targets at once', () => {
	const IDS = ['a', 'b', 'c'];

	/** Spend 10.00 an hour each; of each, a conversion every so many hours. */
	const together = (hoursOf: readonly number[], days = 28, targets: Omit<Campaign, 'campaignId'> = { targetCpa: 30 }) =>
		ingest(
			createState({
				...budget({}),
				dailyAmount: '720.00',
				campaigns: IDS.map((campaignId) => ({ campaignId, ...targets })),
			}),
			IDS.flatMap((campaignId, position) =>
				hourly(TODAY - days * DAY_MS, days * 24, (hour) => ({
					campaignId,
					spend: '10.00',
					conversions: (hour + position) % hoursOf[position]! === 0 ? 1 : 0,
					revenue: (hour + position) % hoursOf[position]! === 0 ? 100 : 0,
				})),
			),
			TODAY,
		).state;
	const told = (state: PacingState, nowMs = NOW_MS) =>
		checkExhaustion(state, { nowMs })
			.exhaustion.alerts.filter(({ kind, notify }) => kind === 'kpi' && notify)
			.map(({ about }) => about);

	test.each`
		hoursOf      | targets              | expected                                | because
		${[6, 6, 6]} | ${{ targetCpa: 30 }} | ${['campaigns/cpa']}                    | ${'all pay twice their target: one message says so'}
		${[6, 6, 3]} | ${{ targetCpa: 30 }} | ${['campaigns/cpa']}                    | ${'two of three do'}
		${[4, 4, 4]} | ${{ targetCpa: 28 }} | ${['campaigns/cpa']}                    | ${'43% above the target shows in all of them together, and in none by itself'}
		${[9, 3, 3]} | ${{ targetCpa: 30 }} | ${['campaign/a/cpa']}                   | ${'only one does'}
		${[9, 1, 1]} | ${{ targetCpa: 30 }} | ${['campaign/a/cpa']}                   | ${'only one does, and the others more than make up for it'}
		${[9, 9, 1]} | ${{ targetCpa: 30 }} | ${['campaign/a/cpa', 'campaign/b/cpa']} | ${'two do, but together the campaigns pay less than their targets'}
		${[3, 3, 3]} | ${{ targetCpa: 30 }} | ${[]}                                   | ${'all pay just their target'}
		${[6, 6, 6]} | ${{ targetRoas: 4 }} | ${['campaigns/roas']}                   | ${'all return 1.67'}
	`('are told of as $expected: $because', ({ hoursOf, targets, expected }) => {
		expect(told(together(hoursOf as number[], 28, targets as object))).toEqual(expected);
	});

	test('say what they bring together, and which are off target', () => {
		const { kpi, text } = checked(together([6, 9, 3]));
		expect(kpi).toMatchObject({ severity: 'warning', headline: '2 of 3 campaigns miss their target CPA' });
		expect(text).toMatch(
			/^\*b\*: Over the last 7 days the 3 campaigns with a target CPA bring 10\d conversions \(9\d to 11\d\), where the same spend would bring 168 at their targets\. Off target, the most costly first: b and a\. Check what has changed/,
		);
	});

	test('name five, and count the rest', () => {
		const ids = Array.from({ length: 8 }, (_, position) => `c${position}`);
		const state = ingest(
			createState({ ...budget({}), campaigns: ids.map((campaignId) => ({ campaignId, targetCpa: 30 })) }),
			ids.flatMap((campaignId) =>
				hourly(TODAY - 28 * DAY_MS, 28 * 24, (hour) => ({
					campaignId,
					spend: '10.00',
					conversions: hour % 6 === 0 ? 1 : 0,
				})),
			),
			TODAY,
		).state;
		expect(checked(state).sentence).toMatch(/the most costly first: c0, c1, c2, c3, c4 and 3 more$/);
	});

	test('are told once, whichever more of them follow, and once when it is over', () => {
		let state = together([6, 6, 3]);
		const messages: string[] = [];
		for (let day = 0; day < 12; day++) {
			const startMs = TODAY + (day - 1) * DAY_MS;
			const rate = day < 4 ? [6, 6, 9] : [2, 2, 2];
			const windows = IDS.flatMap((campaignId, position) =>
				hourly(startMs, 24, (hour) => ({
					campaignId,
					spend: '10.00',
					conversions: hour % rate[position]! === 0 ? 1 : 0,
				})),
			);
			if (day > 0) ({ state } = ingest(state, windows, TODAY + day * DAY_MS));
			const now = checkExhaustion(state, { nowMs: NOW_MS + day * DAY_MS });
			({ state } = now);
			messages.push(
				...now.exhaustion.alerts
					.filter(({ kind, notify }) => kind === 'kpi' && notify)
					.map(({ about, message }) => `${about}: ${message}`),
			);
		}
		expect(messages).toEqual([
			expect.stringMatching(/^campaigns\/cpa: Over the last 7 days/),
			expect.stringMatching(
				/^campaigns\/cpa: Resolved\. Over the last 7 days the 3 campaigns with a target CPA bring 1\d\d conversions \(1\d\d to 1\d\d\), where the same spend would bring 168 at their targets$/,
			),
		]);
	}, 60_000);

	test('stay told while conversions are not reported, and are over once fewer than two have a target', () => {
		const { state } = checked(together([6, 6, 6]));
		const unknown = ingest(
			state,
			IDS.flatMap((campaignId) => hourly(TODAY, 24, () => ({ campaignId, spend: '10.00' }))),
			TODAY + DAY_MS,
		).state;
		const held = checked(unknown, NOW_MS + DAY_MS);
		expect(held.kpi).toBeUndefined();
		expect(held.state.alerts).toContainEqual(expect.objectContaining({ about: 'campaigns/cpa', state: 'firing' }));
		expect(checked(updateDefinition(state, budget({}))).sentence).toBe(
			'Resolved. Fewer than two campaigns have a target CPA',
		);
	});

	test('are not told one by one while it is not known how they do together', () => {
		const { state } = checked(together([6, 6, 6]));
		const unknown = ingest(
			state,
			IDS.flatMap((campaignId) =>
				hourly(TODAY, 24, () => ({ campaignId, spend: '10.00', ...(campaignId === 'a' && { conversions: 0 }) })),
			),
			TODAY + DAY_MS,
		).state;
		expect(told(unknown, NOW_MS + DAY_MS)).toEqual([]);
	});

	test('that spend nothing any more have spent too little to be judged', () => {
		const { state } = checked(together([6, 6, 6]));
		const paused = ingest(
			state,
			IDS.flatMap((campaignId) => hourly(TODAY, 29 * 24, () => ({ campaignId, spend: '0.00', conversions: 0 }))),
			TODAY + 29 * DAY_MS,
		).state;
		expect(checked(paused, NOW_MS + 29 * DAY_MS).sentence).toBe(
			'Resolved. The campaigns have spent too little to judge their CPA',
		);
	});

	test('are told again as missing them together once fewer than two clearly do', () => {
		const { state } = checked(together([6, 6, 6]));
		const better = ingest(
			state,
			IDS.flatMap((campaignId, position) =>
				hourly(TODAY, 7 * 24, (hour) => ({
					campaignId,
					spend: '10.00',
					conversions: (hour + position) % 4 === 0 && hour % 28 !== 0 ? 1 : 0,
				})),
			),
			TODAY + 7 * DAY_MS,
		).state;
		const { kpi } = checked(better, NOW_MS + 7 * DAY_MS, { repeatAfterHours: 24 });
		expect([kpi?.state, kpi?.headline]).toEqual(['firing', 'Campaigns miss their target CPA together']);
	});
});
