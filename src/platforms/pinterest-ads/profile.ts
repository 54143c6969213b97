import { MICROS } from '../../push/amountUnit';
import { CAUTIOUS, figure, type PlatformProfile } from '../../push/platformProfile';

/** When the sources were read. */
const READ = '2026-11';

const API_DESCRIPTION = 'https://github.com/pinterest/api-description';

/** What Pinterest Ads allows. */
export const pinterestAdsProfile: PlatformProfile = {
	...CAUTIOUS,
	label: 'Pinterest Ads',
	levels: ['campaign', 'adGroup'],
	amountUnit: MICROS,
	apiVersion: figure('v5', API_DESCRIPTION, READ),
	overdelivery: figure(null, 'of ad groups the daily budget is not exceeded; of campaigns nothing is documented', READ),
	learningPhase: figure(false, 'a report names a learning phase; what edits do to it is not documented', READ),
};
