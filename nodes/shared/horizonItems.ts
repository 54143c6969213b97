import type { ExhaustionForecast } from '../../src/index';

type Horizons = ExhaustionForecast['horizons'];
type HorizonForecast = NonNullable<Horizons['week']>;

/** The forecasts of a budget's longer periods as fields of an item. */
export const horizonItems = (horizons: Horizons): Partial<Record<keyof Horizons, ReturnType<typeof horizonItem>>> =>
	Object.fromEntries(Object.entries(horizons).map(([horizon, forecast]) => [horizon, horizonItem(forecast)]));

/** One of them: amounts as numbers. */
const horizonItem = (forecast: HorizonForecast) => {
	const { period, target, withFee, spent, rolledOver, assumed, neededPerDay, yesterday, ...rest } = forecast;
	return {
		...rest,
		period: { start: period.start, end: period.end },
		target: Number(target),
		spent: Number(spent),
		...(withFee !== undefined && {
			withFee: {
				amount: Number(withFee.amount),
				fee: Number(withFee.fee),
				media: Number(withFee.media),
				spent: Number(withFee.spent),
				projected: Number(withFee.projected),
			},
		}),
		...(rolledOver !== undefined && { rolledOver: Number(rolledOver) }),
		...(assumed !== undefined && { assumed: Number(assumed) }),
		neededPerDay: Number(neededPerDay),
		yesterday: yesterday && { spent: Number(yesterday.spent), neededPerDay: Number(yesterday.neededPerDay) },
	};
};
