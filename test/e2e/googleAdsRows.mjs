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

/** Hours in which spend has been four times as high as usual. */
const RUNAWAY_HOURS = 3;

/** Spend of a usual hour in major units, 945 a day: close to an even day of a month of 30,000. */
const spendAt = (hour) => 13 + 46 * Math.sin((Math.PI * (hour + 1)) / 26) ** 2 + (hour % 4);

/**
 * What Google Ads' searchStream answers for one campaign: two weeks of hours up to the last full hour before `nowMs`.
 *
 * Spend and conversions have a pattern by hour to learn, and the last hours run away, so that there is something to see. An hour that
 * clocks repeat is one row, as Google reports it.
 *
 * @returns items as the HTTP Request node emits them: one per batch, each with `results`
 */
export function googleAdsItems({ nowMs, timeZone, currency }) {
	const rows = new Map();
	for (let hoursAgo = 14 * 24; hoursAgo > 0; hoursAgo--) {
		const { date, hour } = wallClock(nowMs - hoursAgo * HOUR_MS, timeZone);
		const spend = spendAt(hour) * (hoursAgo <= RUNAWAY_HOURS ? 4 : 1);
		rows.set(`${date} ${hour}`, {
			customer: { resourceName: 'customers/1234567890', currencyCode: currency, timeZone },
			campaign: { resourceName: 'customers/1234567890/campaigns/111', id: '111', name: 'Brand' },
			metrics: {
				costMicros: String(Math.round(100 * spend) * 10_000),
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
