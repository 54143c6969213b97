import { googleRows } from './googleRows';
import { creating, runNode } from './runNode';

type Json = Record<string, unknown>;

/** At a quarter past noon in Berlin, on 24 November 2026. */
export const PACED_AT = '2026-11-24T12:20:00+01:00';

/** An hour of 24 days of 300.00 each. */
const EVEN_HOUR = { spend: 12.5, clicks: 9, conversions: 1 };

interface Played {
	/** Local days before today that are reported. */
	readonly days?: number;
	readonly tables?: Map<string, Json[]>;
	readonly hour?: { readonly spend: number; readonly clicks: number; readonly conversions: number };
}

/** A budget in a data table that was read and planned, and what nodes say of it then. */
export async function pacedBudget(
	changes: Json,
	{ days = 24, hour = EVEN_HOUR, tables = new Map<string, Json[]>() }: Played = {},
) {
	const budgetId = 'brand-de';
	const options = { asOf: PACED_AT };
	const run = async (type: string, parameters: Json, items?: readonly Json[]) => {
		const done = await runNode(type, { budgetId, options, ...parameters }, { tables, ...(items && { items }) });
		if (done.error !== undefined) throw done.error;
		return done;
	};
	const created = await runNode('pacingBudget', creating(changes), { tables });
	if (created.error !== undefined) throw created.error;
	const results = googleRows('2026-11-24', days, Date.parse(PACED_AT) - 3_600_000, () => hour);
	await run('ingestPerformance', {}, [{ results }]);
	const page = async (operation: string) => {
		const { paired } = await run('pacingBudget', { resource: 'report', operation });
		return Buffer.from(paired[0]![0]!.binary!['data']!.data, 'base64').toString();
	};
	const first = async (type: string, parameters: Json): Promise<Json> =>
		(await run(type, parameters)).outputs.flat()[0]!;
	return {
		definition: created.outputs[0]![0]!,
		plan: await first('optimizeAllocation', {}),
		status: await first('pacingBudget', { operation: 'status' }),
		check: await first('checkExhaustion', { include: ['horizons'] }),
		report: await page('create'),
		overview: await page('overview'),
	};
}
