/** What an ID names: a campaign, an ad set or ad group, or a budget that is an object of its own. */
export const LEVELS = ['adGroup', 'budget', 'campaign'] as const;
export type Level = (typeof LEVELS)[number];
