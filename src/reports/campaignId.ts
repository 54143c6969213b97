import { isMissing } from './readNumber';
import { type Rejection, quoted } from './rejection';

/** Maximum length of a window's campaign ID. */
const MAX_LENGTH = 200;

/**
 * The campaign of a row as a field to spread; empty if the row does not name it.
 *
 * An ambiguous ID is rejected: one that would have to be truncated, or a number too large to be exact in JSON.
 */
export function campaignId(value: unknown): { readonly campaignId?: string } | Rejection {
	if (isMissing(value)) return {};
	if (typeof value === 'string') {
		if (value.length <= MAX_LENGTH) return { campaignId: value };
		return { reason: `The campaign ${quoted(value)} has more than ${MAX_LENGTH} characters` };
	}
	if (Number.isSafeInteger(value)) return { campaignId: String(value) };
	return { reason: `The campaign is ${quoted(value)}: it must be a text, or a whole number of at most 15 digits` };
}
