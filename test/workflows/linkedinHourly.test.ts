import { runWorkflow } from '../../demo/engine';
import workflow from '../../workflows/linkedin-hourly.json';
import { asOf } from '../support/asOf';
import { withHours } from '../support/withHours';

const [FIRST, SECOND] = ['145282384', '145282385'] as const;

/** A campaign's day so far in dollars, as LinkedIn reports it, without a currency. */
const dayOf = (day: number, campaignId: string, costInLocalCurrency: string, clicks: number) => ({
	dateRange: { start: { year: 2026, month: 11, day }, end: { year: 2026, month: 11, day } },
	pivotValues: [`urn:li:sponsoredCampaign:${campaignId}`],
	costInLocalCurrency,
	impressions: 20 * clicks,
	clicks,
	externalWebsiteConversions: 0,
});

const YESTERDAY = [dayOf(22, FIRST, '190.5000000000000335346', 40), dayOf(22, SECOND, '141.25', 30)];
const AT_NINE = [...YESTERDAY, dayOf(23, FIRST, '85.25', 20), dayOf(23, SECOND, '40.13', 10)];
const AT_TEN = [...YESTERDAY, dayOf(23, FIRST, '97.7500000000000335346', 23), dayOf(23, SECOND, '49.38', 12)];

/** Runs the workflow with some parameters of some nodes changed. */
async function runAt(
	instant: string,
	elements: readonly object[],
	changes: Readonly<Record<string, object>> = {},
	tables = new Map<string, Record<string, unknown>[]>(),
) {
	const nowMs = Date.parse(instant);
	jest.spyOn(Date, 'now').mockReturnValue(nowMs); // for $now in the URL of the report
	const sent: Record<string, readonly string[]> = {};
	const answering = (name: string, answer: object) => (messages: readonly string[]) => {
		sent[name] = messages;
		return messages.map(() => answer);
	};
	const inForce = (amount: string) => ({ dailyBudget: { amount, currencyCode: 'USD' } });
	const answers = {
		'Read LinkedIn Report': { elements, paging: { start: 0, count: 10, links: [] } },
		'Read Current Budgets': { results: { [SECOND]: inForce('100.00'), [FIRST]: inForce('200') } },
		'Push Day Budgets': { statusCode: 204, headers: {} },
		'Tell Slack About Pushes': {},
		'Tell Slack': {},
	};
	const nodes = workflow.nodes.map((node) => ({ ...node, parameters: { ...node.parameters, ...changes[node.name] } }));
	const { outputs, error } = await runWorkflow({
		workflow: asOf(withHours({ ...workflow, nodes }), nowMs),
		trigger: 'Try It Now',
		tables,
		pinned: Object.fromEntries(Object.entries(answers).map(([name, answer]) => [name, answering(name, answer)])),
	});
	expect(error).toBeUndefined();
	return { outputs, sent };
}

const cents = (amount: number) => Math.round(100 * amount);

afterEach(() => {
	jest.restoreAllMocks();
});

