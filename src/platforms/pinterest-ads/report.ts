import { campaignId } from '../../reports/campaignId';
import { collect } from '../../reports/collect';
import { localDayWindow, localHourWindow } from '../../reports/localHourWindow';
import {
	isMissing,
	optional,
	readMicros,
	readNumber,
	readSignedMicros,
	readSignedNumber,
} from '../../reports/readNumber';
import { isRejection } from '../../reports/rejection';
import type { ReportFormat } from '../../reports/reportFormat';
import type { Row } from '../../reports/row';

const HOUR = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}):00(?::00(?:\.0+)?)?$/;

/** Dimensions that distinguish rows of one campaign and hour. */
const DIMENSIONS = ['AD_GROUP_ID', 'AD_ID'];

/** Columns in order of preference. */
const IMPRESSIONS = ['TOTAL_IMPRESSION', 'IMPRESSION_1'];
const CLICKS = ['TOTAL_CLICKTHROUGH', 'CLICKTHROUGH_1'];
const CONVERSIONS = ['TOTAL_CHECKOUT', 'TOTAL_CONVERSIONS'];

const firstOf = (row: Row, columns: readonly string[]) =>
	columns.find((column) => !isMissing(row[column])) ?? columns[0]!;

/**
 * Pinterest campaign analytics, by hour or by day.
 *
 * Amounts are in micros of the advertiser's currency, which the rows do not name. Dates are documented to be in UTC, but some accounts can
 * request the account's zone, so the zone must be stated. Conversions are never reported by hour. A daily row is a running total. The format
 * of hours in DATE is not documented: a date with a full hour is accepted.
 *
 * @see https://github.com/pinterest/api-description, GET /ad_accounts/{ad_account_id}/campaigns/analytics
 */
export const pinterestAdsReport: ReportFormat = {
	label: 'Pinterest Ads',
	description: 'Campaign analytics by hour, or by day as running totals; state their time zone below',
	lagMinutes: 0,
	needsTimeZone: true,
	recognises: (row) => 'DATE' in row && ('CAMPAIGN_ID' in row || 'SPEND_IN_MICRO_DOLLAR' in row),
	currency: () => undefined,
	account: (row) => row['AD_ACCOUNT_ID'],
	place: (row, _budget, timeZone) => {
		const date = row['DATE'];
		const [, day, hour] = (typeof date === 'string' ? HOUR.exec(date) : null) ?? [];
		const window = day === undefined ? localDayWindow(date, timeZone) : localHourWindow(day, hour, timeZone);
		if (isRejection(window)) return window;
		const campaign = campaignId(row['CAMPAIGN_ID']);
		if (isRejection(campaign)) return campaign;
		return day === undefined ? { ...window, ...campaign, kind: 'running-total' } : { ...window, ...campaign };
	},
	metrics: (row) => {
		if (isMissing(row['SPEND_IN_MICRO_DOLLAR'])) {
			return { reason: 'The spend is missing: add SPEND_IN_MICRO_DOLLAR to the columns' };
		}
		const count = (columns: readonly string[], read = readNumber) => {
			const column = firstOf(row, columns);
			return optional(read)(row[column], column);
		};
		const value = 'TOTAL_CHECKOUT_VALUE_IN_MICRO_DOLLAR';
		return collect({
			spend: readMicros(row['SPEND_IN_MICRO_DOLLAR'], 'SPEND_IN_MICRO_DOLLAR'),
			impressions: count(IMPRESSIONS),
			clicks: count(CLICKS),
			conversions: count(CONVERSIONS, readSignedNumber),
			revenue: optional(readSignedMicros)(row[value], value),
		});
	},
	identity: (row) => Object.fromEntries(DIMENSIONS.map((field) => [field, row[field]])),
};
