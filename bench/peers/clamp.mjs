/** The number between low and high that is nearest to value. */
export const clamp = (value, low, high) => Math.max(low, Math.min(high, value));
