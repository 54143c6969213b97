import type { Campaign } from '../budget/campaign';
import { toMinorUnits } from '../money/minorUnits';
import type { CampaignSpend } from './campaignSpend';
import { expectedResponse } from './expectedResponse';
import type { CampaignResponse } from './learnResponses';
import { METHOD } from './method';

/** The constraint that sets a lower or upper bound. */
export type BoundCode = 'minimum' | 'maximum' | 'change' | 'growth' | 'target-cpa' | 'target-roas';

/** Lower and upper bound of a campaign's amount for a day, in minor units, with the constraints that set them. */
export interface CampaignBounds {
	readonly low: number;
	readonly high: number;
	/** Upper bound that also holds on later days: its maxima and targets, without limits of change and growth. */
	readonly lifetimeCap: number;
	readonly lowCode: BoundCode | null;
	readonly highCode: BoundCode | null;
}

/** Input of `campaignBounds`. Amounts in minor units. */
export interface CampaignBoundsInput {
	readonly campaign: Campaign;
	readonly spend: CampaignSpend;
	/** null without any response data. */
	readonly response: CampaignResponse | null;
	readonly currency: string;
	readonly dayAmount: number;
	/** Spent today. */
	readonly spent: number;
	/** Maximum for a campaign without history. */
	readonly firstAmount: number;
	/** Whether the growth limit is lifted, because the campaigns could not take the whole amount within it. */
	readonly mayOutgrow: boolean;
}

/** Floating point noise in the product of a fraction and an amount. */
const EPSILON = 1e-6;

/** Steps of the search for the largest spend at target: 60 doublings, then 60 halvings, which round a target that is never met to 0. */
const HALVINGS = 60;

/**
 * Bounds of a campaign's amount for a day: minima rounded up to the minor unit, maxima down.
 *
 * Order of precedence: the amount already spent, then maxima, then minima, then the maximum change from the last day. Without a maximum of its own, a
 * campaign gets at most four times its largest day.
 */
export function campaignBounds(input: CampaignBoundsInput): CampaignBounds {
	const { campaign, spend, response, currency, dayAmount, spent, firstAmount, mayOutgrow } = input;
	const units = (amount: number | string, rounding: 'down' | 'up') => toMinorUnits(amount, currency, rounding);
	const { minDailyAmount = 0, minDailyShare = 0, maxDailyAmount, maxDailyShare = 1, maxDailyChange } = campaign;
	const minimum = Math.max(units(minDailyAmount, 'up'), Math.ceil(minDailyShare * dayAmount - EPSILON));
	const maximum = Math.min(
		maxDailyAmount === undefined ? Infinity : units(maxDailyAmount, 'down'),
		maxDailyShare === 1 ? Infinity : Math.floor(maxDailyShare * dayAmount + EPSILON),
	);
	const last = units(spend.last, 'down');
	const limitsChange = maxDailyChange !== undefined && last > 0;
	const lowered = limitsChange ? Math.ceil((1 - maxDailyChange) * last - EPSILON) : 0;
	const lasting: [number, BoundCode][] = [[maximum, 'maximum'], ...targetBounds(campaign, response, currency)];
	const highs = [...lasting];
	if (limitsChange) highs.push([Math.max(minimum, Math.floor((1 + maxDailyChange) * last + EPSILON)), 'change']);
	if (!mayOutgrow && maxDailyAmount === undefined) {
		const largest = units(spend.largest, 'down');
		highs.push([Math.max(minimum, largest > 0 ? METHOD.largestGrowth * largest : firstAmount), 'growth']);
	}
	const [high, highCode] = highs.reduce((lowest, other) => (other[0] < lowest[0] ? other : lowest));
	const low = Math.min(high, Math.max(minimum, lowered));
	return {
		low: Math.max(spent, low),
		high: Math.max(spent, high),
		lifetimeCap: Math.max(spent, Math.min(...lasting.map(([bound]) => bound))),
		lowCode: low <= spent ? null : low <= minimum ? 'minimum' : 'change',
		highCode: high === Infinity ? null : highCode,
	};
}

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
