import type { LearnedPattern } from '../results/describeRate';
import { MEASURE_WORDS } from '../results/measure';
import { chart, level, panel, whisker } from './picture';

export const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;

const factor = (value: number): string => `${Number(value.toFixed(2))}x`;

/** Rates by hour of the day and by weekday relative to the average, with intervals. */
export function patternPictures({ measure, hourOfDay, weekday }: LearnedPattern): string {
	const drawn = (title: string, labels: readonly string[], labelEvery: number, values: LearnedPattern['weekday']) =>
		chart({
			title: `${title}: ${MEASURE_WORDS[measure]} relative to the average`,
			description: 'An estimate for each with its 80% interval; 1 is average.',
			labels,
			labelEvery,
			max: Math.max(1, ...values.map(({ high }) => high)),
			format: factor,
			legend: [
				{ name: 'estimate and 80% interval', style: 'whisker' },
				{ name: 'average', style: 'limit' },
			],
			body: (x, y) =>
				level(x(0), x(labels.length), y(1)) +
				values.map(({ mean, low, high }, position) => whisker(x(position + 0.5), y(mean), y(low), y(high))).join(''),
		});
	const hours = hourOfDay.map((_, hour) => `${String(hour).padStart(2, '0')}:00`);
	const rows = [...hourOfDay, ...weekday].map(({ mean, low, high, effectiveHours }, position) => [
		[...hours, ...WEEKDAYS][position]!,
		factor(mean),
		factor(low),
		factor(high),
		effectiveHours.toFixed(0),
	]);
	const pictures = panel(
		[drawn('Hours of the day', hours, 3, hourOfDay), drawn('Days of the week', WEEKDAYS, 1, weekday)],
		{
			heads: ['Hour or weekday', 'Estimate', 'Low', 'High', 'Effective hours'],
			rows,
		},
	);
	return `<div class="pattern">${pictures}</div>`;
}
