import { campaignId } from '../../reports/campaignId';
import { collect } from '../../reports/collect';
import { localHourWindow } from '../../reports/localHourWindow';
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

/** FormatVersion 2.0 writes 2026-11-22|9, older ones 11/22/2026 12:00:00 AM|9. */
const ISO_PERIOD = /^(\d{4}-\d{2}-\d{2})\|(\d{1,2})$/;
const OLD_PERIOD = /^(\d{1,2})\/(\d{1,2})\/(\d{4}) 12:00:00 AM\|(\d{1,2})$/;

/** Dimensions that distinguish rows of one campaign and hour. */
const DIMENSIONS = ['AccountId', 'CampaignId', 'AdGroupId', 'AdId', 'KeywordId', 'DeviceType', 'DeviceOS', 'Network'];

/**
 * Microsoft Advertising reports with hourly aggregation, one CSV row per item.
 *
 * All fields are texts; amounts are in major units. According to the documentation hours are in UTC, but users report other zones, so the
 * zone must be stated. Clicks are up to two hours late, conversions up to three.
 *
 * @see https://learn.microsoft.com/en-us/advertising/guides/reports
 * @see https://github.com/BingAds/BingAds-Python-SDK/issues/272
 */
export const microsoftAdsReport: ReportFormat = {
	label: 'Microsoft Advertising',
	description: 'Rows of a report with hourly aggregation; state its time zone below',
	lagMinutes: 120,
	needsTimeZone: true,
	recognises: (row) => 'TimePeriod' in row,
	currency: (row) => row['CurrencyCode'],
	account: (row) => row['AccountId'],
	place: (row, _budget, timeZone) => {
		const period = readPeriod(row['TimePeriod']);
		if (period === null) {
			return {
				reason: `'TimePeriod' is ${quoted(row['TimePeriod'])}: it must look like 2026-11-22|9; ask for hourly aggregation`,
			};
		}
		const window = localHourWindow(period.date, period.hour, timeZone);
		if (isRejection(window)) return window;
		const campaign = campaignId(row['CampaignId'] ?? row['CampaignName']);
		return isRejection(campaign) ? campaign : { ...window, ...campaign };
	},
	metrics: (row) => {
		if (isMissing(row['Spend'])) return { reason: 'The spend is missing: add Spend to the columns of the report' };
		const read = <Value>(field: string, reader: (value: unknown, field: string) => Value): Value =>
			reader(withoutSeparators(row[field]), field);
		return collect({
			spend: read('Spend', readMoney),
			impressions: read('Impressions', optional(readNumber)),
			clicks: read('Clicks', optional(readNumber)),
			conversions: read('Conversions', optional(readSignedNumber)),
			revenue: read('Revenue', optional(readSignedMoney)),
		});
	},
	identity: (row) => Object.fromEntries(DIMENSIONS.map((field) => [field, row[field]])),
};

function readPeriod(value: unknown): { readonly date: string; readonly hour: string } | null {
	if (typeof value !== 'string') return null;
	const iso = ISO_PERIOD.exec(value);
	if (iso !== null) return { date: iso[1]!, hour: iso[2]! };
	const [, month, day, year, hour] = OLD_PERIOD.exec(value) ?? [];
	if (year === undefined) return null;
	return { date: `${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}`, hour: hour! };
}

/** FormatVersion 1.0 writes 1,260.00. Microsoft's decimal mark is a point in every version. */
const GROUPED = /^-?\d{1,3}(?:,\d{3}){1,4}(?:\.\d{1,20})?$/;

const withoutSeparators = (value: unknown): unknown =>
	typeof value === 'string' && GROUPED.test(value) ? value.replaceAll(',', '') : value;
