import type { INodeProperties } from 'n8n-workflow';

/** Figures that replace those of the platform's profile. */
export const guardsProperty: INodeProperties = {
	displayName: 'Guards',
	name: 'guards',
	type: 'collection',
	placeholder: 'Add Guard',
	default: {},
	description: "Figures that replace those of the platform's profile. The profile applies wherever none is added.",
	options: [
		{
			displayName: 'API Version',
			name: 'apiVersion',
			type: 'string',
			default: '',
			placeholder: 'v26',
			description: "Version in the URL of the platform's API, once that of the profile is retired",
		},
		{
			displayName: 'Cool-Down Minutes',
			name: 'coolDownMinutes',
			type: 'number',
			default: 60,
			typeOptions: { minValue: 0, maxValue: 10080 },
			description:
				'Minutes between two edits of an object. More disturbs the campaign less, less follows plans sooner.',
		},
		{
			displayName: 'Day Factor',
			name: 'dayFactor',
			type: 'number',
			default: 1.2,
			typeOptions: { minValue: 0, maxValue: 10, numberPrecision: 2 },
			description:
				'Maximum spend of a day as a multiple of its amount. Below the overdelivery of the platform, a lower daily budget is pushed.',
		},
		{
			displayName: 'Edits by People',
			name: 'peoplesEdits',
			type: 'options',
			default: 'respect',
			options: [
				{
					name: 'Adopt',
					value: 'adopt',
					description: 'The value is kept for the rest of the day; plans are followed again tomorrow',
				},
				{
					name: 'Respect',
					value: 'respect',
					description: 'The value is left alone until you choose something else here, or put the pushed value back',
				},
				{ name: 'Resume', value: 'resume', description: 'Plans are followed again after Resume After Hours' },
			],
			description: 'What happens to a value that somebody changed since the last push',
		},
		{
			displayName: 'Edits per Day',
			name: 'editsPerDay',
			type: 'number',
			default: 2,
			typeOptions: { minValue: 1, maxValue: 24 },
			description:
				'Maximum edits of one object by one lever in a local day. More follows plans more closely and disturbs learning more.',
		},
		{
			displayName: 'Edits per Hour',
			name: 'editsPerHour',
			type: 'number',
			default: 4,
			typeOptions: { minValue: 1, maxValue: 60 },
			description:
				'Maximum edits of one object in any 60 minutes. Above the quota of the platform, its API refuses them.',
		},
		{
			displayName: 'Increment',
			name: 'increment',
			type: 'string',
			default: '',
			placeholder: '1.00',
			description:
				"Step to which amounts are rounded down, in the currency of the account. Leave empty for the platform's.",
		},
		{
			displayName: 'Least Change (%)',
			name: 'leastChangePercent',
			type: 'number',
			default: 3,
			typeOptions: { minValue: 0, maxValue: 100, numberPrecision: 1 },
			description:
				'Smallest change of a daily budget that is worth an edit, in percent. A larger value edits less often, a smaller one follows plans more closely.',
		},
		{
			displayName: 'Maximum Change per Push (%)',
			name: 'maxChangePercent',
			type: 'number',
			default: 50,
			typeOptions: { minValue: 1, maxValue: 1000, numberPrecision: 1 },
			description:
				'Maximum change of a value by one push, in percent. More follows plans sooner, less is gentler. If you set it, it also bounds the return to a daily budget of the last week.',
		},
		{
			displayName: 'Maximum Target Change per Week (%)',
			name: 'maxTargetChangePercent',
			type: 'number',
			default: 10,
			typeOptions: { minValue: 1, maxValue: 50, numberPrecision: 1 },
			description:
				'Maximum change of a bidding target within 7 days, in percent. More reaches the amount sooner, less is gentler on results.',
		},
		{
			displayName: 'Minimum Amount',
			name: 'minimumAmount',
			type: 'string',
			default: '',
			placeholder: '5.00',
			description:
				'Lowest daily budget that the platform accepts, in the currency of the account. Anything lower is held back.',
		},
		{
			displayName: 'Overdelivery',
			name: 'overdelivery',
			type: 'number',
			default: 2,
			typeOptions: { minValue: 1, maxValue: 10, numberPrecision: 2 },
			description:
				'Maximum that the platform may bill for a day, as a multiple of the highest daily budget set that day',
		},
		{
			displayName: 'Resume After Hours',
			name: 'resumeAfterHours',
			type: 'number',
			default: 24,
			typeOptions: { minValue: 0, maxValue: 8760 },
			description:
				"Hours for which somebody's edit is left alone if Edits by People is Resume. More respects edits longer, 0 overwrites them at once.",
		},
		{
			displayName: 'Same-Day Ratchet',
			name: 'ratchet',
			type: 'boolean',
			default: true,
			description:
				'Whether to hold back a raise of a budget that was higher earlier today, because the limit of the day follows the highest',
		},
	],
};
