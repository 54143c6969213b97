import type { IDataObject } from 'n8n-workflow';

import type { SpendPlan } from '../../src/index';
import { formatMoney, formatTime } from './display';

/** A plan as fields of an item: money as numbers, so that If and Slack nodes can use it, and the hours ready to print. */
export function planItem({ hours, campaigns, ...plan }: SpendPlan): IDataObject {
	const { currency, timeZone } = plan;
	return {
		...plan,
		dayAmount: Number(plan.dayAmount),
		spent: Number(plan.spent),
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
	} as unknown as IDataObject;
}

type CampaignPlan = NonNullable<SpendPlan['campaigns']>[number];

const campaignItem = (campaign: CampaignPlan): IDataObject =>
	({
		...campaign,
		amount: Number(campaign.amount),
		spent: Number(campaign.spent),
		hours: campaign.hours.map(Number),
	}) as unknown as IDataObject;

/** One hour of a plan as fields of an item. */
export const planHourItem = ({ expected, spent, ...hour }: SpendPlan['hours'][number]): IDataObject => ({
	...hour,
	amount: Number(hour.amount),
	cap: Number(hour.cap),
	spent: spent === null ? null : Number(spent),
	expected: { ...expected, revenue: expected.revenue === null ? null : Number(expected.revenue) },
});
