// Resource names such as customers/1234567890/campaignBudgets/222, and the budgets and campaigns that they name.
import { AdsError } from './errors.mjs';

/**
 * The IDs in a resource name of a collection.
 *
 * @param {[string, ...string[]]} location where the name stands in the operation
 * @returns the parts of the last segment: one ID, or two that a tilde separates
 * @throws AdsError as Google refuses names that are missing, malformed or of another customer
 */
export function idsOf(name, collection, account, location) {
	const fault = (code, message) => new AdsError('request_error', code, message, location, name);
	if (name === undefined || name === '') throw fault('RESOURCE_NAME_MISSING', 'Resource name is missing.');
	const match = /^customers\/(\d{1,20})\/([A-Za-z]+)\/([^/]+)$/.exec(name);
	if (match === null || match[2] !== collection)
		throw fault('RESOURCE_NAME_MALFORMED', `Resource name '${name}' is malformed.`);
	const ids = match[3].split('~');
	if (ids.length !== (collection === 'campaignCriteria' ? 2 : 1) || !ids.every((id) => /^\d{1,20}$/.test(id))) {
		throw fault('BAD_RESOURCE_ID', `'${match[3]}' is not a valid ID of '${collection}'.`);
	}
	// Assumed: Google documents no code for a resource of another customer than the one in the URL.
	if (match[1] !== account.id)
		throw fault('INVALID_CUSTOMER_ID', `The resource '${name}' belongs to another customer than the request.`);
	return ids;
}

export const notFound = (location, name) =>
	new AdsError('mutate_error', 'RESOURCE_NOT_FOUND', 'Resource was not found.', location, name);
