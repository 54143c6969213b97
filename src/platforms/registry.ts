import type { PushPlatforms } from '../push/pushPlatform';
import type { ReportFormats } from '../reports/reportFormat';
import { amazonAdsPush } from './amazon-ads/push';
import { amazonAdsReport } from './amazon-ads/report';
import { genericPush } from './generic/push';
import { googleAdsPush } from './google-ads/push';
import { googleAdsReport } from './google-ads/report';
import { googleAnalyticsReport } from './google-analytics/report';
import { linkedinAdsPush } from './linkedin-ads/push';
import { linkedinAdsReport } from './linkedin-ads/report';
import { metaAdsPush } from './meta-ads/push';
import { metaAdsReport } from './meta-ads/report';
import { microsoftAdsPush } from './microsoft-ads/push';
import { microsoftAdsReport } from './microsoft-ads/report';
import { pinterestAdsPush } from './pinterest-ads/push';
import { pinterestAdsReport } from './pinterest-ads/report';
import { tiktokAdsPush } from './tiktok-ads/push';
import { tiktokAdsReport } from './tiktok-ads/report';

/** IDs of ad platforms. Stored states, workflows and items contain them: never rename one. */
type AdPlatform =
	| 'amazon_ads'
	| 'google_ads'
	| 'linkedin_ads'
	| 'meta_ads'
	| 'microsoft_ads'
	| 'pinterest_ads'
	| 'tiktok_ads';

/** Platforms whose reports can be read. */
export type ReportPlatform = AdPlatform | 'google_analytics';

/** Platforms that budgets can be pushed to. */
export type Platform = AdPlatform | 'generic';

/** Report formats, recognised by the shape of their rows. */
export const REPORT_FORMATS: ReportFormats<ReportPlatform> = {
	amazon_ads: amazonAdsReport,
	google_ads: googleAdsReport,
	google_analytics: googleAnalyticsReport,
	linkedin_ads: linkedinAdsReport,
	meta_ads: metaAdsReport,
	microsoft_ads: microsoftAdsReport,
	pinterest_ads: pinterestAdsReport,
	tiktok_ads: tiktokAdsReport,
};

export const PUSH_PLATFORMS: PushPlatforms<Platform> = {
	amazon_ads: amazonAdsPush,
	generic: genericPush,
	google_ads: googleAdsPush,
	linkedin_ads: linkedinAdsPush,
	meta_ads: metaAdsPush,
	microsoft_ads: microsoftAdsPush,
	pinterest_ads: pinterestAdsPush,
	tiktok_ads: tiktokAdsPush,
};

export const PLATFORMS = Object.keys(PUSH_PLATFORMS) as Platform[];

export { CONVERSION_KINDS } from './meta-ads/conversionActions';

/** All formats of report rows. */
export const FORMATS = [...(Object.keys(REPORT_FORMATS) as ReportPlatform[]), 'mapped' as const];

/** The format in which rows were read; `empty` is a report without rows. */
export type Format = (typeof FORMATS)[number] | 'empty';
