export const CREDENTIAL = 'budgetPacingDataTableApi';

/** What a key may do that the Data Table API store works with. */
export const SCOPES = [
	'dataTable:list',
	'dataTable:create',
	...['read', 'create', 'update', 'delete'].map((verb) => `dataTableRow:${verb}`),
];

/** A new key of the public API. */
export const apiKey = async (n8n, label, scopes = SCOPES) =>
	(await n8n.request('POST', '/rest/api-keys', { label, scopes, expiresAt: null })).rawApiKey;

/** A credential of the Data Table API store. @returns its id and name, and the data that it keeps secret */
export async function apiCredential(n8n, baseUrl, name, key) {
	const data = { baseUrl, apiKey: key };
	const { id } = await n8n.request('POST', '/rest/credentials', { name, type: CREDENTIAL, data });
	return { id, name, data };
}
