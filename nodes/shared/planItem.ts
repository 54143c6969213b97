import { formatMoney, formatTime, type SpendPlan } from '../../src/index';
import { isoInstants } from './isoInstants';
import { rounded } from './rounded';

/** Parts of a plan that are in its item only if they are chosen. */
export const PLAN_PARTS = ['days', 'hours'] as const;
export type PlanPart = (typeof PLAN_PARTS)[number];

/**
 * A plan as fields of an item, results first: amounts as numbers, so that If and Slack nodes can use them, and the hours ready to print.
 *
 * @param include the parts to include; the hours are those of campaigns too
 */
export function planItem(
	{ budgetId, date, strategy, dayAmount, spent, hours, days, campaigns, ...plan }: SpendPlan,
	include: readonly PlanPart[],
) {
	const { currency, timeZone } = plan;
	const hasHours = include.includes('hours');
	const fields = {
		budgetId,
		date,
		strategy,
		dayAmount: Number(dayAmount),
		spent: Number(spent),
		display: {
			dayAmount: formatMoney(dayAmount, currency),
			spent: formatMoney(spent, currency),
			...(campaigns !== undefined && {
				campaigns: campaigns.map(({ campaignId, amount }) => `${campaignId} ${formatMoney(amount, currency)}`),
			}),
			hours: hours.map(({ startMs, amount }) => `${formatTime(startMs, timeZone)} ${formatMoney(amount, currency)}`),
		},
		...(campaigns !== undefined && { campaigns: campaigns.map((campaign) => campaignItem(campaign, hasHours)) }),
		...plan,
		unreported: Number(plan.unreported),
		reserve: Number(plan.reserve),
		unspendable: Number(plan.unspendable),
		...(include.includes('days') && { days }),
		...(hasHours && { hours: hours.map(planHourItem) }),
	};
	return isoInstants(rounded(fields), timeZone);
}

type CampaignPlan = NonNullable<SpendPlan['campaigns']>[number];

const campaignItem = ({ campaignId, amount, spent, hours, ...campaign }: CampaignPlan, hasHours: boolean) => ({
	campaignId,
	amount: Number(amount),
	spent: Number(spent),
	...campaign,
	...(hasHours && { hours: hours.map(Number) }),
});

/** The hours of a plan that are still to come, as fields of an item each. */
export const planHourItems = ({ budgetId, planId, date, timeZone, currency, hours }: SpendPlan) =>
	hours
		.filter(({ state }) => state !== 'past')
		.map((hour) => isoInstants({ budgetId, planId, date, timeZone, currency, ...planHourItem(hour) }, timeZone));

const planHourItem = ({ expected, spent, ...hour }: SpendPlan['hours'][number]) => ({
	...hour,
	amount: Number(hour.amount),
	cap: Number(hour.cap),
	spent: spent === null ? null : Number(spent),
	expected: { ...expected, revenue: expected.revenue === null ? null : Number(expected.revenue) },
});
