const HOUR_MS = 3_600_000;

/** The wall clock of a zone: `{ date: '2026-03-01', hour: 13 }`. */
function wallClock(instantMs, timeZone) {
	const parts = new Intl.DateTimeFormat('en-CA', {
		timeZone,
		year: 'numeric',
		month: '2-digit',
		day: '2-digit',
		hour: '2-digit',
		hourCycle: 'h23',
	}).formatToParts(instantMs);
	const part = (type) => parts.find((entry) => entry.type === type).value;
	return { date: `${part('year')}-${part('month')}-${part('day')}`, hour: Number(part('hour')) };
}

/**
 * What Google Ads' searchStream answers for one campaign: two weeks of hours up to the last full hour before `nowMs`.
 *
 * Spend and conversions rise over the day, so that there is a pattern to learn. An hour that clocks repeat is one row, as
 * Google reports it.
 *
 * @returns items as the HTTP Request node emits them: one per batch, each with `results`
 */
export function googleAdsItems({ nowMs, timeZone, currency }) {
	const rows = new Map();
	for (let hoursAgo = 14 * 24; hoursAgo > 0; hoursAgo--) {
		const { date, hour } = wallClock(nowMs - hoursAgo * HOUR_MS, timeZone);
		rows.set(`${date} ${hour}`, {
			customer: { resourceName: 'customers/1234567890', currencyCode: currency, timeZone },
			campaign: { resourceName: 'customers/1234567890/campaigns/111', id: '111', name: 'Brand' },
			metrics: {
				costMicros: String((1 + hour / 10) * 1_000_000),
				impressions: String(400 + 20 * hour),
				clicks: String(10 + hour),
				conversions: 0.5 + hour / 12,
				conversionsValue: 20 + hour * 5,
			},
			segments: { date, hour },
		});
	}
	return [{ results: [...rows.values()], fieldMask: 'campaign.id,metrics.costMicros,segments.date,segments.hour' }];
}
