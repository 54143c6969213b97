import {
	type BudgetDefinitionInput,
	createState,
	ingest,
	optimizeAllocation,
	overviewOf,
	overviewPage,
	pacingStatus,
	type PacingState,
	withOffer,
} from '../../../src/index';
import { DAY_MS, HOUR_MS, hourly } from '../../support/deliveries';

/** A Monday, six weeks after the first day. */
const TODAY = Date.UTC(2026, 5, 22);
const NINE = TODAY + 9 * HOUR_MS;

interface Account {
	readonly definition?: Partial<BudgetDefinitionInput>;
	/** What the campaign could spend on a day at most. */
	readonly demand?: number;
	/** Whether its daily budgets varied; otherwise each was 1,000. */
	readonly varies?: boolean;
	readonly nowMs?: number;
}

/** A campaign that spends its daily budgets up to its demand, each day with 4 conversions per root of its spend, planned at an instant. */
function account({ definition = {}, demand = Infinity, varies = true, nowMs = NINE }: Account): PacingState {
	let state = createState({
		budgetId: 'b',
		currency: 'EUR',
		timeZone: 'UTC',
		dailyAmount: '1000.00',
		monthlyAmount: '40000.00',
		control: 'daily-budget',
		...definition,
	});
	for (let day = -42; day < 0; day++) {
		const startMs = TODAY + day * DAY_MS;
		const budget = varies ? [400, 700, 1000, 1300, 1600][(((day * 3) % 5) + 5) % 5]! : 1000;
		const spend = Math.min(budget, demand);
		state = withOffer(state, { campaignId: 'a', amount: budget.toFixed(2), atMs: startMs + 60_000 });
		const windows = hourly(startMs, 24, () => ({
			campaignId: 'a',
			spend: (spend / 24).toFixed(6),
			clicks: 40,
			conversions: (4 * Math.sqrt(spend)) / 24,
			revenue: ((400 * Math.sqrt(spend)) / 24).toFixed(6),
			impressions: Math.round((10_000 * Math.sqrt(spend)) / 24),
		}));
		state = ingest(state, windows, startMs + DAY_MS).state;
	}
	const since = hourly(TODAY, Math.floor((nowMs - TODAY) / HOUR_MS), () => ({ campaignId: 'a', spend: '41.67' }));
	return optimizeAllocation(ingest(state, since, nowMs).state, { strategy: 'adaptive_ml', nowMs }).state;
}

const said = (given: Account) =>
	pacingStatus(account(given), { nowMs: given.nowMs ?? NINE })
		.reasons.filter(({ code }) => code === 'headroom')
		.map(({ message }) => message);

const MORE = 'With more budget, about €[\\d,]+\\.\\d\\d more would be spent today';

test.each`
	given                                                   | words                                                                               | because
	${{}}                                                   | ${` at a CPA of €2\\d\\.\\d\\d; the month has room for €(9,9|10,0)\\d\\d\\.\\d\\d`} | ${'40,000 is the month, and days of 1,000 make 30,000 of it'}
	${{ definition: { monthlyAmount: undefined } }}         | ${` at a CPA of €2\\d\\.\\d\\d`}                                                    | ${'no longer period asks for room'}
	${{ definition: { monthlyAmount: '30000.00' } }}        | ${` at a CPA of €2\\d\\.\\d\\d; the month has no room for it`}                      | ${'days of 1,000 make all of it'}
	${{ definition: { weeklyAmount: '7000.00' } }}          | ${` at a CPA of €2\\d\\.\\d\\d; the week has no room for it`}                       | ${'the week is tighter than the month'}
	${{ definition: { objective: 'revenue' } }}             | ${' at a ROAS of [34]\\.\\d\\d; the month has room for €[\\d,.]+'}                  | ${'revenue is its objective'}
	${{ definition: { objective: 'reach' } }}               | ${' at a CPM of €[89]\\.\\d\\d; the month has room for €[\\d,.]+'}                  | ${'impressions are its objective'}
	${{ definition: { objective: 'balanced' } }}            | ${'; the month has room for €[\\d,.]+'}                                             | ${'a mean of conversions and revenue has no price'}
	${{ definition: { campaigns: [{ campaignId: 'a' }] } }} | ${` at a CPA of €2\\d\\.\\d\\d; the month has room for €[\\d,.]+`}                  | ${'its only campaign is limited'}
	${{ varies: false }}                                    | ${'; the month has room for €[\\d,.]+'}                                             | ${'equal days do not say what more spend brings'}
`('a budget that limits its day says what more would bring: $because', ({ given, words }) => {
	expect(said(given as Account)).toEqual([expect.stringMatching(new RegExp(`^${MORE}${String(words)}$`))]);
});

test.each`
	given                                                                    | because
	${{ demand: 600 }}                                                       | ${'demand limits it'}
	${{ nowMs: TODAY + 15 * HOUR_MS }}                                       | ${'most of the day is over'}
	${{ definition: { control: 'bid-multiplier' } }}                         | ${'bids are the lever, so that nothing is known of daily budgets'}
	${{ definition: { monthlyAmount: '20000.00', dailyAmount: undefined } }} | ${'nothing is left of the month'}
`('says nothing where $because', ({ given }) => {
	expect(said(given as Account)).toEqual([]);
});

test('costs of more are those of the response, by a fifth', () => {
	const [message] = said({});
	const [more, cpa] = [/about €([\d,.]+) more/, /CPA of €([\d.]+)/].map((pattern) =>
		Number(pattern.exec(message!)![1]!.replaceAll(',', '')),
	) as [number, number];
	const truth = more / (4 * (Math.sqrt(1000 + more) - Math.sqrt(1000)));
	expect(Math.abs(cpa / truth - 1)).toBeLessThan(0.2);
});

test('is in the morning digest, and needs nobody', () => {
	const overview = overviewOf(account({}), { nowMs: NINE });
	const { text, needsPerson } = overviewPage([overview], { nowMs: NINE });
	expect(text).toMatch(new RegExp(`\\*Room for more\\*\n\\*b\\*: ${MORE} at a CPA of [^\n]+\\.\n\\*Planned\\*`));
	expect(needsPerson).toBe(0);
});

test('without a plan for today nothing is said', () => {
	expect(overviewOf({ ...account({}), plan: null }, { nowMs: NINE }).headroom).toBeNull();
});
