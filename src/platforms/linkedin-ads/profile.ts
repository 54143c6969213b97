import { MAJOR_UNITS } from '../../push/amountUnit';
import { CAUTIOUS, figure, type PlatformProfile } from '../../push/platformProfile';

/** Year and month in which the sources were read. */
const READ = '2026-11';

/** Levels, units and limits of LinkedIn Ads. */
export const linkedinAdsProfile: PlatformProfile = {
	...CAUTIOUS,
	label: 'LinkedIn Ads',
	levels: ['campaign'],
	amountUnit: MAJOR_UNITS,
	apiVersion: figure(
		'202609',
		'https://learn.microsoft.com/en-us/linkedin/marketing/versioning, at least a year from its month: until September 2027',
		READ,
	),
	overdelivery: figure(1.5, 'third parties; LinkedIn gives no figure', READ),
};
