import { googleAdsItems } from '../googleAdsRows.mjs';

/**
 * Reports of one hour each, as the HTTP Request node emits Google Ads' answers: the last full hours before an instant.
 *
 * @returns (count), oldest first
 */
export function hourReports(count, { nowMs, timeZone, currency }) {
	const [{ results, ...rest }] = googleAdsItems({ nowMs, timeZone, currency });
	return results.slice(-count).map((row) => ({ ...rest, results: [row] }));
}
