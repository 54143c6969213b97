import {
	alertMessages,
	type BudgetDefinitionInput,
	checkExhaustion,
	createState,
	describeAlert,
	ingest,
	optimizeAllocation,
	type PerformanceWindow,
} from '../../../src/index';
import { HOUR_MS, hourly } from '../../support/deliveries';

/** A Monday. */
const TODAY = Date.UTC(2026, 5, 15);
const HISTORY = 42 * 24;

/** Spend of an hour, by its position since today began. */
type Spend = (hour: number) => number;

/** About 42 an hour, 1,010 a day. */
const steady: Spend = (hour) => 1.05 * (35 + (((hour + HISTORY) * 7919) % 11));
const times =
	(factor: number, from = 0, until = 24): Spend =>
	(hour) =>
		(hour >= from && hour < until ? factor : 1) * steady(hour);

interface Situation {
	readonly definition?: Partial<BudgetDefinitionInput>;
	readonly usual?: Spend;
	/** As usual unless said. */
	readonly today?: Spend;
	/** Parts of the spend, by campaign. */
	readonly campaigns?: Readonly<Record<string, Spend>>;
	/** The hour of today up to which is reported; to the last full one unless said. */
	readonly reportedUntil?: number;
	readonly hasHistory?: boolean;
	/** What was edited after the plan of the first hour. */
	readonly edited?: Partial<BudgetDefinitionInput>;
}

const ALL: Situation['campaigns'] = { a: () => 1 };

const rows = (
	{ usual = steady, today = usual, campaigns = ALL }: Situation,
	from: number,
	until: number,
): PerformanceWindow[] =>
	Object.entries(campaigns!).flatMap(([campaignId, part]) =>
		hourly(TODAY + from * HOUR_MS, Math.max(0, until - from), (position) => {
			const hour = from + position;
			const spend = part(hour) * (hour < 0 ? usual(hour) : today(hour));
			const clicks = Math.round(spend);
			return { campaignId, source: 'google_ads:1', spend: spend.toFixed(2), clicks, conversions: spend / 20 };
		}),
	);

/** What is said at a quarter past the last of these hours, and at which of them it is told. */
function said(situation: Situation, hours: readonly number[]) {
	const definition = (changes: Partial<BudgetDefinitionInput> = {}): BudgetDefinitionInput => ({
		budgetId: 'b',
		name: 'Brand',
		currency: 'EUR',
		timeZone: 'UTC',
		...(situation.definition ?? { dailyAmount: '1000.00' }),
		...changes,
	});
	let state = createState(definition());
	if (situation.hasHistory ?? true) ({ state } = ingest(state, rows(situation, -HISTORY, 0), TODAY));
	let text = '';
	const toldAt = hours.filter((hour, position) => {
		const nowMs = TODAY + (hour + 0.25) * HOUR_MS;
		({ state } = ingest(state, rows(situation, 0, Math.min(hour, situation.reportedUntil ?? hour)), nowMs));
		({ state } = optimizeAllocation(state, { strategy: 'adaptive_ml', nowMs }));
		if (position > 0) state = { ...state, definition: createState(definition(situation.edited)).definition };
		const checked = checkExhaustion(state, { nowMs });
		({ state } = checked);
		const message = describeAlert(state, { exhaustion: checked.exhaustion, nowMs });
		({ text } = alertMessages(message));
		return message.alert.notify;
	});
	return { text: text.replace('*Brand*: ', ''), toldAt };
}

const MONTHLY = { monthlyAmount: '30000.00' };
const FLIGHT = { flight: { start: '2026-06-20', end: '2026-06-30', amount: '11000.00' } };
const PAST_FLIGHT = { flight: { start: '2026-06-01', end: '2026-06-10', amount: '10000.00' } };
const LAST_DAY = { flight: { start: '2026-06-01', end: '2026-06-15', amount: '15000.00' } };

const half: Spend = () => 0.5;
const openFromEight: Spend = (hour) => ((hour + HISTORY) % 24 >= 8 ? 1.5 * steady(hour) : 0);

interface Row {
	readonly because: string;
	readonly given: Situation;
	/** At a quarter past each of these hours the budget is checked. */
	readonly hours: readonly number[];
	/** Those in which somebody is told. */
	readonly toldAt: readonly number[];
	/** What the last check says. */
	readonly text: string;
}

