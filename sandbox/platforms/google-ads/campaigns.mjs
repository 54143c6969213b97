// campaigns:mutate: status, and the target of smart bidding.
import { billableUnitMicros } from './currencies.mjs';
import { AdsError } from './errors.mjs';
import { messageType } from './messages.mjs';
import { idsOf, notFound } from './resourceNames.mjs';
import { updatedFields } from './updates.mjs';

const TYPE = messageType('resources.Campaign');

const TARGET_CPA = ['target_cpa.target_cpa_micros', 'maximize_conversions.target_cpa_micros'];
const TARGET_ROAS = ['target_roas.target_roas', 'maximize_conversion_value.target_roas'];

/** An operation that was checked: what it changes, and how. @throws AdsError */
export function campaignOperation(account, operation) {
	if (operation.update === undefined) {
		throw new AdsError(
			'operation_access_denied_error',
			'MUTATE_ACTION_NOT_PERMITTED_FOR_CLIENT',
			'The sandbox neither creates nor removes campaigns.',
		);
	}
	const { resource_name: resourceName } = operation.update;
	const at = ['update', 'resource_name'];
	const [id] = idsOf(resourceName, 'campaigns', account, at);
	const campaign = account.campaigns.find((candidate) => candidate.id === id);
	if (campaign === undefined) throw notFound(at, resourceName);
	if (campaign.status === 'removed') {
		throw new AdsError(
			'context_error',
			'OPERATION_NOT_PERMITTED_FOR_REMOVED_RESOURCE',
			'The operation is not allowed for removed resources.',
			at,
			resourceName,
		);
	}
	const changes = updatedFields(operation, TYPE, ['status', ...TARGET_CPA, ...TARGET_ROAS]).map((change) =>
		changeOf(change, campaign, account),
	);
	return { resourceName, object: `campaign/${id}`, apply: () => changes.forEach((change) => change()) };
}

/** A change of one field, checked. */
function changeOf({ path, value, location }, campaign, account) {
	if (path === 'status') {
		// Assumed: the code. Google removes campaigns by a remove operation.
		if (value !== 'ENABLED' && value !== 'PAUSED')
			throw new AdsError(
				'campaign_error',
				'INVALID_STATUS_CHANGE',
				'The status cannot be set to this value.',
				location,
				value,
			);
		return () => account.setStatus(campaign.id, value.toLowerCase(), 'api');
	}
	// Assumed: Google would change the strategy; the sandbox does not play that.
	if (campaign.bidding !== 'smart') {
		throw new AdsError(
			'bidding_error',
			'BIDDING_STRATEGY_TRANSITION_NOT_ALLOWED',
			'Cannot transition to new bidding strategy.',
			location,
		);
	}
	if (TARGET_CPA.includes(path)) {
		if (value <= 0n) throw new AdsError('bidding_error', 'BID_TOO_SMALL', 'Bid is too small.', location, value);
		if (value % BigInt(billableUnitMicros(account.currency)) !== 0n) {
			throw new AdsError(
				'currency_error',
				'VALUE_NOT_MULTIPLE_OF_BILLABLE_UNIT',
				'Bid must be a multiple of billable unit.',
				location,
				value,
			);
		}
		return () => account.setTarget(campaign.id, { targetCpaMicros: Number(value) }, 'api');
	}
	// Source: common/bidding.proto, between 0.01 and 1000.0, inclusive.
	if (value < 0.01) throw new AdsError('range_error', 'TOO_LOW', 'Too low.', location);
	if (value > 1000) throw new AdsError('range_error', 'TOO_HIGH', 'Too high.', location);
	return () => account.setTarget(campaign.id, { targetRoas: value }, 'api');
}
