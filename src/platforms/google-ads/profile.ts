import { MICROS } from '../../push/amountUnit';
import { CAUTIOUS, figure, type PlatformProfile } from '../../push/platformProfile';

/** Year and month in which the sources were read. */
const READ = '2026-11';

const DAILY_LIMIT = 'https://support.google.com/google-ads/answer/10487143';

/** Levels, units and limits of Google Ads. */
export const googleAdsProfile: PlatformProfile = {
	...CAUTIOUS,
	label: 'Google Ads',
	levels: ['budget'],
	amountUnit: MICROS,
	apiVersion: figure(
		'v26',
		'https://developers.google.com/ads/blog/posts/2026/10/announcing-v26-of-google-ads-api',
		READ,
	),
	overdelivery: figure(2, DAILY_LIMIT, READ),
	ratchet: figure(true, DAILY_LIMIT, READ),
	dryRun: figure(
		true,
		'https://developers.google.com/google-ads/api/reference/rpc/v26/MutateCampaignBudgetsRequest',
		READ,
	),
};
