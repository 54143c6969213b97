import type { DeliveredHour } from './deliveredHour';

/**
 * Attaches the conversions and revenue of a second source to the hour of a campaign. Later reports of the ad platform do not replace
 * them.
 *
 * Results without a campaign belong to the only campaign of their hour.
 *
 * @returns the hour with these results, or why they are rejected
 */
export function addResults(
	results: DeliveredHour,
	present: ReadonlyMap<string, DeliveredHour>,
): DeliveredHour | string {
	const { startMs, campaignId, conversions, revenue } = results;
	const hour =
		campaignId === ''
			? onlyHour([...present.values()].filter((each) => each.startMs === startMs))
			: present.get(`${startMs} ${campaignId}`);
	if (hour === undefined) {
		return campaignId === ''
			? 'The results name no campaign, and their hour has no campaign or several: add the campaign to the report'
			: `No spend is known for the campaign '${campaignId.slice(0, 40)}' in this hour: ingest the ad platform's report first, and use the same campaign names`;
	}
	return {
		...hour,
		conversions: conversions ?? hour.conversions,
		revenue: revenue ?? hour.revenue,
		secondSource: true,
	};
}

const onlyHour = (hours: readonly DeliveredHour[]): DeliveredHour | undefined =>
	hours.length === 1 ? hours[0] : undefined;
