import { PLATFORM_RULES } from './platformRules.mjs';

/** How demand and value are assumed to be, on every platform. */
const MARKET = {
	/** Spreads of logs: weekdays of a campaign around its region's, days, and hours with their correlation. */
	weekdayDemandSd: 0.1,
	dayDemandSd: 0.08,
	hourDemandSd: 0.15,
	hourDemandCorrelation: 0.6,
	/** Spreads of the log of a click's value that all campaigns of an account share. */
	valueHourSd: 0.2,
	valueWeekdaySd: 0.13,
	/** Results ~ spend^exponent within an hour: smart bids take the best auctions first, throttled manual bids hardly choose. */
	resultExponent: { manual: 0.88, smart: 0.76 },
};

/**
 * What an account assumes of its platform and of its market, where nobody publishes a figure; see the table in sandbox/README.md.
 *
 * @param changed figures in place of these
 */
export function assumptionsOf(platform, changed = {}) {
	const rules = PLATFORM_RULES[platform];
	if (rules === undefined)
		throw new RangeError(`There is no platform '${platform}': ${Object.keys(PLATFORM_RULES).join(', ')}`);
	const assumed = { ...MARKET, ...rules };
	const unknown = Object.keys(changed).find((name) => !(name in assumed));
	if (unknown !== undefined)
		throw new RangeError(`There is no assumption '${unknown}': ${Object.keys(assumed).join(', ')}`);
	return { ...assumed, ...changed };
}
