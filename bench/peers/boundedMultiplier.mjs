import { clamp } from './clamp.mjs';

/** Minimum multiplier of all laws: a multiplier that reaches zero never recovers. */
export const SMALLEST_MULTIPLIER = 0.02;

/** A multiplier within the market's bounds. */
export const boundedMultiplier = (multiplier, largest) => clamp(multiplier, SMALLEST_MULTIPLIER, largest);
