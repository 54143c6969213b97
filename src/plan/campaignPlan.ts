import * as z from 'zod/v4';

import { LIMITS } from '../campaigns/learnDelivery';
import { AmountText } from '../money/amount';
import { Note } from '../notes/note';
import { IntervalSchema } from '../statistics/interval';

/** The part of a local day's plan that one campaign gets. */
export const CampaignPlan = z
	.object({
		campaignId: z.string(),
		/** Budget of the day, including what is already spent. */
		amount: AmountText,
		/** Already delivered today. */
		spent: AmountText,
		/** amount / dayAmount. */
		share: z.number(),
		/** (hours of the plan) the campaign's part of each hour's amount. */
		hours: z.array(AmountText).readonly(),
		/** Expected results of the amount, in the objective's unit; null without evidence. */
		expected: IntervalSchema.nullable(),
		/** Expected results of one more unit of spend; null without evidence. */
		marginalReturn: z.number().nullable(),
		/** 1 - marginal / average return: 0 is proportional to spend, 1 saturated; null without evidence. */
		saturation: IntervalSchema.nullable(),
		/** Whether the campaign's own days identify its response to spend; if not, the estimate borrows from the other campaigns. */
		identified: z.boolean(),
		/** What limits its spend, by its last days: the budget that it is given, or what it can spend; null while too few budgets are known. */
		limitedBy: z.enum(LIMITS).nullable().default(null),
		/** What it could spend today above its amount, major units; null while too few budgets are known. */
		headroom: IntervalSchema.nullable().default(null),
		reasons: z.array(Note).readonly(),
	})
	.readonly();
export type CampaignPlan = z.output<typeof CampaignPlan>;
