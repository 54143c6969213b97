import type { Campaign } from '../budget/campaign';
import { toMinorUnits } from '../money/minorUnits';
import type { CampaignSpend } from './campaignSpend';
import { expectedResponse } from './expectedResponse';
import type { CampaignLearning } from './learnCampaigns';
import type { CampaignResponse } from './learnResponses';

/** The constraint that sets a lower or upper bound. */
export type BoundCode = 'minimum' | 'maximum' | 'change' | 'growth' | 'target-cpa' | 'target-roas' | 'demand';

/** What bounds a campaign's amount on any day. Amounts in minor units. */
export interface CampaignLimits {
	readonly campaign: Campaign;
	readonly minimum: number;
	readonly maximum: number;
	/** Spend of its last and its largest day; 0 without any. */
	readonly last: number;
	readonly largest: number;
	/** Maximum spends at its targets. */
	readonly targets: readonly (readonly [number, BoundCode])[];
}

/** (campaigns) their limits, given what was learned of them. */
export const limitsOf = (
	campaigns: readonly Campaign[],
	{ spends, responses }: Pick<CampaignLearning, 'spends' | 'responses'>,
	currency: string,
): CampaignLimits[] =>
	campaigns.map((campaign, position) =>
		campaignLimits(campaign, spends[position]!, responses?.[position] ?? null, currency),
	);

function campaignLimits(
	campaign: Campaign,
	spend: CampaignSpend,
	response: CampaignResponse | null,
	currency: string,
): CampaignLimits {
	const { minDailyAmount = 0, maxDailyAmount } = campaign;
	const units = (amount: number | string, rounding: 'down' | 'up') => toMinorUnits(amount, currency, rounding);
	return {
		campaign,
		minimum: units(minDailyAmount, 'up'),
		maximum: maxDailyAmount === undefined ? Infinity : units(maxDailyAmount, 'down'),
		last: units(spend.last, 'down'),
		largest: units(spend.largest, 'down'),
		targets: targetBounds(campaign, response, currency),
	};
}

/** Steps of the search for the largest spend at target: 60 doublings, then 60 halvings, which round a target that is never met to 0. */
const HALVINGS = 60;

/** Maximum spend at which the expected average CPA or ROAS still meets its target. */
function targetBounds(
	{ targetCpa, targetRoas }: Campaign,
	response: CampaignResponse | null,
	currency: string,
): [number, BoundCode][] {
	if (response === null) return [];
	const bounds: [number, BoundCode][] = [];
	if (targetCpa !== undefined) {
		bounds.push([
			maxSpendAtTarget(response, (spend, results) => spend <= results * Number(targetCpa), currency),
			'target-cpa',
		]);
	}
	if (targetRoas !== undefined) {
		bounds.push([
			maxSpendAtTarget(response, (spend, results) => results >= spend * targetRoas, currency),
			'target-roas',
		]);
	}
	return bounds;
}

/** The largest spend, in minor units, at which the expected results meet the target; 0 if they never do. */
function maxSpendAtTarget(
	response: CampaignResponse,
	meetsTarget: (spend: number, results: number) => boolean,
	currency: string,
): number {
	const expected = expectedResponse(response);
	const meetsTargetAt = (spend: number) => meetsTarget(spend, expected(spend));
	let low = 0;
	let high = response.referenceSpend;
	for (let step = 0; step < HALVINGS && meetsTargetAt(high); step++) [low, high] = [high, 2 * high];
	if (meetsTargetAt(high)) return Infinity;
	for (let step = 0; step < HALVINGS; step++) {
		const middle = (low + high) / 2;
		if (meetsTargetAt(middle)) low = middle;
		else high = middle;
	}
	return toMinorUnits(low, currency, 'down');
}
