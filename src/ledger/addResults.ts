import type { DeliveredHour } from './deliveredHour';

/**
 * Attaches the conversions and revenue of a second source to the hour of a campaign. Later reports of the ad platform do not replace
 * them.
 *
 * Whichever source reports the spend, the campaign must be the only one of its ID in the hour. Results without a campaign belong to the only
 * campaign of their hour.
 *
 * @param hours (campaigns) that begin with the results
 * @returns the hour with these results, or why they are rejected
 */
export function addResults(results: DeliveredHour, hours: readonly DeliveredHour[]): DeliveredHour | string {
	const { campaignId, conversions, revenue } = results;
	const [hour, another] = campaignId === '' ? hours : hours.filter((each) => each.campaignId === campaignId);
	if (campaignId === '' && (hour === undefined || another !== undefined)) {
		return 'The results name no campaign, and their hour has no campaign or several: add the campaign to the report';
	}
	if (hour === undefined) {
		return `No spend is known for the campaign '${campaignId.slice(0, 40)}' in this hour: ingest the ad platform's report first, and use the same campaign names`;
	}
	if (another !== undefined) {
		return `In this hour several accounts have a campaign '${campaignId.slice(0, 40)}': it is not known whose results these are`;
	}
	return {
		...hour,
		conversions: conversions ?? hour.conversions,
		revenue: revenue ?? hour.revenue,
		secondSource: true,
	};
}
