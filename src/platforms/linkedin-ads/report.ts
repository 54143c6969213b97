import { campaignId } from '../../reports/campaignId';
import { collect } from '../../reports/collect';
import { localDayWindow } from '../../reports/localHourWindow';
import {
	isMissing,
	optional,
	readMoney,
	readNumber,
	readSignedMoney,
	readSignedNumber,
} from '../../reports/readNumber';
import { isRejection, quoted } from '../../reports/rejection';
import type { ReportFormat } from '../../reports/reportFormat';
import { fieldsOf, isRow, type Row } from '../../reports/row';

const CAMPAIGN = /^urn:li:sponsoredCampaign:(\d{1,20})$/;

/**
 * Maximum number of rows in a response; there are no further pages.
 *
 * @see https://learn.microsoft.com/en-us/linkedin/marketing/integrations/ads-reporting/ads-reporting
 */
const MAX_ELEMENTS = 15_000;

/**
 * LinkedIn ad analytics with daily granularity, the finest available: running totals of the day.
 *
 * The difference between two reads of today was delivered between them, so hours are resolved only as often as the report is read. Amounts
 * are in major units of the account's currency, which the report does not name, as text with up to 20 decimals.
 *
 * @see https://learn.microsoft.com/en-us/linkedin/marketing/integrations/ads-reporting/ads-reporting
 */
export const linkedinAdsReport: ReportFormat = {
	label: 'LinkedIn Ads',
	description: 'Daily ad analytics: running totals, read again every hour',
	lagMinutes: 0,
	recognises: (row) => isRow(row['dateRange']),
	rowsOf: ({ elements }) => (Array.isArray(elements) ? elements : null),
	pages: {
		isCutOff: (responses) => responses.some((response) => isFull(response) || linksToNext(response)),
		remedy: 'ask for fewer campaigns or days',
		settings: `LinkedIn's ad analytics have no pages: a response has at most ${MAX_ELEMENTS} rows.`,
	},
	currency: () => undefined,
	place: (row, { timeZone }) => {
		const range = fieldsOf(row, 'dateRange');
		const [start, end] = [dateOf(range['start']), dateOf(range['end'])];
		if (start === null || start !== end) {
			return { reason: "The row is not about one day: ask for timeGranularity=DAILY and the field 'dateRange'" };
		}
		const window = localDayWindow(start, timeZone);
		if (isRejection(window)) return window;
		const pivots = row['pivotValues'];
		const [pivot] = Array.isArray(pivots) ? (pivots as unknown[]) : [];
		const id = typeof pivot === 'string' ? CAMPAIGN.exec(pivot)?.[1] : undefined;
		if (id === undefined) return { reason: `'pivotValues' is ${quoted(pivot)}: ask for pivot=CAMPAIGN` };
		const campaign = campaignId(id);
		return isRejection(campaign) ? campaign : { ...window, ...campaign, kind: 'running-total' };
	},
	metrics: (row) => {
		if (isMissing(row['costInLocalCurrency'])) {
			return { reason: 'The spend is missing: add costInLocalCurrency to the fields' };
		}
		return collect({
			spend: readMoney(row['costInLocalCurrency'], 'costInLocalCurrency'),
			impressions: optional(readNumber)(row['impressions'], 'impressions'),
			clicks: optional(readNumber)(row['clicks'], 'clicks'),
			conversions: optional(readSignedNumber)(row['externalWebsiteConversions'], 'externalWebsiteConversions'),
			revenue: optional(readSignedMoney)(row['conversionValueInLocalCurrency'], 'conversionValueInLocalCurrency'),
		});
	},
	identity: () => ({}),
};

/** The date of a LinkedIn calendar day, or null. */
function dateOf(value: unknown): string | null {
	if (!isRow(value)) return null;
	const { year, month, day } = value;
	if (![year, month, day].every(Number.isInteger)) return null;
	const two = (part: unknown) => String(part).padStart(2, '0');
	return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
}

const isFull = ({ elements }: Row): boolean => Array.isArray(elements) && elements.length >= MAX_ELEMENTS;

function linksToNext(response: Row): boolean {
	const { links } = fieldsOf(response, 'paging');
	return Array.isArray(links) && links.some((link: unknown) => isRow(link) && link['rel'] === 'next');
}
