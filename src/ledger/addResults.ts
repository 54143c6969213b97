import type { DeliveredHour } from './deliveredHour';

/**
 * Gives the hour of a campaign the conversions and revenue that a second source counted. From then on they are its results: the ad
 * platform's next report of the hour changes all but them.
 *
 * Results without a campaign belong to the only campaign of their hour.
 *
 * @returns the hour with these results, or why there is none
 */
export function addResults(
	results: DeliveredHour,
	present: ReadonlyMap<string, DeliveredHour>,
): DeliveredHour | string {
	const { startMs, campaignId, conversions, revenue } = results;
	const hour =
		campaignId === ''
			? onlyOne([...present.values()].filter((each) => each.startMs === startMs))
			: present.get(`${startMs} ${campaignId}`);
	if (hour === undefined) {
		return campaignId === ''
			? 'The results name no campaign, and their hour has none or several: add the campaign to the report'
			: `No spend is known for the campaign '${campaignId.slice(0, 40)}' in this hour: ingest the ad platform's report first, and name campaigns alike`;
	}
	return {
		...hour,
		conversions: conversions ?? hour.conversions,
		revenue: revenue ?? hour.revenue,
		secondSource: true,
	};
}

const onlyOne = (hours: readonly DeliveredHour[]): DeliveredHour | undefined =>
	hours.length === 1 ? hours[0] : undefined;
