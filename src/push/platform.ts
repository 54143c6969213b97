/** Where a budget can be pushed to. */
export const PLATFORMS = [
	'amazon_ads',
	'generic',
	'google_ads',
	'linkedin_ads',
	'meta_ads',
	'microsoft_ads',
	'tiktok_ads',
] as const;
export type Platform = (typeof PLATFORMS)[number];

/** What an ID names: a campaign, an ad set or ad group, or a budget that is an object of its own. */
export const LEVELS = ['adGroup', 'budget', 'campaign'] as const;
export type Level = (typeof LEVELS)[number];
