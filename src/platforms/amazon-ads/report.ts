import { localClock } from '../../time/localClock';
import { localDay } from '../../time/localDay';
import { campaignId } from '../../reports/campaignId';
import { collect } from '../../reports/collect';
import { instantWithOffset } from '../../reports/instantWithOffset';
import { isMissing, optional, readSignedMoney, readSignedNumber } from '../../reports/readNumber';
import { isRejection, quoted } from '../../reports/rejection';
import type { ReportFormat } from '../../reports/reportFormat';
import { isRow } from '../../reports/row';
import { HOUR_MS } from '../../time/durations';

/** Traffic data sets: spend, impressions and clicks. */
const TRAFFIC = /^s[bdp]-traffic$/;

/**
 * Amazon Marketing Stream, traffic data sets: hourly deltas.
 *
 * A record contains the differences of an hour's figures from the record before; corrections are negative. The queue may deliver a record
 * twice, so each counts once by its `idempotency_id`. Conversions are in other data sets and are unknown here.
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
	account: (row) => row['advertiser_id'],
	place: (row, { timeZone }) => {
		const dataset = row['dataset_id'];
		if (typeof dataset === 'string' && !TRAFFIC.test(dataset)) {
			return {
				reason: `The data set ${quoted(dataset)} has no spend by the hour: subscribe to sp-traffic, sb-traffic or sd-traffic`,
			};
		}
		const id = row['idempotency_id'];
		if (typeof id !== 'string' || id === '' || id.length > MAX_ID_LENGTH) {
			return { reason: `'idempotency_id' is ${quoted(id)}: without it duplicates cannot be detected` };
		}
		const start = row['time_window_start'];
		const startMs = typeof start === 'string' ? instantWithOffset(start) : NaN;
		if (!Number.isFinite(startMs)) {
			return { reason: `'time_window_start' is ${quoted(start)}: it must look like 2026-11-22T09:00:00-08:00` };
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

const MAX_ID_LENGTH = 200;

/** Unwraps queue envelopes: SQS `Body` or `body`, SNS `Message` inside it, each JSON text. */
function parsedMessages(response: Readonly<Record<string, unknown>>): readonly unknown[] | null {
	const text = response['Message'] ?? response['Body'] ?? response['body'];
	if (isRow(text)) return [text];
	if (Array.isArray(text)) return text as unknown[];
	if (typeof text !== 'string' || text.length > MAX_MESSAGE_LENGTH) return null;
	try {
		const content: unknown = JSON.parse(text);
		return Array.isArray(content) ? (content as unknown[]) : [content];
	} catch {
		return null;
	}
}

/** Maximum message size of SQS, 1 MiB. */
const MAX_MESSAGE_LENGTH = 1_048_576;
