import type { PlatformEdit } from '../../levers/budgetEdit';
import { type PushRequest, queryRequest } from '../../levers/pushRequest';

const ORIGIN = 'https://graph.facebook.com';

/** An update of a campaign or an ad set. Meta answers one that it only validates like one that it makes. */
export const update = (
	{ apiVersion, id, validateOnly }: PlatformEdit & { readonly id: string },
	fields: PushRequest['query'],
): PushRequest =>
	queryRequest(`${ORIGIN}/${apiVersion}/${id}`, {
		...fields,
		...(validateOnly && { execution_options: '["validate_only"]' }),
	});
