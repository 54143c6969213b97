import { accountOf } from '../../levers/accountOf';
import type { PlatformEdit } from '../../levers/budgetEdit';
import { jsonRequest, type PushRequest } from '../../levers/pushRequest';

const ORIGIN = 'https://googleads.googleapis.com';

/** A request of operations, all or none; in parts only where there are several, so that the failure of a lone one is an HTTP error. */
export function mutate(
	edit: PlatformEdit,
	resource: string,
	operations: readonly object[],
	inParts = false,
): PushRequest {
	const { managerAccountId } = edit.target;
	return jsonRequest(
		'POST',
		`${ORIGIN}/${edit.apiVersion}/customers/${customerOf(edit)}/${resource}:mutate`,
		{
			operations,
			...(inParts && operations.length > 1 && { partialFailure: true }),
			validateOnly: edit.validateOnly,
		},
		managerAccountId === undefined ? {} : { 'login-customer-id': withoutHyphens(managerAccountId) },
	);
}

/** The customer of a target. */
export const customerOf = ({ target }: PlatformEdit): string =>
	withoutHyphens(accountOf(target, 'customer ID of Google Ads'));

/** The customer ID as the API expects it; the screen shows 123-456-7890. */
const withoutHyphens = (customerId: string): string => customerId.replaceAll('-', '');
