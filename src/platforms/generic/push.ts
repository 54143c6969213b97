import { UserError } from '../../errors';
import type { BudgetEdit } from '../../push/budgetEdit';
import { jsonRequest, type PushRequest } from '../../push/pushRequest';

/**
 * The plan's part of one object for an interface of one's own: its amount for the day as text, so that nothing is lost, and its hours.
 *
 * @throws UserError if the target has no address
 */
export function genericBudget({
	target,
	id,
	amount,
	currency,
	details,
}: Pick<BudgetEdit, 'target' | 'id' | 'amount' | 'currency' | 'details'>): PushRequest {
	if (target.url === undefined) {
		throw new UserError('The generic form has no address', "Set 'URL' to where the amounts are to be sent.");
	}
	return jsonRequest('POST', target.url, { ...details, id, amount, currency });
}
