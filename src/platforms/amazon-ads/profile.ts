import { MAJOR_UNITS } from '../../push/amountUnit';
import { CAUTIOUS, figure, type PlatformProfile, unpublished } from '../../push/platformProfile';

/** When the sources were read. */
const READ = '2026-11';

/** What Amazon Ads allows. */
export const amazonAdsProfile: PlatformProfile = {
	...CAUTIOUS,
	label: 'Amazon Ads',
	levels: ['campaign'],
	amountUnit: MAJOR_UNITS,
	apiVersion: unpublished(READ),
	overdelivery: figure(null, 'not paced within a day; the limit is that of the month', READ),
};
