import { localDay } from '../../src/time/localDay';
import { addDays } from '../../src/time/localClock';

/** What an hour of a Google Ads report says. */
export interface GoogleHour {
	readonly spend: number;
	readonly clicks: number;
	readonly conversions: number;
}

/** Rows as `googleAds:searchStream` sends them, for every hour of the days before an instant; Berlin, EUR. */
export function googleRows(
	lastDate: string,
	days: number,
	untilMs: number,
	figures: (hour: number, date: string) => GoogleHour,
): Record<string, unknown>[] {
	const dates = Array.from({ length: days + 1 }, (_, position) => addDays(lastDate, position - days));
	return dates.flatMap((date) =>
		localDay(date, 'Europe/Berlin')
			.filter(({ endMs }) => endMs <= untilMs)
			.map(({ localHour }) => {
				const { spend, clicks, conversions } = figures(localHour, date);
				return {
					customer: { currencyCode: 'EUR', timeZone: 'Europe/Berlin' },
					campaign: { id: '111', name: 'Brand DE' },
					metrics: {
						costMicros: String(Math.round(spend * 100) * 10_000),
						clicks: String(clicks),
						conversions,
						conversionsValue: conversions * 50,
					},
					segments: { date, hour: localHour },
				};
			}),
	);
}
