import { MAJOR_UNITS } from '../../levers/amountUnit';
import { CAUTIOUS, figure, type PlatformProfile } from '../../levers/platformProfile';

/** Year and month in which the sources were read. */
const READ = '2026-11';

/** A dynamic daily budget may spend up to 125% of the highest one set that day; others less. The API does not show which kind it is. */
const DYNAMIC_DAILY_BUDGET = 'https://ads.tiktok.com/help/article/how-to-set-up-a-daily-budget-in-tiktok-ads-manager';

const LEARNING_PHASE = 'https://ads.tiktok.com/help/article?aid=744163857974606118';

/** Levels, units and limits of TikTok Ads. */
export const tiktokAdsProfile: PlatformProfile = {
	...CAUTIOUS,
	label: 'TikTok Ads',
	levels: ['campaign', 'adGroup'],
	amountUnit: MAJOR_UNITS,
	nextDay: ['adGroup'],
	apiVersion: figure(
		'v1.3',
		'https://github.com/tiktok/tiktok-business-api-sdk, whose newest paths have it; no end is published',
		READ,
	),
	overdelivery: figure(1.25, DYNAMIC_DAILY_BUDGET, READ),
	ratchet: figure(true, DYNAMIC_DAILY_BUDGET, READ),
	coolDownMinutes: figure(2880, LEARNING_PHASE, READ),
	maxChangeFraction: figure(0.5, LEARNING_PHASE, READ),
	minimum: figure(
		{ campaign: { USD: '50.01' }, adGroup: { USD: '20.01' } },
		'more than 50 and 20 USD, https://ads.tiktok.com/help/article/budget',
		READ,
	),
	learningPhase: figure(true, LEARNING_PHASE, READ),
};
