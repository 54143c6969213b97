import { CONVERSION_KINDS, FORMATS, isTimeZone, z } from '../../src/index';
import { fromCell, List, Text } from '../shared/cells';
import { CommonSettings } from '../shared/commonSettings';

/** The name of a column; one that is left empty is recognised by its name. */
const OptionalColumn = z
	.string()
	.optional()
	.transform((name) => (name === '' ? undefined : name));

/** What Ingest Performance lets its user set. */
export const IngestSettings = CommonSettings.extend({
	format: z.enum(['auto', ...FORMATS]).default('auto'),
	conversionActions: z.array(z.enum(CONVERSION_KINDS)).default([]),
	otherActionTypes: List,
	reportCurrency: z.string().trim().toUpperCase().default(''),
	reportTimeZone: z
		.string()
		.trim()
		.refine((zone) => zone === '' || isTimeZone(zone), 'must be a time zone such as America/New_York')
		.default(''),
	source: Text,
	reportingLag: z
		.preprocess(
			fromCell,
			z.number('must be a number of minutes').min(0, 'must be at least 0').max(2880).or(z.literal('')),
		)
		.default(''),
	fields: z
		.object({
			date: OptionalColumn,
			hour: OptionalColumn,
			start: OptionalColumn,
			end: OptionalColumn,
			spend: OptionalColumn,
			spendUnit: z.enum(['major', 'micros', 'minor']).default('major'),
			numberFormat: z.enum(['auto', 'comma', 'point']).default('auto'),
			dateFormat: z.enum(['auto', 'dayFirst', 'iso', 'monthFirst']).default('auto'),
			impressions: OptionalColumn,
			clicks: OptionalColumn,
			conversions: OptionalColumn,
			revenue: OptionalColumn,
			campaignId: OptionalColumn,
			currency: OptionalColumn,
			timeZone: OptionalColumn,
			multiplier: OptionalColumn,
		})
		.prefault({}),
});
export type IngestSettings = Readonly<z.output<typeof IngestSettings>>;
