import type { INodeProperties } from 'n8n-workflow';

/** Figures in the place of the platform's profile. */
export const guardsProperty: INodeProperties = {
	displayName: 'Guards',
	name: 'guards',
	type: 'collection',
	placeholder: 'Add Guard',
	default: {},
	description: "Figures in the place of those of the platform's profile. One that is not added is the profile's.",
	options: [
		{
			displayName: 'API Version',
			name: 'apiVersion',
			type: 'string',
			default: '',
			placeholder: 'v26',
			description: "Version in the platform's address, when the one of the profile is retired",
		},
		{
			displayName: 'Cool-Down Minutes',
			name: 'coolDownMinutes',
			type: 'number',
			default: 60,
			typeOptions: { minValue: 0, maxValue: 10080 },
			description: 'Minutes from one edit of an object to the next. More is calmer, less follows plans sooner.',
		},
		{
			displayName: 'Day Factor',
			name: 'dayFactor',
			type: 'number',
			default: 1.2,
			typeOptions: { minValue: 0, maxValue: 10, numberPrecision: 2 },
			description:
				'The most a day may cost as a factor of its amount. Below the overdelivery of the platform, its daily budget is pushed lower.',
		},
		{
			displayName: 'Edits per Day',
			name: 'editsPerDay',
			type: 'number',
			default: 2,
			typeOptions: { minValue: 1, maxValue: 24 },
			description:
				'Edits of one object by one lever in a local day. More follows plans closer and disturbs learning more.',
		},
		{
			displayName: 'Edits per Hour',
			name: 'editsPerHour',
			type: 'number',
			default: 4,
			typeOptions: { minValue: 1, maxValue: 60 },
			description: 'Edits of one object in any 60 minutes. Above the quota of the platform, its API refuses them.',
		},
		{
			displayName: 'Increment',
			name: 'increment',
			type: 'string',
			default: '',
			placeholder: '1.00',
			description:
				"Step of amounts, in the currency of the account. They are rounded down to it; empty is the platform's.",
		},
		{
			displayName: 'Maximum Change per Push',
			name: 'maxChangeFraction',
			type: 'number',
			default: 0.5,
			typeOptions: { minValue: 0, maxValue: 10, numberPrecision: 3 },
			description:
				'Most that one push changes a value, as a fraction of it: 0.5 is a half. More arrives sooner, less is gentler.',
		},
		{
			displayName: 'Minimum Amount',
			name: 'minimumAmount',
			type: 'string',
			default: '',
			placeholder: '5.00',
			description: 'Least daily budget that the platform takes, in the currency of the account. Less is held back.',
		},
		{
			displayName: 'Overdelivery',
			name: 'overdelivery',
			type: 'number',
			default: 2,
			typeOptions: { minValue: 1, maxValue: 10, numberPrecision: 2 },
			description:
				'The most that the platform may bill for a day, as a factor of the highest daily budget set that day',
		},
		{
			displayName: 'Overwrite Edits',
			name: 'overwriteEdits',
			type: 'boolean',
			default: false,
			description:
				'Whether to push although somebody changed the value since the last push, or that push did not arrive',
		},
		{
			displayName: 'Same-Day Ratchet',
			name: 'ratchet',
			type: 'boolean',
			default: true,
			description:
				'Whether a budget that was higher today is not raised again, because the limit of the day follows the highest',
		},
	],
};
