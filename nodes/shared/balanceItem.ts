import type { ExhaustionForecast } from '../../src/index';

/** The forecast of a prepaid balance as fields of an item: its amount as a number. */
export const balanceItem = ({ left, ...rest }: NonNullable<ExhaustionForecast['balance']>) => ({
	left: Number(left),
	...rest,
});
