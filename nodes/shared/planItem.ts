import { formatMoney, formatTime, type SpendPlan } from '../../src/index';

/** A plan as fields of an item: amounts as numbers, so that If and Slack nodes can use them, and the hours ready to print. */
export function planItem({ hours, campaigns, ...plan }: SpendPlan) {
	const { currency, timeZone } = plan;
	return {
		...plan,
		dayAmount: Number(plan.dayAmount),
		spent: Number(plan.spent),
		unreported: Number(plan.unreported),
		reserve: Number(plan.reserve),
		unspendable: Number(plan.unspendable),
		hours: hours.map(planHourItem),
		...(campaigns !== undefined && { campaigns: campaigns.map(campaignItem) }),
		display: {
			dayAmount: formatMoney(plan.dayAmount, currency),
			spent: formatMoney(plan.spent, currency),
			...(campaigns !== undefined && {
				campaigns: campaigns.map(({ campaignId, amount }) => `${campaignId} ${formatMoney(amount, currency)}`),
			}),
			hours: hours.map(({ startMs, amount }) => `${formatTime(startMs, timeZone)} ${formatMoney(amount, currency)}`),
		},
	};
}

type CampaignPlan = NonNullable<SpendPlan['campaigns']>[number];

const campaignItem = (campaign: CampaignPlan) => ({
	...campaign,
	amount: Number(campaign.amount),
	spent: Number(campaign.spent),
	hours: campaign.hours.map(Number),
});

/** The hours of a plan that are still to come, as fields of an item each. */
export const planHourItems = ({ budgetId, planId, date, timeZone, currency, hours }: SpendPlan) =>
	hours
		.filter(({ state }) => state !== 'past')
		.map((hour) => ({ budgetId, planId, date, timeZone, currency, ...planHourItem(hour) }));

const planHourItem = ({ expected, spent, ...hour }: SpendPlan['hours'][number]) => ({
	...hour,
	amount: Number(hour.amount),
	cap: Number(hour.cap),
	spent: spent === null ? null : Number(spent),
	expected: { ...expected, revenue: expected.revenue === null ? null : Number(expected.revenue) },
});
