import * as z from 'zod/v4';

/** A campaign that was found to have changed: evidence for another change is collected anew. */
export const CampaignRegime = z
	.object({
		campaignId: z.string(),
		/** The day of the change: what the campaign brought before tells the shape of its response, and no longer its level. */
		sinceMs: z.number(),
		/** When the change was acted upon. */
		actedMs: z.number(),
	})
	.readonly();
export type CampaignRegime = z.output<typeof CampaignRegime>;
