import { MAJOR_UNITS } from '../../push/amountUnit';
import { CAUTIOUS, figure, type PlatformProfile } from '../../push/platformProfile';

/** Year and month in which the sources were read. */
const READ = '2026-11';

/** The rows of Microsoft's table that could be verified. */
const MINIMA = {
	ARS: '0.05',
	AUD: '0.05',
	BRL: '0.10',
	CAD: '0.05',
	CLP: '5.10',
	CNY: '30.00',
	COP: '18.05',
	THB: '2.00',
} as const;

/** Levels, units and limits of Microsoft Advertising. */
export const microsoftAdsProfile: PlatformProfile = {
	...CAUTIOUS,
	label: 'Microsoft Advertising',
	levels: ['campaign', 'budget'],
	amountUnit: MAJOR_UNITS,
	apiVersion: figure(
		'v13',
		'https://learn.microsoft.com/en-us/advertising/campaign-management-service/updatebudgets',
		READ,
	),
	overdelivery: figure(2, "Microsoft's help pages: usually less than 100% above", READ),
	minimum: figure(
		{ budget: MINIMA, campaign: MINIMA },
		'https://learn.microsoft.com/en-us/advertising/guides/currencies',
		READ,
	),
};
