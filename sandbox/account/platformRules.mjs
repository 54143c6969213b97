/**
 * How each platform spends a daily budget. Sources: /docs/platforms and the table in sandbox/README.md; `assumed` where nobody publishes a figure.
 *
 * - `demandExponent`: the day's aim follows (predicted demand / usual demand) to this power; 0 is every day alike
 * - `aimNoiseSd`: spread of the log of the day's aim around that
 * - `dayLimit`: the most of a day, in its highest budget
 * - `weekLimit`: the most of a week from Sunday to Saturday, in daily budgets
 * - `monthDays`: the month's limit in daily budgets: 30.4, the `calendar`'s days, or none
 * - `catchUpShare`: of what days of the month left or overspent, so much is made up for by the days left; 0 for none
 * - `pacedWithinDay`: whether the day's amount is spread over its hours; otherwise it is spent as demand comes
 * - `fillsSchedule`: whether a campaign with an ad schedule spends the closed days' budgets on the open ones
 * - `learning`: results x `factor` for `days` after an edit of more than `editAbove`
 */
export const PLATFORM_RULES = {
	google_ads: {
		demandExponent: 0.6, // assumed
		aimNoiseSd: 0.08, // assumed
		dayLimit: 2,
		weekLimit: null,
		monthDays: 30.4,
		catchUpShare: 0.5, // assumed
		pacedWithinDay: true,
		fillsSchedule: true,
		learning: null,
	},
	meta_ads: {
		demandExponent: 0,
		aimNoiseSd: 0.1, // assumed
		dayLimit: 1.75,
		weekLimit: 7,
		monthDays: null,
		catchUpShare: 0,
		pacedWithinDay: true,
		fillsSchedule: false,
		learning: { editAbove: 0.2, factor: 0.85, days: 3 }, // factor and days assumed
	},
	microsoft_ads: {
		demandExponent: 0.6, // assumed, as Google
		aimNoiseSd: 0.08, // assumed
		dayLimit: 2,
		weekLimit: null,
		monthDays: 30.4,
		catchUpShare: 0.5, // assumed
		pacedWithinDay: true,
		fillsSchedule: false,
		learning: null,
	},
	tiktok_ads: {
		demandExponent: 0,
		aimNoiseSd: 0.05, // assumed
		dayLimit: 1,
		weekLimit: null,
		monthDays: null,
		catchUpShare: 0,
		pacedWithinDay: true,
		fillsSchedule: false,
		learning: null,
	},
	amazon_ads: {
		demandExponent: 0,
		aimNoiseSd: 0,
		dayLimit: 1.25, // assumed
		weekLimit: null,
		monthDays: 'calendar',
		catchUpShare: 0.5, // assumed
		pacedWithinDay: false,
		fillsSchedule: false,
		learning: null,
	},
	linkedin_ads: {
		demandExponent: 0.6, // assumed
		aimNoiseSd: 0.1, // assumed
		dayLimit: 1.5,
		weekLimit: null,
		monthDays: null,
		catchUpShare: 0,
		pacedWithinDay: true,
		fillsSchedule: false,
		learning: null,
	},
};
