import { runWorkflow } from '../../demo/engine';
import workflow from '../../workflows/hourly-from-sheet.json';
import { asOf } from '../support/asOf';
import { googleRows } from '../support/googleRows';

const RUNAWAY_FROM_HOUR = 9;

/** Four weeks of steady hours, then a day on which spend triples from nine o'clock on. */
const hoursUntil = (nowMs: number) =>
	googleRows('2026-11-23', 28, nowMs, (hour, date) => ({
		spend: date === '2026-11-23' && hour >= RUNAWAY_FROM_HOUR ? 120 : 38 + (hour % 5) + 0.25,
		clicks: 1280,
		conversions: 1 + (hour % 3),
	})).map((row) => {
		const { segments, metrics } = row as {
			segments: { date: string; hour: number };
			metrics: { costMicros: string; clicks: string; conversions: number };
		};
		return { ...segments, cost: Number(metrics.costMicros) / 1e6, clicks: Number(metrics.clicks), conversions: metrics.conversions };
	});

type Hour = ReturnType<typeof hoursUntil>[number];

/** The rows as a person's sheet has them, in the order of their lines. */
const SHEETS: Record<string, (hour: Hour, position: number) => Record<string, unknown>> = {
	German: ({ date, hour, cost, clicks, conversions }, position) => ({
		row_number: position + 2,
		Datum: date.split('-').reverse().join('.'),
		Stunde: `${hour}:00`,
		Kosten: new Intl.NumberFormat('de-DE', { style: 'currency', currency: 'EUR' }).format(cost),
		Klicks: new Intl.NumberFormat('de-DE').format(clicks),
		Conversions: conversions,
		Notiz: '',
	}),
	English: ({ date, hour, cost, clicks, conversions }, position) => ({
		row_number: position + 2,
		Date: date,
		Hour: hour,
		Cost: cost,
		Clicks: clicks,
		Conversions: conversions,
	}),
};

async function runAt(time: string, tables: Map<string, Record<string, unknown>[]>, rows: (nowMs: number) => object[]) {
	const nowMs = Date.parse(`2026-11-23T${time}:00+01:00`);
	const texts = (sent: readonly string[]) => sent.map((text) => ({ text }));
	const readHours = (sheets: readonly unknown[]) => {
		expect(sheets).toEqual([expect.objectContaining({ mode: 'name', value: 'Hours' })]);
		return rows(nowMs);
	};
	const run = await runWorkflow({
		workflow: asOf(workflow, nowMs),
		trigger: 'Every Hour',
		tables,
		pinned: { 'Read Hours': readHours, 'Tell Slack': texts, 'Show Rejected Rows in Slack': texts },
	});
	expect(run.error).toBeUndefined();
	return run;
}

describe('workflows/hourly-from-sheet.json', () => {
	test.each`
		language     | line
		${'German'}  | ${'Datum, Stunde, Kosten (1.234,56), Klicks, Conversions; EUR, Europe/Berlin'}
		${'English'} | ${'Date, Hour, Cost, Clicks, Conversions; EUR, Europe/Berlin'}
	`('paces a $language sheet, says how it was read, and alerts once', async ({ language, line }: { language: string; line: string }) => {
		const tables = new Map<string, Record<string, unknown>[]>();
		const told: unknown[] = [];
		for (const time of ['09:20', '10:20', '11:20', '12:20']) {
			const { outputs, hints } = await runAt(time, tables, (nowMs) => hoursUntil(nowMs).map(SHEETS[language]!));
			const [ingested] = outputs['Ingest Performance']![0]!;
			const rows = outputs['Read Hours']![0]!.length;
			expect(ingested).toMatchObject({ rejected: 0, display: { columns: `${rows} rows: ${line}` } });
			expect(hints['Ingest Performance']).toMatchObject([{ type: 'info', message: `brand-de: ${rows} rows: ${line}` }]);
			told.push(...(outputs['Tell Slack']?.[0] ?? []).map(({ text }) => text));
			if (time === '12:20') expect(ingested).toMatchObject({ spentToday: expect.closeTo(9 * 40.25 - 5 + 3 * 120, -1) as number });
		}
		expect(told).toEqual([expect.stringMatching(/^\*Brand Germany\*: Today's budget will run out at about /)]);
		expect(tables.get('budget_pacing')).toHaveLength(1);
	}, 60_000);

	test('both sheets are the same report', async () => {
		const spent = [];
		for (const sheet of Object.values(SHEETS)) {
			const { outputs } = await runAt('12:20', new Map(), (nowMs) => hoursUntil(nowMs).map(sheet));
			spent.push(outputs['Optimize Allocation']![0]![0]!['spent']);
		}
		expect(spent[0]).toBe(spent[1]);
	}, 60_000);

	test('a row that cannot be read is told, and the rest is paced', async () => {
		const { outputs } = await runAt('12:20', new Map(), (nowMs) =>
			hoursUntil(nowMs)
				.map(SHEETS['German']!)
				.map((row, position) => (position === 4 ? { ...row, Kosten: '' } : row)),
		);
		expect(outputs['Show Rejected Rows in Slack']![0]).toEqual([
			{ text: "Rows of the sheet of brand-de that were left out: 1. The first, because: The spend is missing: 'Kosten' is empty" },
		]);
		expect(outputs['Optimize Allocation']![0]).toHaveLength(1);
	}, 60_000);

	test.each`
		rows                                        | because
		${() => [{}]}                               | ${'the sheet is empty, and Always Output Data sends an empty item'}
		${(nowMs: number) => hoursUntil(nowMs - 24 * 3_600_000).map(SHEETS['German']!)} | ${'the export stopped yesterday'}
	`('a sheet without news is stale, never on pace: $because', async ({ rows }: { rows: (nowMs: number) => object[] }) => {
		const { outputs } = await runAt('12:20', new Map(), rows);
		expect(outputs['Check Exhaustion']).toMatchObject([[{ status: 'stale-data' }], [], []]);
	}, 60_000);

	test('needs no ad platform: it reads a sheet and writes to Slack', () => {
		const outside = workflow.nodes.map(({ type }) => type).filter((type) => /httpRequest|googleSheets|slack/.test(type));
		expect(new Set(outside)).toEqual(new Set(['n8n-nodes-base.googleSheets', 'n8n-nodes-base.slack']));
		expect(JSON.stringify(workflow)).not.toContain('developerToken');
	});
});