describe('workflows/linkedin-hourly.json', () => {
	test('derives an hour from two reads, converts its dollars to euros once, and pushes dollars', async () => {
		const tables = new Map<string, Record<string, unknown>[]>();
		const nine = await runAt('2026-11-23T09:00:00Z', AT_NINE, {}, tables);
		expect(nine.outputs['Ingest Performance']).toMatchObject([
			[{ accepted: 2 * (24 + 9), rejected: 0, currency: 'EUR', spentToday: 115.35 }], // 0.92 * (85.25 + 40.13)
			[],
		]);
		expect(nine.outputs['Optimize Allocation']![0]).toMatchObject([{ warnings: [{ code: 'no-history' }] }]);
		expect(nine.outputs['Prepare Push']).toMatchObject([
			[],
			[
				{ object: `campaign/${FIRST}`, reason: { code: 'dry-run' } },
				{ object: `campaign/${SECOND}`, reason: { code: 'dry-run' } },
			],
		]);
		expect(nine.sent).not.toHaveProperty('Push Day Budgets');
		expect(nine.sent).not.toHaveProperty('Tell Slack');

		const ten = await runAt('2026-11-23T10:00:00Z', AT_TEN, { 'Prepare Push': { dryRun: false } }, tables);
		expect(ten.outputs['Ingest Performance']).toMatchObject([
			[{ accepted: 2, replaced: 0, unchanged: 2, rejected: 0, spentToday: 135.36 }], // 0.92 * (97.75 + 49.38)
			[],
		]);
		const [plan] = ten.outputs['Optimize Allocation']![0] as unknown as [
			{
				warnings: object[];
				hours: { spent: number | null; expected: { clicks: number | null } }[];
				campaigns: { campaignId: string; amount: number }[];
			},
		];
		expect(plan).toMatchObject({ currency: 'EUR', dayAmount: 300, spent: 135.36, warnings: [{ code: 'short-history' }] });
		expect(plan.hours[9]!.spent).toBe(20.01); // 0.92 * (12.50 + 9.25)
		expect(plan.hours[10]!.expected.clicks).toBeGreaterThan(0);

		expect(plan.campaigns.map(({ campaignId }) => campaignId)).toEqual([FIRST, SECOND]);
		const amounts = plan.campaigns.map(({ amount }) => cents(amount));
		expect(amounts[0]! + amounts[1]!).toBe(cents(300));
		const dollars = amounts.map((amount) => Math.floor(amount / 0.92) / 100);
		expect(ten.outputs['Prepare Push']).toMatchObject([
			[
				{ currency: 'USD', from: 200, to: dollars[0], exchange: { currency: 'EUR', rate: 0.92 } },
				{ currency: 'USD', from: 100, to: dollars[1], exchange: { currency: 'EUR', rate: 0.92 } },
			],
			[],
		]);
		expect(ten.sent['Push Day Budgets']!.map((body) => JSON.parse(body) as unknown)).toEqual(
			dollars.map((amount) => ({ patch: { $set: { dailyBudget: { amount: String(amount), currencyCode: 'USD' } } } })),
		);
		expect(ten.sent).not.toHaveProperty('Tell Slack'); // a quarter above its amount is a normal day of a platform that paces
		expect(tables.get('budget_pacing')).toMatchObject([{ budgetId: 'linkedin-eu', spentToday: 135.36 }]);
	}, 60_000);

	test.each`
		instant                   | timeZone              | start                          | end                            | because
		${'2027-01-01T00:00:00Z'} | ${'UTC'}              | ${'year:2026,month:12,day:31'} | ${'year:2027,month:1,day:1'}   | ${'the year has begun'}
		${'2026-11-23T12:00:00Z'} | ${'Pacific/Auckland'} | ${'year:2026,month:11,day:23'} | ${'year:2026,month:11,day:24'} | ${'it is the 24th there'}
	`('at $instant asks for yesterday and today in $timeZone: $because', async ({ instant, timeZone, start, end }) => {
		const { sent } = await runAt(instant, [], { 'Pacing Budget': { timeZone } });
		expect(sent['Read LinkedIn Report']).toEqual([
			'https://api.linkedin.com/rest/adAnalytics?q=analytics&pivot=CAMPAIGN&timeGranularity=DAILY' +
				`&dateRange=(start:(${start}),end:(${end}))` +
				`&campaigns=List(urn%3Ali%3AsponsoredCampaign%3A${FIRST},urn%3Ali%3AsponsoredCampaign%3A${SECOND})` +
				'&fields=dateRange,pivotValues,costInLocalCurrency,impressions,clicks,externalWebsiteConversions',
		]);
		expect(sent['Read Current Budgets']).toEqual([
			`https://api.linkedin.com/rest/adAccounts/506333826/adCampaigns?ids=List(${FIRST},${SECOND})`,
		]);
	}, 60_000);

	test('every request to LinkedIn has the API version of the pushes and the protocol version', async () => {
		const { outputs } = await runAt('2026-11-23T09:00:00Z', AT_NINE);
		const [{ request }] = outputs['Prepare Push']![1] as unknown as [{ request: { headers: Record<string, string> } }];
		const parametersOf = (name: string) => workflow.nodes.find((node) => node.name === name)!.parameters;
		for (const read of ['Read LinkedIn Report', 'Read Current Budgets']) {
			expect(parametersOf(read).jsonHeaders).toContain(
				`'LinkedIn-Version': '${request.headers['Linkedin-Version']}', 'X-Restli-Protocol-Version': '2.0.0'`,
			);
		}
		expect(request.headers['X-Restli-Protocol-Version']).toBe('2.0.0');
		expect(parametersOf('Push Day Budgets').jsonHeaders).toContain('...$json.headers');
	}, 60_000);
});
