import { runWorkflow } from '../../demo/engine';
import workflow from '../../workflows/campaigns.json';
import { asOf } from '../support/asOf';
import { googleRows } from '../support/googleRows';

const NOW = Date.parse('2026-11-23T07:30:00+01:00');

/** Three weeks of three campaigns; the second brings three times as much for its money. */
const rows = ['111', '222', '333'].flatMap((id, position) =>
	googleRows('2026-11-23', 21, NOW, (hour, date) => ({
		spend: 12 + ((Number(date.slice(-2)) * (position + 2)) % 7),
		clicks: 20,
		conversions: (position === 1 ? 3 : 1) * (hour >= 8 ? 1 : 0),
	})).map((row) => ({ ...row, campaign: { id, name: `Campaign ${id}` } })),
);

describe('workflows/campaigns.json', () => {
	test('splits the day over the campaigns to the cent, most to the one that brings most, and tells it', async () => {
		const run = await runWorkflow({
			workflow: asOf(workflow, NOW),
			trigger: 'Try It Now',
			tables: new Map(),
			pinned: {
				'Read Google Ads Report': [{ results: rows }],
				'Tell Slack': (texts) => texts.map((text) => ({ text })),
			},
		});
		expect(run.error).toBeUndefined();
		const [plan] = run.outputs['Optimize Allocation']![0]!;
		const campaigns = plan!['campaigns'] as { campaignId: string; amount: number; hours: number[] }[];
		const cents = (amount: number) => Math.round(100 * amount);
		const sum = (amounts: readonly number[]) => amounts.reduce((total, amount) => total + amount, 0);
		expect(sum(campaigns.map(({ amount }) => cents(amount)))).toBe(cents(plan!['dayAmount'] as number));
		for (const { amount, hours } of campaigns) expect(sum(hours.map(cents))).toBe(cents(amount));
		const [first, second, third] = campaigns.map(({ amount }) => amount);
		expect(second).toBeGreaterThan(first!);
		expect(second).toBeGreaterThan(third!);
		expect(run.outputs['Tell Slack']![0]).toEqual([
			{ text: expect.stringMatching(/^\*brand-de\* today: 111 €[\d.,]+, 222 €[\d.,]+, 333 €[\d.,]+$/) },
		]);
	}, 60_000);
});
