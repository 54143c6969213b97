/** Sums of amounts are the same up to this, relative: minima of 0.1 and 0.2 fit a budget of 0.3 and use it up. */
export const ROUNDING = 1e-12;
