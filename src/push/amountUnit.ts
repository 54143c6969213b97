/** The unit of amounts in an API. */
export interface AmountUnit {
	/** Units per major unit of a currency, as a power of ten. */
	readonly digits: (currency: string) => number;
	/** Whether amounts are whole numbers of units. */
	readonly whole: boolean;
	/** Its name, with 1100.00 as an example. */
	readonly example: string;
}

/** Major units of the currency. */
export const MAJOR_UNITS: AmountUnit = { digits: () => 0, whole: false, example: 'major units such as 1100.00' };

/** Millionths of a major unit. */
export const MICROS: AmountUnit = { digits: () => 6, whole: true, example: 'micros such as 1100000000 for 1100.00' };
