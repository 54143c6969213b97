import type { AmountUnit } from '../../levers/amountUnit';
import { CAUTIOUS, figure, type PlatformProfile } from '../../levers/platformProfile';

/** Year and month in which the sources were read. */
const READ = '2026-11';

/** The Marketing API ends earlier than the Graph API of the same version. */
const MARKETING_API_VERSIONS =
	'https://developers.facebook.com/documentation/ads-commerce/marketing-api/marketing-api-changelog/versions';

/**
 * Currencies in which Meta counts whole units. They differ from ISO 4217, where the forint and the Taiwan dollar have minor units.
 *
 * @see https://developers.facebook.com/documentation/ads-commerce/marketing-api/currencies (read 2026-11)
 */
const WHOLE_CURRENCIES = new Set('CLP COP CRC HUF IDR ISK JPY KRW PYG TWD VND'.split(' '));

const decimals = (currency: string): number => (WHOLE_CURRENCIES.has(currency) ? 0 : 2);

/** Meta's smallest units: hundredths, or whole units in some currencies. */
export const META_UNITS: AmountUnit = {
	digits: decimals,
	decimals,
	example: "Meta's smallest units such as 110000 for 1100.00",
};

/** Levels, units and limits of Meta Ads. */
export const metaAdsProfile: PlatformProfile = {
	...CAUTIOUS,
	label: 'Meta Ads',
	levels: ['campaign', 'adGroup'],
	amountUnit: META_UNITS,
	apiVersion: figure('v26.0', MARKETING_API_VERSIONS, READ),
	apiEnds: figure({ 'v24.0': '2026-11-10', 'v25.0': '2027-02-23' }, MARKETING_API_VERSIONS, READ),
	overdelivery: figure(1.75, "Meta's help pages; its API documentation says 1.25", READ),
	editsPerHour: figure(4, 'https://developers.facebook.com/docs/marketing-api/overview/rate-limiting', READ),
	maxChangeFraction: figure(
		0.2,
		'chosen by this package: Meta calls large edits significant and gives no figure',
		READ,
	),
	learningPhase: figure(
		true,
		'significant edits restart learning, https://www.facebook.com/business/help/112167992830700',
		READ,
	),
	dryRun: figure(
		true,
		'execution_options with validate_only, https://developers.facebook.com/docs/marketing-api/reference/ad-campaign-group',
		READ,
	),
};
