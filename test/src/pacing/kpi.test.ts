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
			/^\*b\*: The CPA of campaign a over the last 7 days is €4\d\.\d\d \(€3\d\.\d\d to €6\d\.\d\d\), 6\d% above its target of €30\.00\. The same spend would bring 56 conversions at the target, not 35\. Check what has changed in search terms, ads and landing pages, and whether conversions are recorded; lower its bids or its budget\./,
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
