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
		{ name: 'Auto-Detect', value: 'auto', description: 'Tell the platform by the shape of the rows' },
		{ name: 'Mapped Columns', value: 'mapped', description: 'Any table: name its columns below' },
		...formats.map(([value, { label, description }]) => ({ name: label, value, description })),
	].sort((a, b) => a.name.localeCompare(b.name)),
	description: 'What the rows are',
};

const unzoned = formats.filter(([, { needsTimeZone }]) => needsTimeZone);

export const reportTimeZoneProperty: INodeProperties = {
	displayName: 'Report Time Zone',
	name: 'reportTimeZone',
	type: 'string',
	default: '',
	placeholder: 'e.g. UTC',
	displayOptions: { show: { format: ['auto', ...unzoned.map(([id]) => id)] } },
	description: `Time zone of the hours in reports of ${listed(unzoned.map(([, { label }]) => label))}, which do not say it. Other platforms report in the zone of the account.`,
};

const lagging = formats.filter(([, { lagMinutes }]) => lagMinutes > 0);

export const reportingLagProperty: INodeProperties = {
	displayName: 'Reporting Lag (Minutes)',
	name: 'reportingLag',
	type: 'string',
	default: '',
	placeholder: 'e.g. 60',
	description: `How long after an hour its figures may still grow: until then it is no evidence of a slow hour. Empty is what the platform says of itself: ${listed([...lagging.map(([, { label, lagMinutes }]) => `${lagMinutes} for ${label}`), '0 for the others'])}.`,
};

function listed(names: readonly string[]): string {
	return new Intl.ListFormat('en').format(names);
}
