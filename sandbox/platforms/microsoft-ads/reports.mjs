// SubmitGenerateReport and PollGenerateReport for campaign performance by the hour, and the ZIP file behind ReportDownloadUrl.
// Source: https://learn.microsoft.com/en-us/advertising/reporting-service/ (submitgeneratereport, pollgeneratereport,
// campaignperformancereportrequest, reportaggregation) and https://learn.microsoft.com/en-us/advertising/guides/reports (hours are UTC).
// Assumed: a report is ready when it is first asked for. Refused because the sandbox does not make them: other types, columns and formats.
import * as z from 'zod/v4';

import { toMajor } from '../amounts.mjs';
import { localHour, startOfDate, startOfNextDate } from '../localTime.mjs';
import { zipOf } from './zip.mjs';

const HOUR_MS = 3_600_000;
const UTC = 'utc';
const Long = z.string().regex(/^\d{1,19}$/);
const Day = z.strictObject({ Day: z.number().int(), Month: z.number().int(), Year: z.number().int() });

const COLUMNS = {
	TimePeriod: ({ startMs }, { FormatVersion }) => timePeriod(startMs, FormatVersion),
	AccountId: (_, __, account) => account.id,
	CampaignId: ({ campaignId }) => campaignId,
	CampaignName: ({ campaignId }, _, { campaigns }) => campaigns.find(({ id }) => id === campaignId)?.name ?? '',
	CurrencyCode: (_, __, { currency }) => currency,
	Impressions: ({ impressions }) => impressions,
	Clicks: ({ clicks }) => clicks,
	Spend: ({ costMicros }) => toMajor(costMicros).toFixed(2),
	Conversions: ({ conversions }) => conversions,
	Revenue: ({ value }) => value.toFixed(2),
};

export const Submission = z.strictObject({
	ReportRequest: z.strictObject({
		Type: z.literal('CampaignPerformanceReportRequest'),
		Aggregation: z.enum(['Hourly', 'Daily', 'Weekly', 'Monthly', 'Summary']),
		Columns: z.array(z.enum(Object.keys(COLUMNS))).min(1),
		ExcludeColumnHeaders: z.boolean().optional(),
		ExcludeReportFooter: z.boolean().optional(),
		ExcludeReportHeader: z.boolean().optional(),
		Format: z.literal('Csv').optional(),
		FormatVersion: z.enum(['1.0', '2.0']).default('2.0'),
		ReportName: z.string().max(200).optional(),
		ReturnOnlyCompleteData: z.boolean().optional(),
		Scope: z.strictObject({ AccountIds: z.array(Long).min(1) }),
		Time: z.strictObject({
			CustomDateRangeStart: Day.optional(),
			CustomDateRangeEnd: Day.optional(),
			PredefinedTime: z.enum(['Today', 'Yesterday']).optional(),
			ReportTimeZone: z.string().optional(),
		}),
	}),
});

export const Poll = z.strictObject({ ReportRequestId: z.string() });

/** The name of what is wrong with a request for a report, or null. */
export function reportError({ ReportRequest: { Aggregation, Scope, Time } }, { id }) {
	if (Aggregation !== 'Hourly') return 'ReportingServiceInvalidReportAggregation';
	if (Scope.AccountIds.some((account) => account !== id)) return 'UserIsNotAuthorized';
	const { CustomDateRangeStart: start, CustomDateRangeEnd: end, PredefinedTime } = Time;
	if ((PredefinedTime === undefined) === (start === undefined || end === undefined)) {
		return 'ReportingServiceInvalidReportTimeSelection';
	}
	if (PredefinedTime !== undefined) return (start ?? end) ? 'ReportingServiceInvalidReportTimeSelection' : null;
	const [from, until] = [startOfDate(dateOf(start), UTC), startOfDate(dateOf(end), UTC)];
	return from <= until ? null : 'ReportingServiceInvalidCustomDateRange';
}

/** The rows of a report, as the platform has them now. */
export function rowsOf({ ReportRequest: { Time } }, account) {
	const [first, last] = period(Time, account.nowMs);
	return account.reported({ fromMs: startOfDate(first, UTC), untilMs: startOfNextDate(last, UTC) });
}

/** The file of a report. */
export function fileOf({ ReportRequest: request }, rows, account) {
	const { Columns, ExcludeColumnHeaders, ExcludeReportHeader, ExcludeReportFooter, ReportName = 'Report' } = request;
	const lines = rows.map((row) => Columns.map((column) => COLUMNS[column](row, request, account)));
	return zipOf(
		`${ReportName}.csv`,
		[
			...(ExcludeReportHeader ? [] : [['Report Name: ' + ReportName], ['Report Aggregation: Hourly'], []]),
			...(ExcludeColumnHeaders ? [] : [Columns]),
			...lines,
			...(ExcludeReportFooter ? [] : [[], ['©2026 Microsoft Corporation. All rights reserved. ']]),
		]
			.map((cells) => cells.map((cell) => `"${String(cell).replaceAll('"', '""')}"`).join(','))
			.join('\r\n'),
	);
}

function period({ PredefinedTime, CustomDateRangeStart, CustomDateRangeEnd }, nowMs) {
	if (PredefinedTime === undefined) return [dateOf(CustomDateRangeStart), dateOf(CustomDateRangeEnd)];
	const { date } = localHour(PredefinedTime === 'Today' ? nowMs : nowMs - 24 * HOUR_MS, UTC);
	return [date, date];
}

const two = (part) => String(part).padStart(2, '0');
const dateOf = ({ Year, Month, Day: day }) => `${Year}-${two(Month)}-${two(day)}`;

/** FormatVersion 2.0 writes 2026-11-22|9, 1.0 writes 11/22/2026 12:00:00 AM|9. */
function timePeriod(startMs, version) {
	const { date, hour } = localHour(startMs, UTC);
	if (version === '2.0') return `${date}|${hour}`;
	const [year, month, day] = date.split('-').map(Number);
	return `${month}/${day}/${year} 12:00:00 AM|${hour}`;
}
