/** The kind of object of an ID: a campaign, an ad set or ad group, or a budget that is a separate object. */
export const LEVELS = ['adGroup', 'budget', 'campaign'] as const;
export type Level = (typeof LEVELS)[number];
