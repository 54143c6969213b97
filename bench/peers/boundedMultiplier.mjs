import { clamp } from './clamp.mjs';

/** No law bids below this part of the base bid: a multiplier that reaches zero never comes back. */
export const SMALLEST_MULTIPLIER = 0.02;

/** A multiplier that the market takes. */
export const boundedMultiplier = (multiplier, largest) => clamp(multiplier, SMALLEST_MULTIPLIER, largest);
