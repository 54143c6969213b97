const FORMAT = new Intl.NumberFormat('en-GB', { notation: 'compact', maximumSignificantDigits: 3 });

/** A number of results for people, in three digits: 1.82M, 250, 0.0125. */
export const displayCount = (value: number): string => FORMAT.format(value);
