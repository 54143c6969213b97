import { partOfClick, reportParts } from './reportParts.mjs';

/**
 * What the platform reports: a window for each hour, whose conversions come in late and restate it.
 *
 * A fraction of an hour's conversions is known by the next hour, the others after an exponential delay. `partsPerHour` windows
 * of an hour are in its `parts`, for controllers that read a platform's own windows.
 *
 * @returns `receive(t)`, to be called as hour t starts; `add(window, conversions, rng)`, for the hour that ended;
 *   `all()`; and `news()`, the windows that are new or restated since it was last asked. Both return windows as known now, in
 *   order of time
 */
export function platformReports({ promptReportFraction, delayMeanHours, partsPerHour }) {
	const windows = [];
	const underway = new Map();
	let changed = new Set();
	const restate = (t, { origin, part }) => {
		windows[origin].conversions++;
		windows[origin].parts[part].conversions++;
		windows[origin].reportedAt.push(t);
		changed.add(origin);
	};
	return {
		receive(t) {
			for (const conversion of underway.get(t) ?? []) restate(t, conversion);
			underway.delete(t);
		},
		add(window, conversions, rng) {
			const parts = reportParts(window, partsPerHour, rng);
			windows.push({ ...window, conversions: 0, reportedAt: [], parts });
			changed.add(window.t);
			for (let nth = 0; nth < conversions; nth++) {
				const lateHours = rng.uniform() < promptReportFraction ? 0 : Math.floor(rng.exponential(delayMeanHours));
				const dueAt = window.t + 1 + lateHours;
				const conversion = { origin: window.t, part: partOfClick(parts, rng) };
				if (underway.has(dueAt)) underway.get(dueAt).push(conversion);
				else underway.set(dueAt, [conversion]);
			}
		},
		all: () => windows.map(snapshot),
		news() {
			const hours = [...changed].sort((one, other) => one - other);
			changed = new Set();
			return hours.map((t) => snapshot(windows[t]));
		},
	};
}

/** A controller never holds a window that changes later. */
const snapshot = (window) => ({
	...window,
	reportedAt: [...window.reportedAt],
	parts: window.parts.map((part) => ({ ...part })),
});
