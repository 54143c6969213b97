import { runWorkflow } from '../../demo/engine';
import workflow from '../../workflows/try-it.json';

afterEach(() => jest.restoreAllMocks());

/** What the workflow shows when it is executed at an instant. Its nodes have no other clock than the system's. */
const executedAt = async (instant: string) => {
	jest.spyOn(Date, 'now').mockReturnValue(Date.parse(instant));
	const run = await runWorkflow({ workflow });
	expect(run.error).toBeUndefined();
	return run;
};

describe('workflows/try-it.json', () => {
	test('needs no account: it consists of nodes that stay inside n8n, and stores nothing', () => {
		const types = new Set(workflow.nodes.map(({ type }) => type.replace(/^n8n-nodes-base\./, '')));
		expect([...types].filter((type) => !type.startsWith('n8n-nodes-budget-pacing.')).sort()).toEqual([
			'code',
			'filter',
			'manualTrigger',
			'set',
			'splitOut',
			'stickyNote',
		]);
		for (const { name, type, parameters } of workflow.nodes) {
			if (!type.startsWith('n8n-nodes-budget-pacing.')) continue;
			expect({ name, parameters }).toMatchObject({ name, parameters: { stateStore: 'inputItem' } });
		}
		expect(JSON.stringify(workflow)).not.toContain('credentials');
		expect(workflow.connections['Try It Now'].main).toHaveLength(1);
	});

	test.each`
		instant                        | because
		${'2026-11-28T00:30:00+01:00'} | ${'just after midnight in Berlin, where no hour of the day is over'}
		${'2026-11-28T23:30:00+01:00'} | ${'just before midnight in Berlin, where the day is over'}
		${'2026-11-28T00:00:00Z'}      | ${'the first instant of the first city'}
		${'2026-11-28T00:59:59.999Z'}  | ${'the last instant of the first city'}
		${'2026-11-28T23:59:59.999Z'}  | ${'the last instant of the last city'}
		${'2026-11-28T11:30:00Z'}      | ${'the middle of the day'}
		${'2026-03-29T02:30:00+02:00'} | ${'clocks go forward in Berlin that night'}
		${'2026-10-25T02:30:00+01:00'} | ${'clocks go back in Berlin that night'}
		${'2026-03-08T07:30:00Z'}      | ${'clocks go forward in New York that night'}
		${'2026-04-04T16:30:00Z'}      | ${'clocks go back in Sydney that night'}
		${'2027-01-01T00:30:00Z'}      | ${'the first day of a month and a year'}
		${'2028-02-29T12:30:00Z'}      | ${'a day of a leap year'}
	`('the alert fires at $instant: $because', async ({ instant }: { instant: string }) => {
		const { outputs } = await executedAt(instant);
		expect(outputs['Check Exhaustion']).toMatchObject([
			[{ status: 'at-risk', notify: true, severity: 'critical', alert: { state: 'firing' } }],
			[],
			[],
		]);
		expect(outputs['Slack Card']![0]).toHaveLength(1);
	});

	test('a day is in progress in the city of every hour of the world, and no clock there is ever changed', async () => {
		const midnightMs = Date.parse('2026-11-28T00:20:00Z');
		for (let hour = 0; hour < 24; hour++) {
			jest.spyOn(Date, 'now').mockReturnValue(midnightMs + hour * 3_600_000);
			const { nodes, ...rest } = workflow;
			const head = { ...rest, nodes: nodes.filter(({ name }) => ['Try It Now', 'Settings'].includes(name)) };
			const { outputs } = await runWorkflow({
				workflow: { ...head, connections: { 'Try It Now': workflow.connections['Try It Now'] } },
			});
			const timeZone = String(outputs['Settings']![0]![0]!['timeZone']);
			const hourAt = (instantMs: number) =>
				new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' }).format(instantMs);
			const times = [0, 90, 180, 270].map((days) => hourAt(Date.now() + days * 86_400_000));
			expect({ hour, timeZone, times }).toEqual({ hour, timeZone, times: times.map(() => '14:20') });
		}
	});

	test('every day of the week fires, and each click shows it again', async () => {
		for (let day = 22; day <= 28; day++) {
			const { outputs } = await executedAt(`2026-11-${day}T12:30:00Z`);
			const again = await executedAt(`2026-11-${day}T12:31:00Z`);
			expect(outputs['Slack Card']![0]).toHaveLength(1);
			expect(again.outputs['Slack Card']![0]).toHaveLength(1);
		}
	}, 60_000);

	test('shows four weeks of hours, the message, the plan to the cent and the report', async () => {
		const { outputs, items, hints } = await executedAt('2026-11-27T12:30:00Z');
		const report = outputs['Sample Report']![0]!;
		expect(report).toHaveLength(28 * 24 + 14);
		expect(outputs['Ingest Performance']).toMatchObject([[{ accepted: report.length, rejected: 0, warnings: [] }], []]);
		expect(hints['Ingest Performance']).toMatchObject([
			{ type: 'info', message: `try-it: ${report.length} rows: date, hour, cost, clicks, conversions; EUR, Africa/Johannesburg` },
		]);
		expect(outputs['Slack Card']).toMatchObject([
			[
				{
					text: expect.stringMatching(
						/^\*Sample Account\*: Today's budget will run out at about 1[5-8]:\d\d .*Cap spend at €[\d.]+ an hour to last the day\.$/,
					) as string,
					blocks: [{ type: 'header' }, { type: 'section' }, { type: 'section' }, { type: 'context' }],
				},
			],
		]);
		const hours = outputs['Plan by Hour']![0]!;
		expect(hours.map(({ localHour }) => localHour)).toEqual(Array.from({ length: 24 }, (_, hour) => hour));
		expect(hours.reduce((cents, { amount }) => cents + Math.round(100 * Number(amount)), 0)).toBe(100_000);
		const file = items['Report File']![0]![0]!.binary!['data']!;
		expect(file).toMatchObject({ mimeType: 'text/html', fileName: 'pacing-try-it-2026-11-27.html' });
		expect(Buffer.from(file.data, 'base64').toString()).toContain('Sample Account');
	});

	test('its sample looks like an account: nights are quiet, weekends are weaker, today has run away since 11:00', async () => {
		const { outputs } = await executedAt('2026-11-27T12:30:00Z');
		const rows = outputs['Sample Report']![0]! as { date: string; hour: number; cost: number; conversions: number }[];
		const today = rows.at(-1)!.date;
		const mean = (keep: (row: (typeof rows)[number]) => boolean) => {
			const kept = rows.filter(keep);
			return kept.reduce((sum, { cost }) => sum + cost, 0) / kept.length;
		};
		const isPast = ({ date }: { date: string }) => date !== today;
		const isWeekend = ({ date }: { date: string }) => [0, 6].includes(new Date(date).getUTCDay());
		expect(mean((row) => isPast(row) && row.hour < 5)).toBeLessThan(0.2 * mean((row) => isPast(row) && row.hour > 8));
		expect(mean((row) => isPast(row) && isWeekend(row))).toBeLessThan(mean((row) => isPast(row) && !isWeekend(row)));
		expect(mean((row) => !isPast(row) && row.hour >= 11)).toBeGreaterThan(
			2.5 * mean((row) => isPast(row) && row.hour >= 11 && row.hour < 14),
		);
		expect(mean(isPast) * 24).toBeGreaterThan(800);
		expect(mean(isPast) * 24).toBeLessThan(1000);
	});
});
