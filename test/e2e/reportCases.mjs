import { googleAdsItems } from './googleAdsRows.mjs';
import { manifest } from './n8nPackage.mjs';

const TIME_ZONE = 'Europe/Berlin';
const CURRENCY = 'EUR';
const HOUR_MS = 3_600_000;

const google = () => googleAdsItems({ nowMs: Date.now(), timeZone: TIME_ZONE, currency: CURRENCY });

/**
 * Hours of a table as a German spreadsheet shows them.
 *
 * @param untilMs the end of the last, as if the local clock were in UTC
 */
export const germanRows = (untilMs, hours) =>
	Array.from({ length: hours }, (_, position) => {
		const [date, time] = new Date(untilMs - (hours - position) * HOUR_MS).toISOString().split('T');
		const [year, month, day] = date.split('-');
		const cost = position % 24 === 9 ? '1.240,50' : `${10 + (position % 24)},25`;
		return {
			Datum: `${day}.${month}.${year}`,
			Stunde: Number(time.slice(0, 2)),
			Kosten: cost,
			Klicks: '1.280',
			Conversions: 3,
		};
	});

/** The start of today in UTC. */
const midnightMs = () => Math.floor(Date.now() / (24 * HOUR_MS)) * 24 * HOUR_MS;

/** Rows of Meta for a campaign with the same ID as Google's. */
function metaRows() {
	const [{ results }] = google();
	return results.slice(-24).map(({ segments: { date, hour }, campaign: { id } }) => ({
		account_id: '987',
		account_currency: CURRENCY,
		campaign_id: id,
		date_start: date,
		date_stop: date,
		hourly_stats_aggregated_by_advertiser_time_zone: `${String(hour).padStart(2, '0')}:00:00 - ${String(hour).padStart(2, '0')}:59:59`,
		spend: '4.00',
		impressions: '900',
		clicks: '20',
	}));
}

const node = (name, type, position, parameters) => ({
	id: name,
	name,
	type,
	typeVersion: 1,
	position: [position, 0],
	parameters,
});

/** Start -> Pacing Budget -> a report, pinned -> Ingest Performance, for each report in turn. */
function workflowOf(name, reports) {
	const own = (type) => `${manifest().name}.${type}`;
	const budgetId = name.toLowerCase().replaceAll(' ', '-');
	const definition = { budgetId, name, currency: CURRENCY, timeZone: TIME_ZONE, amounts: { dailyAmount: '1000.00' } };
	const chain = [
		node('Start', 'n8n-nodes-base.manualTrigger', 0, {}),
		node('Pacing Budget', own('pacingBudget'), 200, { operation: 'createOrUpdate', ...definition }),
		...reports.flatMap(({ label, parameters = {} }, position) => [
			node(label, 'n8n-nodes-base.noOp', 400 + 400 * position, {}),
			node(`Ingest ${label}`, own('ingestPerformance'), 600 + 400 * position, { budgetId, ...parameters }),
		]),
	];
	return {
		name,
		nodes: chain,
		connections: Object.fromEntries(
			chain
				.slice(0, -1)
				.map(({ name: from }, position) => [
					from,
					{ main: [[{ node: chain[position + 1].name, type: 'main', index: 0 }]] },
				]),
		),
		settings: { executionOrder: 'v1' },
		pinData: Object.fromEntries(reports.map(({ label, items }) => [label, items.map((json) => ({ json }))])),
	};
}

const GERMAN_COLUMNS = { date: 'Datum', hour: 'Stunde', spend: 'Kosten', clicks: 'Klicks', conversions: 'Conversions' };

/** Reports that are not what they seem, and what a person reads about them: on the output of the last node, or as its error. */
export const reportCases = () => [
	{
		picture: 'n8n-report-cut-off',
		workflow: workflowOf('Cut Off', [{ label: 'First Page', items: [{ ...google()[0], nextPageToken: 'next' }] }]),
		error: /Pagination/,
	},
	{
		picture: 'n8n-report-german-sheet',
		workflow: workflowOf('German Sheet', [
			{ label: 'Sheet', items: germanRows(midnightMs(), 48), parameters: { format: 'mapped', fields: GERMAN_COLUMNS } },
		]),
		output: /"accepted":48/,
	},
	{
		picture: 'n8n-report-empty',
		workflow: workflowOf('Empty Report', [{ label: 'Report', items: [{ fieldMask: 'metrics.costMicros' }] }]),
		output: /no rows|nothing/i,
	},
	{
		picture: 'n8n-report-two-sources',
		workflow: workflowOf('Two Sources', [
			{ label: 'Google Ads', items: google() },
			{ label: 'Meta', items: metaRows() },
		]),
		output: /"accepted":24,"replaced":0/,
	},
];
