import { sourceName } from '../ledger/source';
import { isMissing } from './readNumber';
import { type Rejection, quoted } from './rejection';

/** Maximum length of an account. */
export const MAX_ACCOUNT_LENGTH = 100;

/**
 * The source of a row as a field to spread.
 *
 * @param account the account that the row names
 * @param stated  the account that the user states, for rows that name none
 */
export function sourceOf(
	format: string,
	account: unknown,
	stated: string | undefined,
): { readonly source: string } | Rejection {
	if (isMissing(account)) return { source: sourceName(format, stated) };
	const id = Number.isSafeInteger(account) ? String(account) : account;
	if (typeof id === 'string' && id.length <= MAX_ACCOUNT_LENGTH) return { source: sourceName(format, id) };
	return {
		reason: `The account is ${quoted(account)}: it must be a text of at most ${MAX_ACCOUNT_LENGTH} characters, or a whole number`,
	};
}
