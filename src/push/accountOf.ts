import { UserError } from '../errors';
import type { PushTarget } from './pushTarget';

/**
 * The account ID for a platform's request.
 *
 * @param what the platform's name for it
 * @throws UserError if the target has none
 */
export function accountOf({ accountId }: PushTarget, what: string): string {
	if (accountId !== undefined) return accountId;
	throw new UserError('The account is missing', `Set 'Account ID' to the ${what}.`);
}
