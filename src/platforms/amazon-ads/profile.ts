import { MAJOR_UNITS } from '../../levers/amountUnit';
import { CAUTIOUS, figure, type PlatformProfile, unpublished } from '../../levers/platformProfile';

/** Year and month in which the sources were read. */
const READ = '2026-11';

/** Levels, units and limits of Amazon Ads. */
export const amazonAdsProfile: PlatformProfile = {
	...CAUTIOUS,
	label: 'Amazon Ads',
	levels: ['campaign'],
	amountUnit: MAJOR_UNITS,
	apiVersion: unpublished(READ),
	overdelivery: figure(null, 'not paced within a day; the monthly limit applies', READ),
};
