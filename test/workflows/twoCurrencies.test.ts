import { runWorkflow } from '../../demo/engine';
import workflow from '../../workflows/two-currencies.json';
import { asOf } from '../support/asOf';
import { googleRows } from '../support/googleRows';

const NOW = Date.parse('2026-11-23T07:30:00+01:00');
const META = '120210000000000001';
const TODAY = '2026-11-23';

/** Three weeks of a campaign that spends 19 to 21 an hour. */
const hours = googleRows(TODAY, 21, NOW, (hour, date) => ({
	spend: 19 + ((hour + Number(date.slice(-2))) % 3),
	clicks: 30,
	conversions: 1,
})) as { metrics: { costMicros: string }; segments: { date: string; hour: number } }[];

const inDollars = hours.map((row) => ({ ...row, customer: { currencyCode: 'USD', timeZone: 'Europe/Berlin' } }));

/** As many hours of Meta, with twice as many clicks. */
const inEuros = hours.map(({ segments: { date, hour } }) => {
	const at = String(hour).padStart(2, '0');
	return {
		account_currency: 'EUR',
		campaign_id: META,
		date_start: date,
		date_stop: date,
		hourly_stats_aggregated_by_advertiser_time_zone: `${at}:00:00 - ${at}:59:59`,
		spend: '18.40',
		clicks: '60',
	};
});

/** The workflow with live pushes and no limit on their step. */
const live = {
	...workflow,
	nodes: workflow.nodes.map((node) =>
		node.name.startsWith('Prepare')
			? { ...node, parameters: { ...node.parameters, dryRun: false, guards: { maxChangePercent: 1000 } } }
			: node,
	),
};

const runWith = async (tables: Map<string, Record<string, unknown>[]>) => {
	const sent: string[] = [];
	const takes = (body: object) => (bodies: readonly string[]) => {
		sent.push(...bodies);
		return bodies.map(() => ({ statusCode: 200, headers: {}, body }));
	};
	const run = await runWorkflow({
		workflow: asOf(live, NOW),
		trigger: 'Try It Now',
		tables,
		pinned: {
			'Read Google Ads Report': [{ results: inDollars }],
			'Read Meta Report': [
				{ data: inEuros.slice(0, 300), paging: { next: 'https://graph.facebook.com/page-2' } },
				{ data: inEuros.slice(300), paging: {} },
			],
			'Read Google Budget': [{ results: [{ campaignBudget: { amountMicros: '480000000', period: 'DAILY' } }] }],
			'Read Meta Budget': [{ daily_budget: '50000', lifetime_budget: '0', id: META }],
			'Tell Slack About Pushes': (texts) => texts.map((text) => ({ text })),
			'Push to Google': takes({ results: [{}] }),
			'Push to Meta': takes({ success: true }),
		},
	});
	return { ...run, sent };
};

const cents = (amount: number) => Math.round(100 * amount);

describe('workflows/two-currencies.json', () => {
	test('counts dollars and euros in one budget, and pushes the part of each account in its own currency', async () => {
		const tables = new Map<string, Record<string, unknown>[]>();
		const { outputs, error, sent } = await runWith(tables);
		expect(error).toBeUndefined();
		for (const name of ['Ingest Google', 'Ingest Meta']) {
			expect(outputs[name]![0]).toMatchObject([{ accepted: hours.length, rejected: 0, currency: 'EUR' }]);
		}
		const today = hours.filter(({ segments: { date } }) => date === TODAY);
		const dollars = today.reduce((sum, { metrics }) => sum + Number(metrics.costMicros) / 1e6, 0);
		const [plan] = outputs['Optimize Allocation']![0]!;
		expect(plan).toMatchObject({ currency: 'EUR', dayAmount: 1000 });
		expect(plan!['spent']).toBeCloseTo(0.92 * dollars + 18.4 * today.length, 2);

		const campaigns = plan!['campaigns'] as { campaignId: string; amount: number }[];
		const amountOf = (id: string) => campaigns.find(({ campaignId }) => campaignId === id)!.amount;
		expect(cents(amountOf('111')) + cents(amountOf(META))).toBe(cents(1000));
		const [google] = outputs['Prepare Google']![0]!;
		const [meta] = outputs['Prepare Meta']![0]!;
		const inAccount = Math.floor(cents(amountOf('111')) / 0.92);
		expect(google).toMatchObject({
			currency: 'USD',
			from: 480,
			to: inAccount / 100,
			exchange: { currency: 'EUR', rate: 0.92 },
			display: { change: expect.stringMatching(/^US\$480\.00 → US\$/) },
		});
		expect(cents((google!['exchange'] as { amount: number }).amount)).toBeLessThanOrEqual(cents(amountOf('111')));
		expect(meta).toMatchObject({ currency: 'EUR', from: 500, to: amountOf(META) });
		expect(meta).not.toHaveProperty('exchange');
		const [toGoogle, toMeta] = sent.map((body) => JSON.parse(body) as unknown);
		expect(toGoogle).toMatchObject({ operations: [{ update: { amountMicros: String(inAccount * 10_000) } }] });
		expect(toMeta).toEqual({ daily_budget: String(cents(amountOf(META))) });

		const again = await runWith(tables);
		expect(again.outputs['Ingest Google']![0]).toMatchObject([{ accepted: 0, replaced: 0, unchanged: hours.length }]);
		for (const name of ['Confirm Google', 'Confirm Meta']) expect(outputs[name]).toMatchObject([[{ status: 'confirmed' }], []]);
		expect(again.sent).toEqual([]);
		// The plan knows Meta's budget by now, and is another one.
		expect(again.outputs['Prepare Google']![1]).toMatchObject([{ reason: { code: 'cool-down' }, currency: 'USD' }]);
	}, 120_000);
});
