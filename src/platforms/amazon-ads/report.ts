import { localClock } from '../../time/localClock';
import { localDay } from '../../time/localDay';
import { campaignId } from '../../reports/campaignId';
import { collect } from '../../reports/collect';
import { instantWithOffset } from '../../reports/instantWithOffset';
import { isMissing, optional, readSignedMoney, readSignedNumber } from '../../reports/readNumber';
import { isRejection, shown } from '../../reports/rejection';
import type { ReportFormat } from '../../reports/reportFormat';
import { isRow } from '../../reports/row';

const HOUR_MS = 3_600_000;

/** Data sets that report traffic: what was spent, shown and clicked. */
const TRAFFIC = /^s[bdp]-traffic$/;

/**
 * Amazon Marketing Stream, traffic data sets: changes by the hour, to be added up.
 *
 * A record says by how much an hour's figures changed since the last one; corrections are negative. The queue may deliver a record
 * twice, so each counts once by its `idempotency_id`. Conversions come in other data sets and are unknown here.
 *
 * @see https://advertising.amazon.com/API/docs/en-us/guides/amazon-marketing-stream/overview
 */
export const amazonAdsReport: ReportFormat = {
	label: 'Amazon Ads',
	description: 'Traffic records of Amazon Marketing Stream, as its queue delivers them',
	lagMinutes: 0,
	recognises: (row) => 'idempotency_id' in row || 'time_window_start' in row || 'budget_usage_percentage' in row,
	rowsOf: (response) => parsedMessages(response),
	currency: (row) => row['currency'],
	place: (row, { timeZone }) => {
		const dataset = row['dataset_id'];
		if (typeof dataset === 'string' && !TRAFFIC.test(dataset)) {
			return {
				reason: `The data set ${shown(dataset)} has no spend by the hour: subscribe to sp-traffic, sb-traffic or sd-traffic`,
			};
		}
		const id = row['idempotency_id'];
		if (typeof id !== 'string' || id === '' || id.length > LONGEST_ID) {
			return { reason: `'idempotency_id' is ${shown(id)}: without it a record cannot be told from its repetition` };
		}
		const start = row['time_window_start'];
		const startMs = typeof start === 'string' ? instantWithOffset(start) : NaN;
		if (!Number.isFinite(startMs)) {
			return { reason: `'time_window_start' is ${shown(start)}: it must look like 2026-11-22T09:00:00-08:00` };
		}
		const hour = localDay(localClock(startMs, timeZone).date, timeZone).find((slot) => slot.startMs === startMs);
		const campaign = campaignId(row['campaign_id']);
		if (isRejection(campaign)) return campaign;
		return { startMs, endMs: hour?.endMs ?? startMs + HOUR_MS, ...campaign, kind: 'delta', id };
	},
	metrics: (row) => {
		if (isMissing(row['cost'])) return { reason: 'The spend is missing: the record has no cost' };
		return collect({
			spend: readSignedMoney(row['cost'], 'cost'),
			impressions: optional(readSignedNumber)(row['impressions'], 'impressions'),
			clicks: optional(readSignedNumber)(row['clicks'], 'clicks'),
		});
	},
	identity: (row) => ({ id: row['idempotency_id'] }),
};

const LONGEST_ID = 200;

/** Queues wrap records: SQS as `Body` or `body`, SNS inside it as `Message`, each a text of JSON. */
function parsedMessages(response: Readonly<Record<string, unknown>>): readonly unknown[] | null {
	const text = response['Message'] ?? response['Body'] ?? response['body'];
	if (isRow(text)) return [text];
	if (Array.isArray(text)) return text as unknown[];
	if (typeof text !== 'string' || text.length > LONGEST_MESSAGE) return null;
	try {
		const content: unknown = JSON.parse(text);
		return Array.isArray(content) ? (content as unknown[]) : [content];
	} catch {
		return null;
	}
}

/** SQS carries at most 1 MiB. */
const LONGEST_MESSAGE = 1_048_576;
