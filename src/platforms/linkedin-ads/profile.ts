import { MAJOR_UNITS } from '../../push/amountUnit';
import { CAUTIOUS, figure, type PlatformProfile } from '../../push/platformProfile';

/** When the sources were read. */
const READ = '2026-11';

/** What LinkedIn Ads allows. */
export const linkedinAdsProfile: PlatformProfile = {
	...CAUTIOUS,
	label: 'LinkedIn Ads',
	levels: ['campaign'],
	amountUnit: MAJOR_UNITS,
	apiVersion: figure('202609', 'https://learn.microsoft.com/en-us/linkedin/marketing/versioning', READ),
	overdelivery: figure(1.5, 'third parties; LinkedIn gives no figure', READ),
};
