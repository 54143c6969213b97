import { MAJOR_UNITS } from '../../levers/amountUnit';
import { CAUTIOUS, figure, type PlatformProfile } from '../../levers/platformProfile';

/** Year and month in which the sources were read. */
const READ = '2026-11';

/** Lowest daily budgets. Accounts have no other currencies. */
const MINIMA = {
	ARS: '0.05',
	AUD: '0.05',
	BRL: '0.10',
	CAD: '0.05',
	CHF: '0.05',
	CLP: '5.10',
	CNY: '30.00',
	COP: '18.05',
	DKK: '0.06',
	EUR: '0.05',
	GBP: '0.05',
	HKD: '1.00',
	IDR: '480.00',
	INR: '0.82',
	MXN: '0.14',
	MYR: '0.15',
	NOK: '0.06',
	NZD: '0.05',
	PEN: '0.03',
	PHP: '2.00',
	PLN: '0.05',
	SEK: '0.07',
	SGD: '0.11',
	THB: '2.00',
	TRY: '0.05',
	TWD: '100.00',
	USD: '0.05',
	VEF: '0.05',
	ZAR: '0.10',
} as const;

/** Levels, units and limits of Microsoft Advertising. */
export const microsoftAdsProfile: PlatformProfile = {
	...CAUTIOUS,
	label: 'Microsoft Advertising',
	levels: ['campaign', 'budget'],
	amountUnit: MAJOR_UNITS,
	apiVersion: figure(
		'v13',
		'https://learn.microsoft.com/en-us/advertising/guides/migrate-to-rest, REST; only its older SOAP form ends, on 31 January 2027',
		READ,
	),
	overdelivery: figure(2, "Microsoft's help pages: usually less than 100% above", READ),
	editBoundsMonth: figure(true, 'https://help.ads.microsoft.com/apex/index/3/en/51019', READ),
	minimum: figure(
		{ budget: MINIMA, campaign: MINIMA },
		'https://learn.microsoft.com/en-us/advertising/guides/currencies',
		READ,
	),
};
