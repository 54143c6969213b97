import { type AmountUnit, MICROS } from '../../levers/amountUnit';
import { CAUTIOUS, figure, type PlatformProfile } from '../../levers/platformProfile';

/** Year and month in which the sources were read. */
const READ = '2026-11';

const BUDGET_CHANGES = 'https://support.google.com/google-ads/answer/10487143';

const SCHEDULED_PACING = 'https://www.seroundtable.com/google-ads-budget-pacing-for-ad-scheduling-updated-40966.html';

/**
 * Currencies that are used in whole units, also where ISO 4217 gives them minor units.
 *
 * Amounts must be multiples of a currency's billable unit, which is published for no currency and read from `currency_constant` by an account. Whole
 * units of these currencies, and hundredths of the others, are multiples of it: 10,000 micros or 1,000,000.
 */
const WHOLE_CURRENCIES = new Set('CLP COP CRC HUF IDR ISK JPY KRW PYG TWD UGX VND'.split(' '));

/** Micros in multiples that Google can bill. */
const BILLABLE_MICROS: AmountUnit = {
	...MICROS,
	decimals: (currency) => (WHOLE_CURRENCIES.has(currency) ? 0 : 2),
};

/** Levels, units and limits of Google Ads. */
export const googleAdsProfile: PlatformProfile = {
	...CAUTIOUS,
	label: 'Google Ads',
	levels: ['budget'],
	amountUnit: BILLABLE_MICROS,
	apiVersion: figure(
		'v26',
		'https://developers.google.com/ads/blog/posts/2026/10/announcing-v26-of-google-ads-api',
		READ,
	),
	apiEnds: figure(
		{ v21: '2026-08-05', v22: '2026-10-07', v23: '2027-02', v24: '2027-05', v25: '2027-08', v26: '2027-11' },
		'https://developers.google.com/ads/blog/posts/2025/09/more-frequent-releases-coming-for, whose months are plans; reminders name the days',
		READ,
	),
	overdelivery: figure(2, BUDGET_CHANGES, READ),
	ratchet: figure(true, BUDGET_CHANGES, READ),
	editBoundsMonth: figure(true, BUDGET_CHANGES, READ),
	scheduledMonthDays: figure(
		30.4,
		`${SCHEDULED_PACING}: rolled out by account from 1 March 2026; later reports name 1 June 2026`,
		READ,
	),
	dryRun: figure(
		true,
		'https://developers.google.com/google-ads/api/reference/rpc/v26/MutateCampaignBudgetsRequest',
		READ,
	),
};
