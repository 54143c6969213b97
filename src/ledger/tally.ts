/**
 * Sums of delivery over windows, each weighted by its age: the sufficient statistics of every learned rate.
 *
 * A rate divides a result by the exposure of only those windows that reported both: the clicks of a window without reported conversions do
 * not enter a conversion rate. Amounts in micros.
 */
export interface Tally {
	/** Sum of weights: the evidence in hours. */
	hours: number;
	spend: number;
	/** Clicks, and the spend and impressions of the windows that reported them. */
	clicks: number;
	clickSpend: number;
	clickImpressions: number;
	/** Conversions, and the spend and clicks of the windows that reported them. */
	conversions: number;
	conversionSpend: number;
	conversionClicks: number;
	/** Revenue, and the spend and clicks of the windows that reported it. */
	revenue: number;
	revenueSpend: number;
	revenueClicks: number;
	/** Impressions, and the spend and clicks of the windows that reported them. */
	impressions: number;
	impressionSpend: number;
	impressionClicks: number;
}

export const emptyTally = (): Tally => ({
	hours: 0,
	spend: 0,
	clicks: 0,
	clickSpend: 0,
	clickImpressions: 0,
	conversions: 0,
	conversionSpend: 0,
	conversionClicks: 0,
	revenue: 0,
	revenueSpend: 0,
	revenueClicks: 0,
	impressions: 0,
	impressionSpend: 0,
	impressionClicks: 0,
});

const FIELDS = Object.keys(emptyTally()) as readonly (keyof Tally)[];

/** Delivery of a window, amounts in micros; null is not reported. */
export interface Delivery {
	readonly spend: number;
	readonly clicks: number | null;
	readonly conversions: number | null;
	readonly revenue: number | null;
	readonly impressions: number | null;
}

/**
 * Adds a window to a tally with the weight of its age.
 *
 * @param reported share of the window's conversions that is already reported; it scales their exposure, clicks and spend
 */
export function addDelivery(tally: Tally, delivery: Delivery, weight: number, reported = 1): void {
	const { spend, clicks, conversions, revenue, impressions } = delivery;
	const exposure = weight * reported;
	tally.hours += weight;
	tally.spend += weight * spend;
	if (clicks !== null) {
		tally.clicks += weight * clicks;
		tally.clickSpend += weight * spend;
		if (impressions !== null) tally.clickImpressions += weight * impressions;
	}
	if (conversions !== null) {
		tally.conversions += weight * conversions;
		tally.conversionSpend += exposure * spend;
		if (clicks !== null) tally.conversionClicks += exposure * clicks;
	}
	if (revenue !== null) {
		tally.revenue += weight * revenue;
		tally.revenueSpend += exposure * spend;
		if (clicks !== null) tally.revenueClicks += exposure * clicks;
	}
	if (impressions !== null) {
		tally.impressions += weight * impressions;
		tally.impressionSpend += weight * spend;
		if (clicks !== null) tally.impressionClicks += weight * clicks;
	}
}

/** Adds one tally to another, scaled. */
export function addTally(into: Tally, from: Tally, weight = 1): void {
	for (const field of FIELDS) into[field] += weight * from[field];
}
