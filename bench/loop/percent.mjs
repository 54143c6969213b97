/** A fraction in percent, with its sign. */
export const percent = (fraction) => `${fraction < 0 ? '' : '+'}${(100 * fraction).toFixed(2)}`;

/** A fraction in percent with its interval. */
export const interval = ({ mean, low, high }) => `${percent(mean)} (${percent(low)} to ${percent(high)})`;
