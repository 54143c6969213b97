import { type BudgetDefinition, type Confirmation, formatInstant, formatMoney, isNumberLever } from '../../src/index';
import { isoInstants } from '../shared/isoInstants';
import { toldMessages } from '../shared/toldMessages';

/** A confirmation as fields of an item: amounts as numbers, and sentences ready to print. */
export function confirmationItem(
	{ from, to, inForce, ...confirmation }: Confirmation,
	{ name, budgetId, timeZone }: Pick<BudgetDefinition, 'name' | 'budgetId' | 'timeZone'>,
) {
	const { lever, currency, object, reason, next, retryAtMs } = confirmation;
	const value = (amount: string | null) => (amount === null || !isNumberLever(lever) ? amount : Number(amount));
	const words = (amount: string | null) =>
		amount === null ? 'not known' : currency === null ? amount : formatMoney(amount, currency);
	const fields = {
		...confirmation,
		from: value(from),
		to: value(to),
		inForce: value(inForce),
		told: toldMessages(budgetId, confirmation.alert === null ? [] : [confirmation.alert]),
		display: {
			inForce: words(inForce),
			retryAt: retryAtMs === null ? '' : formatInstant(retryAtMs, timeZone),
			text: `${name ?? budgetId}, ${object}: ${reason.message}. ${next}.`,
		},
	};
	return isoInstants(fields, timeZone);
}
