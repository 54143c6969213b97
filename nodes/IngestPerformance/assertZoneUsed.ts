import { type Format, isSameZone, REPORT_FORMATS, type ReportFormat, UserError } from '../../src/index';

/**
 * Refuses a stated time zone that would not be used: most platforms report in that of the account, which has to be the budget's.
 *
 * @param ofReport the time zone as the user stated it; empty if not
 * @throws UserError if the format has its own, and it is another one
 */
export function assertZoneUsed(format: Format, ofReport: string, ofBudget: string): void {
	if (ofReport === '' || format === 'empty' || format === 'mapped' || isSameZone(ofReport, ofBudget)) return;
	const { label, needsTimeZone }: ReportFormat = REPORT_FORMATS[format];
	if (needsTimeZone === true) return;
	throw new UserError(
		`'Report Time Zone' is ${ofReport}, but reports of ${label} are read in the time zone of the budget, ${ofBudget}`,
		"Leave 'Report Time Zone' empty. The budget has to be in the time zone of the ad account.",
	);
}
