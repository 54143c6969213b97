/** The unit of amounts in an API. */
export interface AmountUnit {
	/** Units per major unit of a currency, as a power of ten. */
	readonly digits: (currency: string) => number;
	/** Decimals that an amount in major units may have on the platform; those of the currency if these are fewer. */
	readonly decimals: (currency: string) => number;
	/** Its name, with 1100.00 as an example. */
	readonly example: string;
}

/** Major units of the currency. */
export const MAJOR_UNITS: AmountUnit = {
	digits: () => 0,
	decimals: () => Infinity,
	example: 'major units such as 1100.00',
};

/** Millionths of a major unit. */
export const MICROS: AmountUnit = {
	digits: () => 6,
	decimals: () => 6,
	example: 'micros such as 1100000000 for 1100.00',
};
