import { amazonStream } from '../platforms/amazon-ads/report';
import { googleAds } from '../platforms/google-ads/report';
import { googleAnalytics } from '../platforms/google-analytics/report';
import { linkedinAds } from '../platforms/linkedin-ads/report';
import { metaAds } from '../platforms/meta-ads/report';
import { microsoftAds } from '../platforms/microsoft-ads/report';
import type { RowFormat } from './rowFormat';
import { tiktokAds } from '../platforms/tiktok-ads/report';

/** The platforms whose reports are known by their shape. */
export const PLATFORM_FORMATS = {
	amazon_ads: amazonStream,
	google_ads: googleAds,
	google_analytics: googleAnalytics,
	linkedin_ads: linkedinAds,
	meta_ads: metaAds,
	microsoft_ads: microsoftAds,
	tiktok_ads: tiktokAds,
} as const satisfies Record<string, RowFormat>;

/** Every format of report rows that can be named. */
export const FORMATS = [
	'amazon_ads',
	'google_ads',
	'google_analytics',
	'linkedin_ads',
	'mapped',
	'meta_ads',
	'microsoft_ads',
	'tiktok_ads',
] as const satisfies readonly (keyof typeof PLATFORM_FORMATS | 'mapped')[];
/** `empty` is a report without rows. */
export type Format = (typeof FORMATS)[number] | 'empty';

/** How long after its hour spend may still come in, minutes: what the platform itself says, 0 where it says nothing. */
export const reportingLag = (format: Format): number =>
	format === 'empty' || format === 'mapped' ? 0 : PLATFORM_FORMATS[format].lagMinutes;

export { FieldMap, type FieldMapInput } from './fieldMap';
