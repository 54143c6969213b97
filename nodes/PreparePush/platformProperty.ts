import type { INodeProperties } from 'n8n-workflow';

export const platformProperty: INodeProperties = {
	displayName: 'Platform',
	name: 'platform',
	type: 'options',
	default: 'google_ads',
	options: [
		{ name: 'Amazon Ads', value: 'amazon_ads', description: 'Daily budgets of Sponsored Products campaigns' },
		{
			name: 'Generic',
			value: 'generic',
			description: 'Amounts per hour, day or campaign for an interface of your own',
		},
		{
			name: 'Google Ads',
			value: 'google_ads',
			description: 'Campaign budgets, and bid modifiers of the ad schedule',
		},
		{ name: 'LinkedIn Ads', value: 'linkedin_ads', description: 'Daily budgets of campaigns' },
		{
			name: 'Meta Ads',
			value: 'meta_ads',
			description: 'Daily budgets of campaigns or ad sets, and budget schedules',
		},
		{
			name: 'Microsoft Advertising',
			value: 'microsoft_ads',
			description: 'Daily budgets of campaigns, or shared budgets',
		},
		{ name: 'TikTok Ads', value: 'tiktok_ads', description: 'Daily budgets of campaigns or ad groups' },
	],
	description: 'Where the plan is pushed to. Its quotas, minima and other figures are those of its profile.',
};

/** Shows a property where one of these platforms is chosen. */
export const forPlatforms = (...platform: string[]): NonNullable<INodeProperties['displayOptions']> => ({
	show: { platform },
});
