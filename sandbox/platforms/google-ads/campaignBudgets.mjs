// campaignBudgets:mutate: amounts of daily and total budgets.
import { billableUnitMicros } from './currencies.mjs';
import { AdsError } from './errors.mjs';
import { messageType } from './messages.mjs';
import { idsOf, notFound } from './resourceNames.mjs';
import { updatedFields } from './updates.mjs';

const TYPE = messageType('resources.CampaignBudget');

/** Assumed: Google publishes no largest amount. */
const LARGEST_MICROS = 10n ** 15n;

const FIELD_OF = { daily: 'amount_micros', total: 'total_amount_micros' };

/** What an amount in the wrong field of a budget is refused with. */
const WRONG_FIELD = {
	daily: [
		'TOTAL_BUDGET_AMOUNT_MUST_BE_UNSET_FOR_BUDGET_PERIOD_DAILY',
		'The total budget amount must be unset for budget period DAILY.',
	],
	total: [
		'BUDGET_AMOUNT_MUST_BE_UNSET_FOR_CUSTOM_BUDGET_PERIOD',
		'The budget amount must be unset for CUSTOM_PERIOD budgets.',
	],
};

/** An operation that was checked: what it changes, and how. @throws AdsError */
export function budgetOperation(account, operation) {
	if (operation.update === undefined) {
		throw new AdsError(
			'operation_access_denied_error',
			'MUTATE_ACTION_NOT_PERMITTED_FOR_CLIENT',
			'The sandbox neither creates nor removes budgets.',
		);
	}
	const { resource_name: resourceName } = operation.update;
	const at = ['update', 'resource_name'];
	const [id] = idsOf(resourceName, 'campaignBudgets', account, at);
	const budget = account.budgets.find((candidate) => candidate.id === id);
	if (budget === undefined) throw notFound(at, resourceName);
	const changes = updatedFields(operation, TYPE, Object.values(FIELD_OF));
	for (const { path, value, location } of changes) {
		if (path !== FIELD_OF[budget.kind])
			throw new AdsError('campaign_budget_error', ...WRONG_FIELD[budget.kind], location, value);
		assertAmount(value, account.currency, location);
	}
	return {
		resourceName,
		object: `budget/${id}`,
		apply: () => account.setBudget(id, Number(changes.at(-1).value), 'api'),
	};
}

function assertAmount(micros, currency, location) {
	const fault = (code, message) => new AdsError('campaign_budget_error', code, message, location, micros);
	if (micros < 0n) throw fault('NEGATIVE_MONEY_AMOUNT', 'A money amount was negative.');
	// Assumed: the code for 0. The name of the enum value speaks of bids, its description of any money amount.
	if (micros === 0n)
		throw fault(
			'MONEY_AMOUNT_LESS_THAN_CURRENCY_MINIMUM_CPC',
			'A money amount was less than the minimum CPC for currency.',
		);
	if (micros > LARGEST_MICROS)
		throw fault('MONEY_AMOUNT_TOO_LARGE', 'A money amount was greater than the maximum allowed.');
	if (micros % BigInt(billableUnitMicros(currency)) !== 0n) {
		throw fault('NON_MULTIPLE_OF_MINIMUM_CURRENCY_UNIT', 'A money amount was not a multiple of a minimum unit.');
	}
}
