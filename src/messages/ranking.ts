/** A value at risk as a rank: one that was never reported stands below a known value of 0. */
export const rankOf = (value: number | string | null, unitValue = 1): number =>
	value === null ? -1 : Number(value) * unitValue;

/** Order of texts by their characters, the same in every language. */
export const compareText = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
