import type { ExhaustionForecast } from '../../src/index';

type HorizonForecast = NonNullable<ExhaustionForecast['horizons']['week']>;

/** The forecast of a week, month or flight as fields of an item: amounts as numbers. */
export const horizonItem = ({ target, spent, rolledOver, ...forecast }: HorizonForecast) => ({
	...forecast,
	target: Number(target),
	spent: Number(spent),
	...(rolledOver !== undefined && { rolledOver: Number(rolledOver) }),
});
