import { runWorkflow } from '../../demo/engine';
import workflow from '../../workflows/daily-push-approval.json';
import { localDay } from '../../src/time/localDay';
import { asOf } from '../support/asOf';

const NOW = Date.parse('2026-11-23T06:10:00-05:00');
const DAYS = Array.from({ length: 23 }, (_, day) => `2026-11-${String(day + 1).padStart(2, '0')}`);

/** Meta's report of the month so far: 40.00 an hour. */
const report = {
	data: DAYS.flatMap((date) =>
		localDay(date, 'America/New_York')
			.filter(({ endMs }) => endMs <= NOW)
			.map(({ localHour }) => {
				const hour = String(localHour).padStart(2, '0');
				return {
					campaign_id: '120210000000000001',
					account_currency: 'USD',
					date_start: date,
					date_stop: date,
					hourly_stats_aggregated_by_advertiser_time_zone: `${hour}:00:00 - ${hour}:59:59`,
					spend: '40.00',
					clicks: '20',
				};
			}),
	),
};

async function runWith(answers: { approved: boolean; budgetAgain?: string; answer?: object }) {
	const failed: string[] = [];
	const asked: string[] = [];
	const sent: unknown[] = [];
	const held: string[] = [];
	const { error, outputs } = await runWorkflow({
		workflow: asOf(workflow, NOW),
		trigger: 'Try It Now',
		tables: new Map(),
		pinned: {
			'Read Meta Report': [report],
			'Read Current Budget': [{ id: '120210000000000001', daily_budget: '95000' }],
			'Ask in Slack': (texts) => {
				asked.push(...texts);
				return [{ data: { approved: answers.approved } }];
			},
			'Read Budget Again': [{ id: '120210000000000001', daily_budget: answers.budgetAgain ?? '95000' }],
			'Send to Meta': (queries) => {
				sent.push(...queries.map((query) => JSON.parse(query) as unknown));
				return [answers.answer ?? { statusCode: 200, headers: {}, body: { success: true } }];
			},
			'Tell What Failed': (texts) => {
				failed.push(...texts);
				return texts.map((text) => ({ text }));
			},
			'Tell What Was Held Back': (texts) => {
				held.push(...texts);
				return texts.map((text) => ({ text }));
			},
		},
	});
	expect(error).toBeUndefined();
	return { asked, sent, held, failed, outputs };
}

describe('workflows/daily-push-approval.json', () => {
	test('asks for approval, and then sends the amount of the plan in cents', async () => {
		const { asked, sent, held, outputs } = await runWith({ approved: true });
		const [plan] = outputs['Optimize Allocation']![0]!;
		expect(asked).toEqual([
			expect.stringMatching(/^Daily budget of prospecting-us on Meta: US\$950\.00 → US\$[\d,.]+ \(plan .+\)\. Send it\?$/),
		]);
		expect(asked[0]).toContain(String(plan!['planId']));
		expect(held).toEqual([]);
		const [request] = outputs['Prepare Push']![0]!;
		expect(sent).toEqual([{ daily_budget: String(Math.round(100 * Number(request!['to']))) }]);
		expect(request!['url']).toBe('https://graph.facebook.com/v26.0/120210000000000001');
		expect(request!['rollback']).toMatchObject({ query: { daily_budget: '95000' } });
	}, 60_000);

	test('tells what Meta refused, in its own words', async () => {
		const error = { message: 'Invalid parameter', code: 100, error_user_msg: 'The budget is below the minimum.' };
		const { failed, outputs } = await runWith({ approved: true, answer: { statusCode: 400, headers: {}, body: { error } } });
		expect(outputs['Confirm Push']![1]).toMatchObject([{ status: 'failed', inForce: 950, needsPerson: true }]);
		expect(failed).toEqual([
			expect.stringMatching(/Meta Ads refused the change: The budget is below the minimum\. \(error 100\)\. Correct what/),
		]);
	}, 60_000);

	test('sends nothing without approval', async () => {
		const { asked, sent } = await runWith({ approved: false });
		expect(asked).toHaveLength(1);
		expect(sent).toEqual([]);
	}, 60_000);
});
