/** How a budget is steered: the lever that its plans are made for. */
export const CONTROLS = ['advice', 'bid-multiplier', 'daily-budget', 'hourly-cap'] as const;
export type Control = (typeof CONTROLS)[number];
