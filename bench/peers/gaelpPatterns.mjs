import { mean, variance } from 'simple-statistics';

import { clamp } from './clamp.mjs';

/** A pattern needs so many windows, and below this confidence it counts for nothing. */
const FEWEST_WINDOWS = 10;
const MIN_CONFIDENCE = 0.7;

/** Windows that GAELP learns from: those without conversions are dropped. */
const converting = (windows) => windows.filter(({ conversions, spend }) => conversions > 0 && spend > 0);

function grouped(windows, keyOf) {
	const groups = new Map();
	for (const window of windows) groups.set(keyOf(window), [...(groups.get(keyOf(window)) ?? []), window]);
	return groups;
}

/** Mean conversions per unit of spend of each hour of the day, over converting windows: a map from hour. */
export function hourEfficiencies(windows) {
	const groups = grouped(converting(windows), ({ hour }) => hour);
	return new Map(
		[...groups].map(([hour, group]) => [hour, mean(group.map(({ conversions, spend }) => conversions / spend))]),
	);
}

/** Patterns of the hours of the day: a map from hour to `{ rate, costPerConversion, confidence }`. */
export const hourPatterns = (windows) =>
	patternsBy(
		windows,
		({ hour }) => hour,
		(rates) => Math.min(1, rates.length / 50) / (1 + variance(rates)),
	);

/** Patterns of the weekdays: a map from weekday. */
export const weekdayPatterns = (windows) =>
	patternsBy(
		windows,
		({ weekday }) => weekday,
		(rates) => Math.min(1, rates.length / 30),
	);

function patternsBy(windows, groupOf, confidenceOf) {
	const learned = new Map();
	for (const [key, group] of grouped(converting(windows), groupOf)) {
		if (group.length < FEWEST_WINDOWS) continue;
		const rates = group.map(({ conversions, clicks }) => conversions / Math.max(1, clicks));
		learned.set(key, {
			rate: mean(rates),
			costPerConversion: mean(group.map(({ conversions, spend }) => spend / conversions)),
			confidence: confidenceOf(rates),
		});
	}
	return learned;
}

/** 1 + (efficiency / mean efficiency - 1) x confidence, 0.1 to 3, where efficiency is 1 / cost per conversion; 1 if unsure. */
export function patternMultiplier(learned, key) {
	const pattern = learned.get(key);
	if (pattern === undefined || pattern.confidence < MIN_CONFIDENCE) return 1;
	const average = mean([...learned.values()].map(({ costPerConversion }) => 1 / costPerConversion));
	return clamp(1 + (1 / pattern.costPerConversion / average - 1) * pattern.confidence, 0.1, 3);
}
