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

/**
 * The manager account ID for a request of a platform that requires one.
 *
 * @param what the platform's name for it
 * @throws UserError if the target has none
 */
export function managerOf({ managerAccountId }: PushTarget, what: string): string {
	if (managerAccountId !== undefined) return managerAccountId;
	throw new UserError('The manager account is missing', `Set 'Manager Account ID' to the ${what}.`);
}
