import type { ExhaustionForecast } from '../../src/index';

type HorizonForecast = NonNullable<ExhaustionForecast['horizons']['week']>;

/** The forecast of a week, month or flight as fields of an item: amounts as numbers. */
export const horizonItem = (forecast: HorizonForecast) => {
	const { target, spent, rolledOver, assumed, neededPerDay, yesterday } = forecast;
	return {
		...forecast,
		target: Number(target),
		spent: Number(spent),
		...(rolledOver !== undefined && { rolledOver: Number(rolledOver) }),
		...(assumed !== undefined && { assumed: Number(assumed) }),
		neededPerDay: Number(neededPerDay),
		yesterday: yesterday && { spent: Number(yesterday.spent), neededPerDay: Number(yesterday.neededPerDay) },
	};
};
