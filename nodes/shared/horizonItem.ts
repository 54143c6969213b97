import type { ExhaustionForecast } from '../../src/index';

type HorizonForecast = NonNullable<ExhaustionForecast['horizons']['week']>;

/** How a longer target stands, as fields of an item: money as numbers. */
export const horizonItem = ({ target, spent, rolledOver, ...forecast }: HorizonForecast) => ({
	...forecast,
	target: Number(target),
	spent: Number(spent),
	...(rolledOver !== undefined && { rolledOver: Number(rolledOver) }),
});
