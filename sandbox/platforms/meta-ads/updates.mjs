// POST on a campaign or an ad set: budget, status and caps.
// Sources: https://developers.facebook.com/documentation/ads-commerce/marketing-api/bidding/overview/budgets, and the updates of Campaign and AdSet in
// facebook-nodejs-business-sdk 24.0.1. Codes of errors beyond 100 and 613 are assumed where it is said.
import * as z from 'zod/v4';

import { GraphError, invalidParameter } from './errors.mjs';
import { minimumUnits, toMicros, toUnits } from './money.mjs';
import { strategyOf } from './nodes.mjs';
import { integer, json, oneOf, readBy } from './params.mjs';

const HOUR_MS = 3_600_000;

/** Source: https://developers.facebook.com/docs/marketing-api/overview/rate-limiting, for ad sets; assumed for campaigns too. */
const BUDGET_EDITS_PER_HOUR = 4;

const CAPPED = ['COST_CAP', 'LOWEST_COST_WITH_BID_CAP'];

const EXECUTION_OPTIONS = json(
	z.array(z.enum(['validate_only', 'include_recommendations']), { error: 'must be a list of options' }),
	'a list of options',
);

const CAMPAIGN = {
	daily_budget: integer().optional(),
	lifetime_budget: integer().optional(),
	status: oneOf(['ACTIVE', 'PAUSED']).optional(),
	execution_options: EXECUTION_OPTIONS.optional(),
};

const AD_SET = {
	...CAMPAIGN,
	bid_strategy: oneOf([...CAPPED, 'LOWEST_COST_WITHOUT_CAP', 'LOWEST_COST_WITH_MIN_ROAS']).optional(),
	bid_amount: integer().optional(),
	/** Ten thousandths: 30000 is a return of 3. */
	bid_constraints: json(
		z.strictObject(
			{ roas_average_floor: z.number().int().min(100).max(10_000_000) },
			{ error: 'must be {"roas_average_floor": integer}' },
		),
		'{"roas_average_floor": integer}',
	).optional(),
};

/**
 * Checks an update and says how it is carried out.
 *
 * @param node  from nodes.mjs
 * @param parameters as sent
 * @returns the object that is changed, how, and whether it is only validated
 * @throws GraphError
 */
export function readUpdate(account, node, parameters) {
	const update = readBy(node.type === 'Campaign' ? CAMPAIGN : AD_SET, parameters);
	if (node.campaign.status === 'removed') {
		throw invalidParameter('This object was deleted and cannot be edited');
	}
	const changes = [
		...budgetChange(account, node, update),
		...(update.status === undefined
			? []
			: [() => account.setStatus(node.campaign.id, update.status === 'ACTIVE' ? 'enabled' : 'paused', 'api')]),
		...capChange(account, node, update),
	];
	if (changes.length === 0) throw invalidParameter('The request has no parameter that changes the object');
	const validateOnly = update.execution_options?.includes('validate_only') ?? false;
	const object = setsBudget(update) ? `budget/${node.budget.id}` : `campaign/${node.campaign.id}`;
	return { object, validateOnly, apply: () => changes.forEach((change) => change()) };
}

const setsBudget = ({ daily_budget: daily, lifetime_budget: lifetime }) => (daily ?? lifetime) !== undefined;

function budgetChange(account, { budget }, { daily_budget: daily, lifetime_budget: lifetime }) {
	const units = daily ?? lifetime;
	if (units === undefined) return [];
	if (daily !== undefined && lifetime !== undefined)
		throw invalidParameter('Only one of daily_budget and lifetime_budget can be set');
	if (budget === undefined) {
		// Assumed: the sub-code.
		throw invalidParameter('You can only set an ad set budget or a campaign budget: the other one is in use', {
			subcode: 1885621,
			title: 'You can only set an ad set budget or a campaign budget.',
		});
	}
	if ((budget.kind === 'total') !== (lifetime !== undefined)) {
		// Assumed: Meta words it so for objects that run.
		throw invalidParameter('The budget cannot be changed between daily and lifetime');
	}
	const least = minimumUnits(account.currency);
	if (units < least) {
		// Assumed: the sub-code.
		throw invalidParameter(
			`Your budget is too low: it must be at least ${least} in the smallest unit of ${account.currency}`,
			{
				subcode: 1885272,
				title: 'Budget Is Too Low',
			},
		);
	}
	if (units === toUnits(budget.amountMicros, account.currency)) return [() => undefined];
	assertQuota(account, budget);
	return [() => account.setBudget(budget.id, toMicros(units, account.currency), 'api')];
}

/** @throws GraphError 613 for more than four changes of a budget within an hour */
function assertQuota({ edits, nowMs }, { id }) {
	const recent = edits.filter(
		({ field, object, atMs }) => field === 'budget' && object === `budget/${id}` && atMs > nowMs - HOUR_MS,
	);
	if (recent.length < BUDGET_EDITS_PER_HOUR) return;
	throw new GraphError(613, '(#613) Calls to this api have exceeded the rate limit.', {
		subcode: 1487632,
		title: 'Budget Changed Too Many Times',
	});
}

function capChange(
	account,
	{ campaign },
	{ bid_strategy: strategy = strategyOf(campaign), bid_amount: bid, bid_constraints: constraints },
) {
	// Assumed: the message for a cap that the strategy does not have.
	if (bid !== undefined && !CAPPED.includes(strategy))
		throw invalidParameter(`Param bid_amount cannot be set with the bid strategy ${strategy}`);
	if (constraints !== undefined && strategy !== 'LOWEST_COST_WITH_MIN_ROAS') {
		throw invalidParameter(`Param bid_constraints cannot be set with the bid strategy ${strategy}`);
	}
	const target = {
		...(bid !== undefined && { targetCpaMicros: toMicros(bid, account.currency) }),
		...(constraints !== undefined && { targetRoas: constraints.roas_average_floor / 10_000 }),
	};
	return Object.keys(target).length === 0 ? [] : [() => account.setTarget(campaign.id, target, 'api')];
}
