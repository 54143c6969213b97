import { googleRows } from '../support/googleRows';
import { nextTurn } from '../support/nextTurn';
import { creating, runNode } from '../support/runNode';

const AT = '2026-11-23T00:20:00+01:00';
const DAYS = 16;
/** Days that strategies learn from before the first replayed day. */
const WARM_UP_DAYS = 7;

describe('Backtest', () => {
	test('lets n8n do other work between the days that it replays', async () => {
		const tables = new Map();
		await runNode('pacingBudget', creating(), { tables });
		const items = googleRows('2026-11-23', DAYS + 1, Date.parse(AT), (hour) => ({
			spend: 40,
			clicks: 40,
			conversions: hour % 3 === 0 ? 2 : 1,
		}));
		const options = { asOf: AT };
		await runNode('ingestPerformance', { budgetId: 'brand-de', options }, { items, tables });
		let turns = 0;
		let isRunning = true;
		const other = (async () => {
			for (; isRunning; turns++) await nextTurn();
		})();
		const parameters = { budgetId: 'brand-de', strategies: ['even_distribution'], options };
		const { outputs } = await runNode('backtest', parameters, { tables });
		isRunning = false;
		await other;
		const { days } = outputs[0]![0]! as { days: number };
		expect(days).toBeGreaterThanOrEqual(DAYS - WARM_UP_DAYS - 1);
		expect(turns).toBeGreaterThanOrEqual(days);
	}, 60_000);
});
