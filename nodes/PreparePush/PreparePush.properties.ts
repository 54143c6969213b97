import type { INodeProperties } from 'n8n-workflow';

import { budgetIdProperty, itemProperties, tellUntilMarked } from '../shared/commonProperties';
import { additionalFieldsProperty } from './additionalFieldsProperty';
import { guardsProperty } from './guardsProperty';
import { objectProperties } from './objectProperties';
import { forPlatforms, namesOf, platformProperty } from './platformProperty';

export const preparePushProperties: INodeProperties[] = [
	budgetIdProperty,
	platformProperty,
	{
		displayName: 'Account ID',
		name: 'accountId',
		type: 'string',
		default: '',
		placeholder: '123-456-7890',
		displayOptions: forPlatforms(({ names }) => names.includes('accountId')),
		description: 'Customer, ad account, advertiser or profile that the IDs belong to',
	},
	{
		displayName: 'Region',
		name: 'region',
		type: 'options',
		default: 'northAmerica',
		displayOptions: forPlatforms(({ names }) => names.includes('region')),
		options: [
			{ name: 'Europe', value: 'europe', description: 'Europe, the Middle East, India and Africa' },
			{ name: 'Far East', value: 'farEast', description: 'Australia, Japan and Singapore' },
			{ name: 'North America', value: 'northAmerica', description: 'Brazil, Canada, Mexico and the United States' },
		],
		description: 'Region of the profile. Each has a host of its own, and refuses the profiles of the others.',
	},
	{
		displayName: 'Manager Account ID',
		name: 'managerAccountId',
		type: 'string',
		default: '',
		displayOptions: forPlatforms(({ names }) => names.includes('managerAccountId')),
		description:
			'Manager account through which the account is accessed. On Google Ads, only if there is one; on Microsoft Advertising always, as its customer ID.',
	},
	...objectProperties,
	{
		displayName: 'URL',
		name: 'url',
		type: 'string',
		default: '',
		placeholder: 'https://example.com/budgets',
		displayOptions: forPlatforms(({ names }) => names.includes('url')),
		description: 'Where the amounts are sent',
	},
	{
		displayName: 'Dry Run',
		name: 'dryRun',
		type: 'boolean',
		default: true,
		description: `Whether to change nothing. On ${namesOf(({ profile }) => profile.dryRun.value)} the request is validated without being carried out; for other platforms it leaves through Held Back, for inspection.`,
	},
	additionalFieldsProperty,
	guardsProperty,
	...itemProperties(tellUntilMarked('what needs a person, and the end of it,'), {
		displayName: 'Base URL',
		name: 'baseUrl',
		type: 'string',
		default: '',
		placeholder: 'http://127.0.0.1:8080',
		description:
			"Origin that replaces the platform's in every request, for a proxy or a sandbox. Leave empty for the platform itself.",
	}),
];
