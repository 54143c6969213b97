// Traffic of Sponsored Products as Amazon Marketing Stream has it: changes of hours, each with an ID.
// The address is the sandbox's own: Amazon pushes these records to a queue, and no API returns spend by the hour.
// Source of the fields: Amazon Marketing Stream, dataset sp-traffic. Assumed: one record for all keywords of a campaign.
import { withOffset } from '../localTime.mjs';

/** Marketplaces by currency; elsewhere the sandbox names that of the United States. */
const MARKETPLACES = { EUR: 'A1PA6795UKMFR9', GBP: 'A1F83G8C2ARO7P', JPY: 'A1VC38T7YXB528', USD: 'ATVPDKIKX0DER' };

/** Records what changed since the last look; a record that was given stays the same. */
export function createStream(account) {
	const records = [];
	const known = new Map();

	function note(row) {
		const key = `${row.campaignId}-${row.startMs}`;
		const before = known.get(key) ?? { costMicros: 0, clicks: 0, impressions: 0, times: 0 };
		const changed = ['costMicros', 'clicks', 'impressions'].some((metric) => row[metric] !== before[metric]);
		if (!changed) return;
		known.set(key, { ...row, times: before.times + 1 });
		records.push({
			startMs: row.startMs,
			record: {
				idempotency_id: `${key}-${before.times}`,
				dataset_id: 'sp-traffic',
				marketplace_id: MARKETPLACES[account.currency] ?? MARKETPLACES.USD,
				currency: account.currency,
				advertiser_id: `ENTITY${account.id}`,
				campaign_id: row.campaignId,
				time_window_start: withOffset(row.startMs, account.timeZone),
				clicks: row.clicks - before.clicks,
				impressions: row.impressions - before.impressions,
				cost: (row.costMicros - before.costMicros) / 1e6,
			},
		});
	}

	return {
		/** All records of hours since then, those of earlier looks included. */
		since(fromMs, onReport) {
			for (const row of onReport(account.reported({ fromMs, untilMs: account.nowMs }))) note(row);
			return records.filter(({ startMs }) => startMs >= fromMs).map(({ record }) => record);
		},
		/** Two days before, as many as a queue keeps unless set to more. */
		get defaultFromMs() {
			return account.nowMs - 48 * 3_600_000;
		},
	};
}
