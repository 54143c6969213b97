import { runWorkflow } from '../../demo/engine';
import workflow from '../../workflows/campaigns.json';
import { asOf } from '../support/asOf';
import { googleRows } from '../support/googleRows';
import { withHours } from '../support/withHours';

const NOW = Date.parse('2026-11-23T07:30:00+01:00');

/** Three weeks of three campaigns; the second generates three times the results per spend, and the third drops to a part of its results in the last days. */
const rowsWith = ({ lastDays, part }: { lastDays: number; part: number }) =>
	['101', '102', '103'].flatMap((id, position) =>
		googleRows('2026-11-23', 21, NOW, (hour, date) => ({
			spend: 12 + ((Number(date.slice(-2)) * (position + 2)) % 7),
			clicks: 20,
			conversions:
				(position === 1 ? 3 : 1) * (hour >= 8 ? 1 : 0) * (position === 2 && date > lastDate(lastDays) ? part : 1),
		})).map((row) => ({ ...row, campaign: { id, name: `Campaign ${id}` } })),
	);

const lastDate = (days: number) => `2026-11-${22 - days}`;

async function campaignsAfter(rows: ReturnType<typeof rowsWith>) {
	const run = await runWorkflow({
		workflow: asOf(withHours(workflow), NOW),
		trigger: 'Try It Now',
		tables: new Map(),
		pinned: {
			'Read Google Ads Report': [{ results: rows }],
			'Tell Slack': (texts) => texts.map((text) => ({ text })),
		},
	});
	expect(run.error).toBeUndefined();
	return run;
}

const SPLIT = /^\*brand-de\* today: 101 €[\d.,]+, 102 €[\d.,]+, 103 €[\d.,]+/;

describe('workflows/campaigns.json', () => {
	test('splits the day over the campaigns to the cent, most to the one with the highest return, and posts it', async () => {
		const run = await campaignsAfter(rowsWith({ lastDays: 0, part: 1 }));
		const [plan] = run.outputs['Optimize Allocation']![0]!;
		const campaigns = plan!['campaigns'] as { campaignId: string; amount: number; hours: number[] }[];
		const cents = (amount: number) => Math.round(100 * amount);
		const sum = (amounts: readonly number[]) => amounts.reduce((total, amount) => total + amount, 0);
		expect(sum(campaigns.map(({ amount }) => cents(amount)))).toBe(cents(plan!['dayAmount'] as number));
		for (const { amount, hours } of campaigns) expect(sum(hours.map(cents))).toBe(cents(amount));
		const [first, second, third] = campaigns.map(({ amount }) => amount);
		expect(second).toBeGreaterThan(first!);
		expect(second).toBeGreaterThan(third!);
		expect(run.outputs['Reallocate']!.map((items) => items.length)).toEqual([0, 1]);
		expect(run.outputs['Tell Slack']![0]).toEqual([{ text: expect.stringMatching(new RegExp(`${SPLIT.source}$`)) }]);
	}, 60_000);

	test('a campaign that has generated a third of its results for four days loses budget, and the message says why', async () => {
		const run = await campaignsAfter(rowsWith({ lastDays: 4, part: 1 / 3 }));
		const [moved] = run.outputs['Reallocate']![0] as unknown as [
			{ moves: { campaignId: string; amount: number }[]; display: { moves: string[] } },
		];
		const own = moved.moves.filter(({ campaignId }) => campaignId === '103');
		expect(own.length).toBeGreaterThan(0);
		for (const { amount } of own) expect(amount).toBeLessThan(0);
		expect(moved.display.moves).toContainEqual(expect.stringMatching(/^08:00 103 -€\d+\.\d\d$/));
		const [{ text }] = run.outputs['Tell Slack']![0] as [{ text: string }];
		expect(text).toMatch(SPLIT);
		expect(text).toMatch(/'103' now generates 0\.\d+ times the results at the same spend/);
	}, 60_000);
});
