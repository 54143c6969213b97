import type { IAuthenticateGeneric, ICredentialTestRequest, ICredentialType, INodeProperties } from 'n8n-workflow';

/** An n8n instance whose data tables keep the states of budgets, reached through its public API. */
export class BudgetPacingDataTableApi implements ICredentialType {
	name = 'budgetPacingDataTableApi';

	displayName = 'Budget Pacing Data Table API';

	icon = {
		light: 'file:../nodes/PacingBudget/pacingBudget.svg',
		dark: 'file:../nodes/PacingBudget/pacingBudget.dark.svg',
	} as const;

	documentationUrl =
		'https://github.com/n8n-nodes-budget-pacing/n8n-nodes-budget-pacing/blob/main/docs/reference/data-table-api.md';

	properties: INodeProperties[] = [
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'https://n8n.example.com',
			description: 'URL of the n8n instance that has the data table, without /api/v1',
		},
		{
			displayName: 'API Key',
			name: 'apiKey',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			description:
				'Created in that n8n instance under Settings > n8n API, with the scopes for data tables and their rows',
		},
	];

	authenticate: IAuthenticateGeneric = {
		type: 'generic',
		properties: { headers: { 'X-N8N-API-KEY': '={{ $credentials.apiKey }}' } },
	};

	test: ICredentialTestRequest = {
		request: {
			baseURL: '={{ $credentials.baseUrl.replace(/\\/+$/, "") }}',
			url: '/api/v1/data-tables',
			qs: { limit: 1 },
			disableFollowRedirect: true,
		},
	};
}
