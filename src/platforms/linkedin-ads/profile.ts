import { MAJOR_UNITS } from '../../levers/amountUnit';
import { CAUTIOUS, figure, type PlatformProfile } from '../../levers/platformProfile';

/** Year and month in which the sources were read. */
const READ = '2026-11';

/** Levels, units and limits of LinkedIn Ads. */
export const linkedinAdsProfile: PlatformProfile = {
	...CAUTIOUS,
	label: 'LinkedIn Ads',
	levels: ['campaign'],
	amountUnit: MAJOR_UNITS,
	apiVersion: figure('202609', 'https://learn.microsoft.com/en-us/linkedin/marketing/versioning', READ),
	apiEnds: figure(
		{
			'202511': '2026-11-16',
			'202601': '2027-01-15',
			'202602': '2027-02-15',
			'202603': '2027-03-16',
			'202609': '2027-09',
		},
		'https://learn.microsoft.com/en-us/linkedin/marketing/integrations/migrations; later versions live for at least a year',
		READ,
	),
	overdelivery: figure(1.5, 'third parties; LinkedIn gives no figure', READ),
};
