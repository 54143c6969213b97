import * as z from 'zod/v4';

/** A detected change of a campaign. Evidence for the next change starts from zero. */
export const CampaignRegime = z
	.object({
		campaignId: z.string(),
		/** Start of the day of the change. Earlier results inform the shape of the response, but not its level. */
		sinceMs: z.number(),
		/** When the change was acted upon. */
		actedMs: z.number(),
	})
	.readonly();
export type CampaignRegime = z.output<typeof CampaignRegime>;
