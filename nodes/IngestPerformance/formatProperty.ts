import type { INodeProperties } from 'n8n-workflow';

import { REPORT_FORMATS, type ReportFormat } from '../../src/index';

/** Ids and formats. */
const formats = Object.entries<ReportFormat>(REPORT_FORMATS);

export const formatProperty: INodeProperties = {
	displayName: 'Format',
	name: 'format',
	type: 'options',
	default: 'auto',
	options: [
		{
			name: 'Auto-Detect',
			value: 'auto',
			description: 'Recognise the platform by the shape of the rows, or a table by the names of its columns',
		},
		{ name: 'Mapped Columns', value: 'mapped', description: 'Any table: name the columns that are not recognised' },
		...formats.map(([value, { label, description }]) => ({ name: label, value, description })),
	].sort((a, b) => a.name.localeCompare(b.name)),
	description: 'Format of the rows',
};

const unzoned = formats.filter(([, { needsTimeZone }]) => needsTimeZone);

export const reportTimeZoneProperty: INodeProperties = {
	displayName: 'Report Time Zone',
	name: 'reportTimeZone',
	type: 'string',
	default: '',
	placeholder: 'e.g. UTC',
	displayOptions: { show: { format: ['auto', 'mapped', ...unzoned.map(([id]) => id)] } },
	description: `Time zone of the hours in reports of ${listed(unzoned.map(([, { label }]) => label))}, which do not state it, and in a table, if it is not that of the budget. A zone or an offset in a row takes precedence. Other platforms report in the time zone of the account.`,
};

const lagging = formats.filter(([, { lagMinutes }]) => lagMinutes > 0);

export const reportingLagProperty: INodeProperties = {
	displayName: 'Reporting Lag (Minutes)',
	name: 'reportingLag',
	type: 'string',
	default: '',
	placeholder: 'e.g. 60',
	description: `How long after an hour its figures may still grow. Until then, low figures do not count as a slow hour. Leave empty for the figure that the platform states: ${listed([...lagging.map(([, { label, lagMinutes }]) => `${lagMinutes} for ${label}`), '0 for the others'])}.`,
};

function listed(names: readonly string[]): string {
	return new Intl.ListFormat('en').format(names);
}
