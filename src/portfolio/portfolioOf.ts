import type { BudgetDefinition } from '../budget/budgetDefinition';
import type { Ledger } from '../delivery/ledger';
import { campaignDays, daysTogether } from './campaignDays';
import { learnResponses, type Portfolio } from './learnResponses';

/**
 * What a ledger says of the campaigns of a budget, in the order of its definition; a budget that names none is one campaign.
 *
 * Ledgers are never changed, so each is learned from once.
 */
export function portfolioOf(ledger: Ledger, definition: BudgetDefinition): Portfolio {
	const known = learned.get(ledger);
	if (known !== undefined && known.definition === definition) return known.portfolio;
	const days = campaignDays(ledger, definition);
	const histories = definition.campaigns?.map(({ campaignId }) => days.get(campaignId) ?? []) ?? [daysTogether(days)];
	const portfolio = learnResponses(histories);
	learned.set(ledger, { definition, portfolio });
	return portfolio;
}

const learned = new WeakMap<Ledger, { definition: BudgetDefinition; portfolio: Portfolio }>();
