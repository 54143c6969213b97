import * as z from 'zod/v4';

import { Note } from '../notes/note';
import { IntervalSchema } from '../statistics/interval';

/** What one campaign gets of a local day. */
export const CampaignPlan = z
	.object({
		campaignId: z.string(),
		/** What it may spend on the day, what it has spent included. */
		amount: z.string(),
		/** Already delivered today. */
		spent: z.string(),
		/** amount / dayAmount. */
		share: z.number(),
		/** (hours of the plan) its part of each hour's amount. */
		hours: z.array(z.string()).readonly(),
		/** Results of the objective that the amount is expected to bring; null while nothing is known. */
		expected: IntervalSchema.nullable(),
		/** Results that one more unit of money is expected to bring; null while nothing is known. */
		marginalReturn: z.number().nullable(),
		/** 1 - marginal / average return: 0 is proportional to spend, 1 saturated; null while nothing is known. */
		saturation: IntervalSchema.nullable(),
		/** Whether its own days say how it responds to spend; if not, the estimate borrows from the other campaigns. */
		identified: z.boolean(),
		reasons: z.array(Note).readonly(),
	})
	.readonly();
export type CampaignPlan = z.output<typeof CampaignPlan>;
