import { MICROS } from '../../levers/amountUnit';
import { CAUTIOUS, figure, type PlatformProfile } from '../../levers/platformProfile';

/** Year and month in which the sources were read. */
const READ = '2026-11';

const API_DESCRIPTION = 'https://github.com/pinterest/api-description';

/** Levels, units and limits of Pinterest Ads. */
export const pinterestAdsProfile: PlatformProfile = {
	...CAUTIOUS,
	label: 'Pinterest Ads',
	levels: ['campaign', 'adGroup'],
	amountUnit: MICROS,
	apiVersion: figure('v5', API_DESCRIPTION, READ),
	overdelivery: figure(null, 'ad groups do not exceed their daily budget; not documented for campaigns', READ),
	learningPhase: figure(false, 'reports mention a learning phase; the effect of edits on it is not documented', READ),
};