const ROWS: readonly Row[] = [
	{ because: 'an ordinary day', given: {}, hours: [11], toldAt: [], text: '€462.00 of €1,000.00 spent; on pace.' },
	{
		because: 'the first day of a new budget',
		given: { hasHistory: false },
		hours: [11],
		toldAt: [],
		text: '€462.00 of €1,000.00 spent; on pace.',
	},
	{
		because: 'clicks cost three times as much from eight on',
		given: { today: times(3, 8) },
		hours: [9, 10],
		toldAt: [9],
		text: "Today's budget will run out at about 14:19 (13:47 to 15:01, UTC), probability above 99%. At risk: about 45.7 conversions. Cap spend at €27.80 an hour to last the day.",
	},
	{
		because: "the day's budget is gone in the morning",
		given: { today: times(5, 6) },
		hours: [9, 10],
		toldAt: [9],
		text: "€1,134.00 of €1,000.00 spent; nothing is left for today. Raise today's budget, or wait for tomorrow's.",
	},
	{
		because: 'somebody stopped the runaway',
		given: { today: (hour: number) => times(3, 8, 11)(hour) * (hour < 11 ? 1 : 0.1) },
		hours: [9, 10, 11, 12],
		toldAt: [9, 12],
		text: 'Resolved. €724.40 of €1,000.00 spent; on pace.',
	},
	{
		because: 'the last hour and a half of a day well spent',
		given: { today: times(1.3, 18) },
		hours: [22],
		toldAt: [],
		text: "Today's budget will run out at about 22:29 (22:26 to 22:33, UTC), probability above 99%. At risk: about 3.6 conversions. Cap spend at €6.58 an hour to last the day.",
	},
	{
		because: 'somebody cut the budget below what is spent',
		given: { edited: { dailyAmount: '300.00' } },
		hours: [10, 11],
		toldAt: [11],
		text: "€462.00 of €300.00 spent; nothing is left for today. Raise today's budget, or wait for tomorrow's.",
	},
	{
		because: 'somebody doubled the budget at eleven',
		given: { edited: { dailyAmount: '2000.00' } },
		hours: [10, 11],
		toldAt: [],
		text: 'Today is likely to end below 90% of its €2,000.00.',
	},
	{
		because: 'a dead day of a monthly budget',
		given: { definition: MONTHLY, today: () => 0 },
		hours: [6, 8],
		toldAt: [8],
		text: 'Nothing has been spent since 15 Jun 2026, 00:00; usually it would be about €335.23 by now. Check whether campaigns are paused or ended, the payment, disapproved ads and the product feed, and whether the report counts their cost.',
	},
	{
		because: 'a slow day of a monthly budget, before it is sure',
		given: { definition: MONTHLY, today: times(0.35) },
		hours: [10],
		toldAt: [],
		text: 'Today is likely to end below 90% of its €900.64.',
	},
	{
		because: 'a slow day of a monthly budget',
		given: { definition: MONTHLY, today: times(0.35) },
		hours: [10, 12],
		toldAt: [12],
		text: 'Today is projected at €374.37 (€352.08 to €398.23), 42% of its €896.17; a day like it usually spends €891.58. Check what has changed in bids, targeting and ads, or move the budget.',
	},
	{
		because: 'a runaway of a monthly budget whose hours follow it',
		given: { definition: MONTHLY, today: times(3, 8) },
		hours: [9, 10],
		toldAt: [10],
		text: '€306.60 was spent from 07:00 to 10:00, 2.4 times the usual €126.49. Today is projected at €1,904.46 (€1,718.30 to €2,087.07); a day like it usually spends €1,009.63. Check for raised bids or budgets, new campaigns, and unusual search terms, placements or clicks.',
	},
	{
		because: 'a runaway far below the budget',
		given: { definition: { dailyAmount: '9000.00' }, today: times(3, 7) },
		hours: [9],
		toldAt: [9],
		text: '€313.95 was spent from 06:00 to 09:00, 2.5 times the usual €126.00. Today is projected at €1,993.63 (€1,781.64 to €2,186.73); a day like it usually spends €1,009.63. Check for raised bids or budgets, new campaigns, and unusual search terms, placements or clicks.',
	},
	{
		because: 'one of two campaigns stops',
		given: { campaigns: { brand: half, generic: (hour: number) => (hour < 6 ? 0.5 : 0) } },
		hours: [8, 9],
		toldAt: [9],
		text: 'Campaign generic has spent nothing since 15 Jun 2026, 06:00; usually it would be about €62.78 by now. Check whether campaigns are paused or ended, the payment, disapproved ads and the product feed, and whether the report counts their cost.',
	},
	{
		because: 'a night in which nothing is ever spent',
		given: { usual: openFromEight },
		hours: [5],
		toldAt: [],
		text: '€0.00 of €1,000.00 spent; on pace.',
	},
	{
		because: 'reports are four hours old',
		given: { reportedUntil: 4 },
		hours: [4, 8],
		toldAt: [],
		text: 'The latest report ended 4 hours ago, so pacing cannot be judged. No spend has been reported since 04꞉00: about €169.61 (€154.36 to €184.69) is expected for that time and reserved. Check the workflow and the report that feed this budget, and whether its campaigns deliver.',
	},
	{
		because: 'reports are five hours old',
		given: { reportedUntil: 4 },
		hours: [4, 8, 9],
		toldAt: [9],
		text: 'The latest report ended 5 hours ago, so pacing cannot be judged. Check the workflow and the report that feed this budget, and whether its campaigns deliver.',
	},
	{
		because: 'nothing was ever reported',
		given: { hasHistory: false, reportedUntil: 0 },
		hours: [11],
		toldAt: [],
		text: 'Nothing was ever reported for this budget, so pacing cannot be judged. Check the workflow and the report that feed this budget, and whether its campaigns deliver.',
	},
	{
		because: "the month's budget is gone on the 15th",
		given: { definition: { monthlyAmount: '12000.00' } },
		hours: [11],
		toldAt: [11],
		text: 'The monthly budget of €12,000.00 is exceeded by €2,589.75; nothing is left until 1 July. Raise the budget, or lower or pause the campaigns.',
	},
	{
		because: 'the month cannot be spent',
		given: { definition: { monthlyAmount: '45000.00' } },
		hours: [8, 9, 33],
		toldAt: [33],
		text: 'The month is projected at €30,282.97 (€29,912.87 to €30,669.14), 67% of €45,000.00. From today on, it takes €1,991.16 a day to spend it. Raise bids, broaden targeting, or move the budget.',
	},
	{
		because: 'the month will be over',
		given: { definition: { monthlyAmount: '24000.00' } },
		hours: [8, 9, 33],
		toldAt: [33],
		text: 'The month is projected at €30,282.97 (€29,912.87 to €30,669.14), 126% of €24,000.00. From today on, €591.16 a day would meet it. Raise the budget, or lower or pause the campaigns.',
	},
	{
		because: 'the flight has not begun',
		given: { definition: FLIGHT, today: () => 0 },
		hours: [11],
		toldAt: [],
		text: 'Today is outside the flight.',
	},
	{
		because: 'spend before the flight',
		given: { definition: FLIGHT },
		hours: [11],
		toldAt: [11],
		text: '€462.00 spent today, although it is outside the flight. Pause the campaigns.',
	},
	{
		because: 'the flight is over',
		given: { definition: PAST_FLIGHT, today: () => 0 },
		hours: [11],
		toldAt: [],
		text: 'Today is outside the flight.',
	},
	{
		because: "the last day of a flight, with less than a day's budget left",
		given: { definition: LAST_DAY },
		hours: [11],
		toldAt: [11],
		text: "Today's budget will run out at about 20:45 (19:58 to 21:32, UTC), probability above 99%. At risk: about 6.9 conversions. Cap spend at €31.32 an hour to last the day.",
	},
	{
		because: 'the first day of a week',
		given: { definition: { weeklyAmount: '7000.00' } },
		hours: [11],
		toldAt: [],
		text: '€462.00 of €1,006.93 spent; on pace.',
	},
	{
		because: 'a campaign misses its target CPA',
		given: { definition: { dailyAmount: '1000.00', campaigns: [{ campaignId: 'a', targetCpa: '12.00' }] } },
		hours: [11],
		toldAt: [11],
		text: 'The CPA of campaign a over the last 7 days is €19.95 (€18.64 to €21.36), 66% above its target of €12.00. The same spend would bring 588 conversions at the target, not 354. Check what has changed in search terms, ads and landing pages, and whether conversions are recorded; lower bids or budgets.',
	},
	{
		because: 'a campaign meets its target CPA',
		given: { definition: { dailyAmount: '1000.00', campaigns: [{ campaignId: 'a', targetCpa: '25.00' }] } },
		hours: [11],
		toldAt: [],
		text: '€462.00 of €1,000.00 spent; on pace.',
	},
	{
		because: 'a runaway in yen',
		given: {
			definition: { currency: 'JPY', dailyAmount: '100000' },
			usual: (hour: number) => 100 * steady(hour),
			today: (hour: number) => 100 * times(3, 8)(hour),
		},
		hours: [9],
		toldAt: [9],
		text: "Today's budget will run out at about 14:53 (14:10 to 15:45, UTC), probability above 99%. At risk: about 4,108 conversions. Cap spend at JP¥3,469 an hour to last the day.",
	},
	{
		because: 'a day that ends a quarter below its budget',
		given: { today: times(0.7) },
		hours: [18],
		toldAt: [],
		text: 'Today is likely to end below 90% of its €1,000.00.',
	},
];

describe('what a budget manager reads', () => {
	test.each(ROWS)('$because', ({ given, hours, toldAt, text }) => {
		expect(said(given, hours)).toEqual({ text, toldAt });
	});
});
