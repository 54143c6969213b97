import { isMissing } from './readNumber';
import { type Rejection, shown } from './rejection';

/** As long as a window's campaign may be called. */
const LONGEST = 200;

/**
 * The campaign of a row as a field to spread: none if the row does not tell it.
 *
 * An id that cannot be told from another one is refused: one cut short, or a number whose last digits JSON lost.
 */
export function campaignId(value: unknown): { readonly campaignId?: string } | Rejection {
	if (isMissing(value)) return {};
	if (typeof value === 'string') {
		if (value.length <= LONGEST) return { campaignId: value };
		return { reason: `The campaign ${shown(value)} has more than ${LONGEST} characters` };
	}
	if (Number.isSafeInteger(value)) return { campaignId: String(value) };
	return { reason: `The campaign is ${shown(value)}: it must be a text, or a whole number of at most 15 digits` };
}
