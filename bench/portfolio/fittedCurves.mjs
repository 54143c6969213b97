import { sum } from 'simple-statistics';

import { response } from './response.mjs';

/** Candidate curves; heights follow by least squares. Half-saturation is in multiples of the mean spend. */
const SHAPES = {
	power: [0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9].map((s) => () => ({ kind: 'power', s })),
	'michaelis-menten': [0.1, 0.25, 0.5, 1, 2, 4, 8].map((k) => (mean) => ({ kind: 'michaelis-menten', k: k * mean })),
	hill: [0.25, 0.5, 1, 2, 4].flatMap((k) => [0.5, 1, 1.5, 2].map((s) => (mean) => ({ kind: 'hill', k: k * mean, s }))),
};

/** (campaigns) the curve with the least squared errors on a campaign's days; a campaign without days gets the mean rate. */
export function fittedCurves(kind, history) {
	const all = history.flat();
	const rate = sum(all.map(({ conversions }) => conversions)) / sum(all.map(({ spend }) => spend));
	return history.map((days) => {
		const spends = days.length === 0 ? [1] : days.map(({ spend }) => spend);
		const mean = Math.max(1e-3, sum(spends) / spends.length);
		const fits = SHAPES[kind].map((shape) => {
			const curve = { ...shape(mean), a: 1 };
			const unit = days.map(({ spend }) => response(curve, spend));
			const square = sum([0, ...unit.map((value) => value ** 2)]);
			const a =
				square > 0
					? sum(days.map(({ conversions }, day) => conversions * unit[day])) / square
					: (rate * mean) / response(curve, mean);
			const error = sum([0, ...days.map(({ conversions }, day) => (conversions - a * unit[day]) ** 2)]);
			return { curve: { ...curve, a }, error };
		});
		return fits.reduce((best, other) => (other.error < best.error ? other : best)).curve;
	});
}
