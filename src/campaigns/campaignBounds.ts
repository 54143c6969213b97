import type { Campaign } from '../budget/campaign';
import { toMinorUnits } from '../money/minorUnits';
import type { CampaignSpend } from './campaignSpend';
import { expectedResponse } from './expectedResponse';
import type { CampaignResponse } from './learnResponses';
import { METHOD } from './method';

/** Why a campaign gets no less or no more. */
export type BoundCode = 'minimum' | 'maximum' | 'change' | 'growth' | 'target-cpa' | 'target-roas';

/** The least and the most that a campaign may get on a day, in minor units, and the constraints that say so. */
export interface CampaignBounds {
	readonly low: number;
	readonly high: number;
	/** The most that it may get on any later day, as far as is known. */
	readonly lifetimeCap: number;
	readonly lowCode: BoundCode | null;
	readonly highCode: BoundCode | null;
}

/** What the bounds of a campaign depend on. Amounts in minor units. */
export interface CampaignBoundsInput {
	readonly campaign: Campaign;
	readonly spend: CampaignSpend;
	/** null while nothing is known. */
	readonly response: CampaignResponse | null;
	readonly currency: string;
	readonly dayAmount: number;
	/** Spent today. */
	readonly spent: number;
	/** Part of the day's amount that a campaign without history may get to begin with. */
	readonly firstAmount: number;
	/** Whether the campaign may grow beyond what its history supports, because the amount has to go somewhere. */
	readonly mayOutgrow: boolean;
}

/** Floating point noise in the product of a fraction and an amount. */
const EPSILON = 1e-6;

/** A cost that is met at no spend is met at none of these halvings either. */
const HALVINGS = 60;

/**
 * Bounds of a campaign's part of a day: minima rounded up to the minor unit, maxima down.
 *
 * What is spent cannot be taken back and stands above every maximum, the user's own amounts and shares stand above the largest change, and a
 * maximum stands above every minimum. Without a maximum of its own a campaign gets at most four times its largest day.
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
	const isSteady = maxDailyChange !== undefined && last > 0;
	const lowered = isSteady ? Math.ceil((1 - maxDailyChange) * last - EPSILON) : 0;
	const lasting: [number, BoundCode][] = [[maximum, 'maximum'], ...targetBounds(campaign, response, currency)];
	const highs = [...lasting];
	if (isSteady) highs.push([Math.max(minimum, Math.floor((1 + maxDailyChange) * last + EPSILON)), 'change']);
	if (!mayOutgrow && maxDailyAmount === undefined) {
		const largest = units(spend.largest, 'down');
		highs.push([Math.max(minimum, largest > 0 ? METHOD.largestGrowth * largest : firstAmount), 'growth']);
	}
	const [high, highCode] = highs.reduce((least, other) => (other[0] < least[0] ? other : least));
	const low = Math.min(high, Math.max(minimum, lowered));
	return {
		low: Math.max(spent, low),
		high: Math.max(spent, high),
		lifetimeCap: Math.max(spent, Math.min(...lasting.map(([most]) => most))),
		lowCode: low <= spent ? null : low <= minimum ? 'minimum' : 'change',
		highCode: high === Infinity ? null : highCode,
	};
}

/** The most a campaign may get for its results to cost, or to bring back, on average what its targets say. */
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

/** The largest spend, in minor units, at which the expected results are worth it: 0 where they never are. */
function maxSpendAtTarget(
	response: CampaignResponse,
	isWorth: (spend: number, results: number) => boolean,
	currency: string,
): number {
	const expected = expectedResponse(response);
	const isWorthAt = (spend: number) => isWorth(spend, expected(spend));
	let low = 0;
	let high = response.referenceSpend;
	for (let step = 0; step < HALVINGS && isWorthAt(high); step++) [low, high] = [high, 2 * high];
	if (isWorthAt(high)) return Infinity;
	for (let step = 0; step < HALVINGS; step++) {
		const middle = (low + high) / 2;
		if (isWorthAt(middle)) low = middle;
		else high = middle;
	}
	return toMinorUnits(low, currency, 'down');
}
